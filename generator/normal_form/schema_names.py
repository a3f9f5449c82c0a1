"""Under which name each schema of a document is formed: final names, aliases, and names for inline types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.document import Document
from generator.modules import to_module_name
from generator.normal_form.keywords import select_structure
from generator.normal_form.naming import find_final_name
from generator.parser import to_class_name
from generator.references import SCHEMAS, find_schema_name


class SchemaNames:
    """The names of the schemas of `source`, beside the classes of `events`, which none may take.

    `sources` says under which name of the document a schema stands, by its final name.
    """

    def __init__(self, source: Document, events: Iterable[str]) -> None:
        self._source = source
        self._names = {name: find_final_name(name, schema) for name, schema in source.items()}
        self.sources: dict[str, str] = {new: name for name, new in self._names.items()}
        self._taken = {to_module_name(to_class_name(name)) for name in self.sources}
        self._taken |= {to_module_name(name) for name in events}

    def list_own(self) -> Iterator[str]:
        """List the final names of the schemas that are no aliases."""
        return (new for name, new in self._names.items() if self.find_target(name) == new)

    def find_target(self, name: str) -> str:
        """Find the schema that a name stands for, through aliases, under its final name."""
        schema = self._source.get(name)
        is_alias = isinstance(schema, dict) and select_structure(schema).keys() == {"$ref"}
        target = find_referred(schema) if is_alias else ""
        return self.find_target(target) if target else self._names.get(name, name)

    def take_free(self, base_name: str) -> str:
        """Take a name for an inline type that no other schema has."""
        name, number = to_class_name(base_name), 1
        while to_module_name(free := name if number == 1 else f"{name}{number}") in self._taken:
            number += 1
        self._taken.add(to_module_name(free))
        return free


def find_referred(schema: Any) -> str:
    """Find the schema in components that a reference names; empty for anything else."""
    reference = str(schema.get("$ref", "")) if isinstance(schema, dict) else ""
    return find_schema_name(reference) if reference.startswith(SCHEMAS) else ""
