"""Random schemas."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]

#: Names that meet those of Python, of the package, or each other.
FIELDS = ("id", "_id", "userName", "from", "class", "items", "größe", "x-y", "timeout", "self", "+1", "-1", "keys",
          "headers", "m", "check", "type", "kind", "a.b", "HTTPStatus", "value[]", "datetime", "models",
          "None")  # fmt: skip


class Maker:
    """Makes schemas, and values of them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.old = self.random.random() < 0.25
        self.components: dict[str, Schema] = {}

    def chance(self, of: float) -> bool:
        """Whether something happens."""
        return self.random.random() < of

    def make_scalar(self) -> Schema:
        """A schema of a single value."""
        return self.random.choice(_SCALARS)()

    def make(self, depth: int = 2) -> Schema:
        """A schema of any kind."""
        kinds: list[Callable[[int], Schema]] = [self._make_array, self._make_map, self.make_object, self._make_named,
                                                self._make_union, self._make_choice, self._make_folded,
                                                self._make_types, self._make_open, self._make_tree]  # fmt: skip
        made = self.make_scalar() if depth == 0 or self.chance(0.5) else self.random.choice(kinds)(depth - 1)
        return self.make_nullable(made) if self.chance(0.2) else made

    def make_nullable(self, schema: Schema) -> Schema:
        """The schema, or null, in one of the spellings."""
        if "oneOf" in schema or "anyOf" in schema:
            return schema
        if self.old:
            return {"allOf": [schema], "nullable": True} if "$ref" in schema else _enum_null(schema, nullable=True)
        if isinstance(schema.get("type"), list):
            return {**schema, "type": [*schema["type"], "null"]}
        if "type" in schema and "allOf" not in schema and self.chance(0.5):
            return _enum_null({**schema, "type": [schema["type"], "null"]})
        return {self.random.choice(("anyOf", "oneOf")): [schema, {"type": "null"}]}

    def make_object(self, depth: int = 1) -> Schema:
        """An object with properties."""
        names = self.random.sample(FIELDS, self.random.randint(1, 4))
        properties = {name: self._make_property(depth) for name in names}
        required = [name for name in names if self.chance(0.4)]
        return {"type": "object", "properties": properties, **({"required": required} if required else {})}

    def _make_property(self, depth: int) -> Schema:
        schema = self.make(depth)
        if "$ref" in schema:
            return schema
        for word, odds in (("readOnly", 0.06), ("writeOnly", 0.06), ("deprecated", 0.05)):
            if self.chance(odds):
                return {**schema, word: True}
        return {**schema, "default": "d"} if schema == {"type": "string"} and self.chance(0.3) else schema

    def _make_types(self, depth: int) -> Schema:
        """Several types at once, which 3.1 alone can say."""
        found = self.random.sample(("string", "integer", "boolean"), 2)
        return {"anyOf": [{"type": kind} for kind in found]} if self.old else {"type": found}

    def _make_open(self, depth: int) -> Schema:
        """An object with properties and other keys that are all alike."""
        return {**self.make_object(0), "additionalProperties": self.make_scalar()}

    def _make_tree(self, depth: int) -> Schema:
        """An object that holds itself."""
        tree = self._keep({})
        self.components[tree["$ref"].rpartition("/")[2]].update(
            {"type": "object", "properties": {"name": self.make_scalar(), "children": {"type": "array", "items": tree}},
             "required": ["name"]}
        )  # fmt: skip
        return tree

    def _make_array(self, depth: int) -> Schema:
        return {"type": "array", "items": self.make(depth)}

    def _make_map(self, depth: int) -> Schema:
        return {"type": "object", "additionalProperties": self.make(depth)}

    def _keep(self, schema: Schema) -> Schema:
        name = self.random.choice(("Thing", "thing_item", "Any", "Model", "List", "HTTPError", "größe", "Nested"))
        while name in self.components or any(name.lower() == other.lower() for other in self.components):
            name += "X"
        self.components[name] = schema
        return {"$ref": f"#/components/schemas/{name}"}

    def _make_named(self, depth: int) -> Schema:
        return self._keep(self.make_object(depth) if self.chance(0.7) else self.make(depth))

    def _make_union(self, depth: int) -> Schema:
        """Members that differ in their JSON type."""
        members = [
            {"type": "boolean"},
            {"type": "array", "items": self.make_scalar()},
            self.make_object(0),
            {"type": "integer"},
        ]
        return {self.random.choice(("anyOf", "oneOf")): self.random.sample(members, 2)}

    def _make_choice(self, depth: int) -> Schema:
        """Two objects that a property tells apart."""
        refs = []
        for word in ("cat", "dog"):
            made = self.make_object(depth)
            made["properties"]["kind"] = {"type": "string", "enum": [word]}
            made["required"] = sorted({*made.get("required", ()), "kind"})
            refs.append(self._keep(made))
        mapping = {word: ref["$ref"] for word, ref in zip(("cat", "dog"), refs, strict=True)}
        return {"oneOf": refs, "discriminator": {"propertyName": "kind", "mapping": mapping}}

    def _make_folded(self, depth: int) -> Schema:
        base = self.make_object(0)
        return {"allOf": [self._keep(base), {"type": "object", "properties": {"extra": self.make(depth)}}]}


_SCALARS: tuple[Callable[[], Schema], ...] = (
    lambda: {"type": "string"}, lambda: {"type": "integer"}, lambda: {"type": "number"}, lambda: {"type": "boolean"},
    lambda: {"type": "string", "format": "date-time"}, lambda: {"type": "string", "format": "date"},
    lambda: {"type": "string", "enum": ["red", "dark blue"]}, lambda: {"type": "integer", "enum": [1, 2]},
    lambda: {"type": "string", "format": "uuid"}, lambda: {"type": "string", "enum": ["one"]},
)  # fmt: skip


def _enum_null(schema: Schema, **more: Any) -> Schema:
    return {**schema, **more, **({"enum": [*schema["enum"], None]} if "enum" in schema else {})}
