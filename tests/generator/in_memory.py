"""Generated files as a package that is imported from memory, beside the package of this repository."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

NAME = "generated_under_test"


def move(text: str, package: str) -> str:
    """The text of a generated module that stands in another package; hand-written modules stay where they are."""
    for folder in ("models", "api"):
        text = text.replace(f"infinity_assistant.{folder}", f"{package}.{folder}")
    return text.replace("from infinity_assistant import models as m", f"from {package} import models as m")


def write_package(files: Mapping[str, str], folder: Path, package: str) -> None:
    """Write the modules of a package into a folder, for programs that read files."""
    for path, text in {"__init__.py": "", **files}.items():
        (folder / package / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / package / path).write_text(move(text, package), encoding="utf-8", newline="\n")


class MemoryImporter(MetaPathFinder, Loader):
    """Finds the modules of one package among its files."""

    def __init__(self, files: Mapping[str, str], package: str = NAME) -> None:
        self._texts = {package: ""}
        for path, text in files.items():
            if path.endswith(".py"):
                name = f"{package}/{path.removesuffix('.py').removesuffix('/__init__')}".replace("/", ".")
                self._texts[name] = move(text, package)
        self._folders = {name.rpartition(".")[0] for name in self._texts}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module of the package, and no other."""
        if fullname not in self._texts:
            return None
        return importlib.util.spec_from_loader(fullname, self, is_package=fullname in self._folders)

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        code = compile(self._texts[module.__name__], f"<{module.__name__}>", "exec", dont_inherit=True)
        exec(code, vars(module))


@contextmanager
def import_files(files: Mapping[str, str], package: str = NAME) -> Iterator[tuple[Any, Any]]:
    """The packages `models` and `api` of generated files."""
    importer = MemoryImporter(files, package)
    sys.meta_path.insert(0, importer)
    try:
        yield importlib.import_module(f"{package}.models"), importlib.import_module(f"{package}.api")
    finally:
        sys.meta_path.remove(importer)
        for name in [name for name in sys.modules if name.partition(".")[0] == package]:
            del sys.modules[name]
