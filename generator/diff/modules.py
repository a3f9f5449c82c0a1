"""The modules of a package as syntax trees: what each defines, and where an imported name comes from."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache

PACKAGE = "infinity_assistant"
#: Folders with a module for each class or tag, whose names are read from the folder.
GENERATED = ("models", "api")
Files = Mapping[str, str]


class Modules:
    """The source of a package, parsed and not run."""

    def __init__(self, files: Files) -> None:
        self._trees = {name: ast.parse(text) for name, text in _join_texts(files).items()}
        self.imports = cache(self._find_imports)
        self.defined = cache(self._find_defined)

    def find_definition(self, module: str, name: str) -> tuple[str, ast.stmt] | None:
        """Find the module and the statement that define a name, through re-exports."""
        for _ in range(10):
            statement = self.defined(module).get(name)
            if statement is not None:
                return module, statement
            module = self.imports(module).get(name, "")
        return None

    def _parse(self, module: str) -> ast.Module:
        return self._trees.get(module) or self._trees.get(f"{module}.__init__") or ast.Module([], [])

    def _find_imports(self, module: str) -> dict[str, str]:
        """Find each name that a module imports from the package, with the module that it names."""
        return {
            alias.asname or alias.name: (node.module or "")[len(PACKAGE) + 1 :]
            for node in list_statements(self._parse(module).body)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{PACKAGE}.")
            for alias in node.names
        }

    def _find_defined(self, module: str) -> dict[str, ast.stmt]:
        """Find each name that a module defines at its top."""
        return {name: node for node in self._parse(module).body for name in list_names(node)}


def list_statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """List the statements of a module that stand in no class or function, `if TYPE_CHECKING` included."""
    for node in body:
        yield from list_statements(node.body) if isinstance(node, ast.If) else (node,)


def list_names(node: ast.stmt) -> tuple[str, ...]:
    """List the name that a statement defines, if it does."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return (name,)
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return (name,)
    return ()


def _join_texts(files: Files) -> dict[str, str]:
    """Return the text of each module; of one that has a stub, the stub; all modules of a generated folder are one."""
    own = {path: text for path, text in files.items() if not path.startswith(("testing/", "cli/"))}
    sources = {path.removesuffix(".py"): text for path, text in own.items() if path.endswith(".py")}
    stubs = {path.removesuffix(".pyi"): text for path, text in own.items() if path.endswith(".pyi")}
    texts: dict[str, str] = {}
    for path, text in {**sources, **stubs}.items():
        folder, _, _ = path.partition("/")
        name = folder if folder in GENERATED else path.replace("/", ".")
        texts[name] = f"{texts[name]}\n{text}" if name in texts else text
    return texts
