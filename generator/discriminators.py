"""Which member of a union a value is, where the document names the property that tells."""

from __future__ import annotations

from generator.document import Document
from generator.errors import DocumentError
from generator.parser import to_class_name
from generator.references import find_schema_name
from generator.walk import walk_nodes

#: The property, and for each of its values the class.
Choice = tuple[str, tuple[tuple[str, str], ...]]


class Classes(dict[str, bool]):
    """The named classes, and whether their keys are free. `choices` tells the members of unions apart."""

    def __init__(self, free: dict[str, bool], choices: dict[frozenset[str], Choice]) -> None:
        super().__init__(free)
        self.choices = choices


def find_discriminators(document: Document) -> dict[frozenset[str], Choice]:
    """For each union with a discriminator, by the classes of its members: the property, and the class of each value."""
    found: dict[frozenset[str], Choice] = {}
    schemas = (document.get("components") or {}).get("schemas")
    for place, node in walk_nodes({"paths": document.get("paths"), "components": {"schemas": schemas}}):
        if not (isinstance(node, dict) and isinstance(node.get("discriminator"), dict) and "anyOf" in node):
            continue
        members = [find_schema_name(member["$ref"]) for member in node["anyOf"] if "$ref" in member]
        classes, choice = frozenset(map(to_class_name, members)), _build_choice(node["discriminator"], members)
        if found.setdefault(classes, choice) != choice:
            problem = f"tells {' and '.join(sorted(classes))} apart in another way than another union of them"
            raise DocumentError(f"{place}.discriminator", problem, "describe the union once, and refer to it")
    return found


def _build_choice(discriminator: Document, members: list[str]) -> Choice:
    given = {str(value): find_schema_name(target) for value, target in (discriminator.get("mapping") or {}).items()}
    implied = {name: name for name in members if name not in given.values()}
    pairs = tuple((value, to_class_name(name)) for value, name in {**implied, **given}.items() if name in members)
    return str(discriminator["propertyName"]), tuple(sorted(pairs))
