"""Fills in the templates, and has ruff lay out the result."""

from __future__ import annotations

import functools
import subprocess
import tempfile
from pathlib import Path

import jinja2
from ruff import find_ruff_bin

from generator.code import format_docstring, to_literal, to_literals
from generator.document import Document
from generator.errors import GeneratorError, raise_all
from generator.normal_form import normalise
from generator.package import FACTS
from generator.parser import parse_document
from generator.parser_input import reduce_document
from generator.service_facts import collect_service_facts
from generator.stream_events import add_stream_events
from generator.views.build_operations import build_operation_views
from generator.views.build_schemas import build_alias_views, build_dict_views, build_model_views, find_name_clashes
from generator.views.mappings import DictView
from generator.views.operations import OperationView
from generator.views.schemas import AliasView, ModelView

TEMPLATES = Path(__file__).resolve().parent / "templates"
#: Argument place -> the variable that holds the values; argument names never begin with an underscore.
PLACES = (("path", "_path"), ("query", "_query"), ("header", "_headers"), ("body", "_body"))
_SETTINGS = ("--isolated", "--no-cache", "--target-version", "py38", "--line-length", "120")


def render_files(document: Document) -> dict[str, str]:
    """Render the files that come from the document, by path, in final layout."""
    document = add_stream_events(normalise(document))
    data = parse_document(reduce_document(document))
    operations, enums = build_operation_views(document, data), build_alias_views(document, data)
    facts = _fill("facts", facts=collect_service_facts(document), enums=enums)
    models = _render_models(document, build_model_views(document, data), enums, operations)
    return format_files({**models, **_render_api(operations), FACTS: facts})


def _render_models(
    document: Document, classes: list[ModelView], enums: list[AliasView], operations: list[OperationView]
) -> dict[str, str]:
    """Render one file for each class, and one that finds them."""
    mappings = build_dict_views(classes, (argument.kind for call in operations for argument in call.arguments))
    views: list[ModelView | AliasView | DictView] = [*classes, *enums, *mappings]
    raise_all(list(find_name_clashes(document, classes, enums, mappings)))
    exports = sorted([(view.name, view.module) for view in views] + [(view.param, view.module) for view in mappings])
    files = {"__init__": _fill("models", exports=exports)}
    files.update((view.module, _fill("model", model=view)) for view in classes)
    files.update((view.module, _fill("alias", alias=view)) for view in enums)
    files.update((view.module, _fill("dict", dict=view)) for view in mappings)
    return {f"models/{name}.py": text for name, text in files.items()}


def _render_api(found: list[OperationView]) -> dict[str, str]:
    """Render one file for the operations of each tag, and one that finds them."""
    modules: dict[str, list[OperationView]] = {}
    for call in found:
        modules.setdefault(call.module, []).append(call)
    files = {"__init__": _fill("api", calls=found, modules=modules)}
    files.update((name, _fill("operations", calls=those, places=PLACES)) for name, those in modules.items())
    return {f"api/{name}.py": text for name, text in files.items()}


@functools.cache
def _build_environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(docstring=format_docstring, literal=to_literal, names=to_literals)
    return environment


def _fill(template: str, **values: object) -> str:
    return _build_environment().get_template(f"{template}.jinja").render(values)


def format_files(files: dict[str, str]) -> dict[str, str]:
    """Format the same Python files without unused imports, in the layout of ruff."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, path).write_text(text, encoding="utf-8", newline="\n")
        # Otherwise ruff looks whether the package is there already, and sorts imports accordingly.
        first_party = "lint.isort.known-first-party=['infinity_assistant']"
        # In an `__init__` an import that looks unused is one that is handed on.
        handed_on = "lint.per-file-ignores={'__init__.py' = ['F401']}"
        configured = ("--config", first_party, "--config", handed_on)
        _run_ruff("check", "--select", "F401,I", "--fix-only", *configured, *_SETTINGS, folder)
        _run_ruff("format", *_SETTINGS, folder)
        return {path: Path(folder, path).read_text(encoding="utf-8") for path in files}


def format_file(text: str) -> str:
    """Format a Python file of `overlays/` in the layout of ruff, its imports in order."""
    return format_files({"file.py": text})["file.py"]


def _run_ruff(*arguments: object) -> None:
    command = [find_ruff_bin(), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        said = f"exit code {done.returncode}:\n{done.stdout}{done.stderr}"
        raise GeneratorError(f"ruff could not read what was generated; {said}")
