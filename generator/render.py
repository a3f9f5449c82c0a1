"""Fills in the templates, and has ruff lay out the result."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import jinja2

from generator.calls import calls
from generator.code import docstring, literal, names
from generator.document import Document
from generator.reduced import reduced
from generator.refusal import Refusal
from generator.stream_events import with_stream_events
from generator.tool import parsed
from generator.views import aliases, models

TEMPLATES = Path(__file__).resolve().parent / "templates"
#: Argument place -> the variable that holds the values; argument names never begin with an underscore.
PLACES = (("path", "_path"), ("query", "_query"), ("header", "_headers"), ("body", "_body"))
_SETTINGS = ("--isolated", "--no-cache", "--target-version", "py38", "--line-length", "120")


def rendered(document: Document) -> dict[str, str]:
    """The files that come from the document, by name, in final layout."""
    document = with_stream_events(document)
    data = parsed(reduced(document))
    views = {"models": models(document, data), "aliases": aliases(document, data), "calls": calls(document, data)}
    return laid_out({name: template.render(views, places=PLACES) for name, template in _templates().items()})


@cache
def _templates() -> dict[str, jinja2.Template]:
    """The compiled templates, by the file that each makes."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(docstring=docstring, literal=literal, names=names)
    return {path.stem: environment.get_template(path.name) for path in sorted(TEMPLATES.glob("*.jinja"))}


def laid_out(files: dict[str, str]) -> dict[str, str]:
    """The same Python files without unused imports, in the layout of ruff."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in files]
        for path in paths:
            path.write_text(files[path.name], encoding="utf-8", newline="\n")
        # Otherwise ruff looks whether the package is there already, and sorts imports accordingly.
        first_party = "lint.isort.known-first-party=['infinity_assistant']"
        _ruff("check", "--select", "F401,I", "--fix-only", "--config", first_party, *_SETTINGS, *paths)
        _ruff("format", *_SETTINGS, *paths)
        return {path.name: path.read_text(encoding="utf-8") for path in paths}


def _ruff(*arguments: object) -> None:
    command = [sys.executable, "-m", "ruff", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Refusal(f"ruff could not read what was generated:\n{done.stdout}{done.stderr}")
