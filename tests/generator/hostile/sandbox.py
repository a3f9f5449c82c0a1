"""Imports generated modules where nothing may happen: run as a program, with a folder of pairs of modules.

An audit hook refuses, and notes, every attempt to write, to connect, to start a program or to compile more code.
Prints one line of JSON for each pair: its name, and what went wrong or was tried.
"""

from __future__ import annotations

import json
import os
import sys
import types
from pathlib import Path
from typing import Any

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


def imported(name: str, models: types.CodeType, api: types.CodeType) -> str:
    """Run both modules and use what they declare; the result is what went wrong."""
    modules = {kind: types.ModuleType(kind) for kind in ("generated_models", "generated_api")}
    sys.modules.update(modules)
    try:
        exec(models, modules["generated_models"].__dict__)
        exec(api, modules["generated_api"].__dict__)
        for model in list(vars(modules["generated_models"]).values()):
            if isinstance(model, type):
                repr(model.__doc__)
        for operation in modules["generated_api"].OPERATIONS.values():
            repr(operation)
    except BaseException as problem:
        return f"{name}: {type(problem).__name__}: {problem}"
    return ""


def main(folder: Path) -> None:
    """Import each pair of the folder."""
    import infinity_assistant.api
    import infinity_assistant.models  # noqa: F401  what generated code imports is there before the watch begins

    pairs = {}
    for path in sorted(folder.glob("*.models.py")):
        sources = (path, path.with_name(path.name.replace(".models.", ".api.")))
        pairs[path.name.split(".")[0]] = [compile(s.read_text(encoding="utf-8"), s.name, "exec") for s in sources]
    os.chdir(folder)
    sys.addaudithook(watch)
    for name, (models, api) in pairs.items():
        tried.clear()
        print(json.dumps({"name": name, "problem": imported(name, models, api), "tried": tried}))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
