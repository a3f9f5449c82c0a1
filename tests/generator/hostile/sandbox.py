"""Imports generated packages where nothing may happen: run as a program, with a folder of packages in JSON.

An audit hook refuses, and notes, every attempt to write, to connect, to start a program or to compile more code.
Prints one line of JSON for each package: its name, and what went wrong or was tried.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from tests.generator.in_memory import import_files

FORBIDDEN = (
    "os.",
    "subprocess.",
    "socket.",
    "shutil.",
    "ctypes.",
    "urllib.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
    "pty.",
)
tried: list[str] = []


def watch(event: str, arguments: Any) -> None:
    """Refuse what a module that only declares classes and functions has no reason to do."""
    writes = event == "open" and (not isinstance(arguments[1], str) or set(arguments[1]) & set("wax+"))
    if writes or event.startswith(FORBIDDEN):
        tried.append(f"{event} {arguments!r}"[:200])
        raise PermissionError(event)


def use(files: dict[str, str]) -> str:
    """Import everything that the files declare, and use it; the result is what went wrong."""
    try:
        with import_files(files) as (models, api):
            for name in models.__all__:
                repr(getattr(models, name).__doc__)
            for operation in api.OPERATIONS.values():
                repr(operation)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"
    return ""


def main(folder: Path) -> None:
    """Use each package of the folder."""
    import infinity_assistant._models.recursion  # noqa: F401  what generated code imports is there before the watch
    import infinity_assistant._models.typing_names  # noqa: F401
    import infinity_assistant.api
    import infinity_assistant.models

    for module in (infinity_assistant.api, infinity_assistant.models):
        for name in module.__all__:
            getattr(module, name)
    packages = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
    os.chdir(folder)
    sys.addaudithook(watch)
    for name, files in packages.items():
        tried.clear()
        problem = use(files)
        print(json.dumps({"name": name, "problem": problem, "tried": tried}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
