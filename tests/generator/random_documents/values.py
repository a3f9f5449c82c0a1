"""Random values of schemas, as a caller gives them and as they travel."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from tests.generator.random_documents.schemas import Maker, Schema

TEXTS = ("a", "two words", "a,b", "a|b", "a&b=c", "50%", "ü€", "x/y", "{id}", "null", "true", "1", "+", "#?")
HEADER_TEXTS = ("a", "two words", "a=b", "50%", "x/y", "true", "q;r")


class Value(NamedTuple):
    """The same value for the caller, and in JSON."""

    python: Any
    wire: Any


class Values:
    """Makes values of the schemas of a document; `sent` ones leave out what is read-only."""

    def __init__(self, maker: Maker, *, sent: bool, texts: tuple[str, ...] = TEXTS) -> None:
        self._maker, self._random, self._sent, self._texts = maker, maker.random, sent, texts

    def make(self, schema: Schema) -> Value:
        """A value that the schema allows."""
        if "$ref" in schema:
            return self.make(self._maker.components[schema["$ref"].rpartition("/")[2]])
        if schema.get("nullable") and self._maker.chance(0.4):
            return Value(None, None)
        if "allOf" in schema:
            return self._fold([self.make(part) for part in schema["allOf"]])
        if members := schema.get("anyOf") or schema.get("oneOf"):
            return self.make(self._random.choice(members))
        kind = schema.get("type")
        kind = self._random.choice(kind) if isinstance(kind, list) else kind
        if "enum" in schema and kind != "null":
            value = self._random.choice([value for value in schema["enum"] if value is not None])
            return Value(value, value)
        if kind == "object":
            return self._make_object(schema)
        if kind == "array":
            least = 0 if "$ref" in schema["items"] else 1  # a tree must end
            return _join([self.make(schema["items"]) for _ in range(self._random.randint(least, 2))])
        return self._make_scalar(str(kind), str(schema.get("format")))

    def _fold(self, parts: list[Value]) -> Value:
        if len(parts) == 1:
            return parts[0]
        return Value({k: v for part in parts for k, v in part.python.items()},
                     {k: v for part in parts for k, v in part.wire.items()})  # fmt: skip

    def make_fields(self, schema: Schema) -> dict[str, Value]:
        """Values of the properties of an object: all that are required, and some of the others."""
        hidden = "readOnly" if self._sent else "writeOnly"
        properties, required = schema.get("properties", {}), schema.get("required", ())
        return {
            name: self.make(inner) for name, inner in properties.items()
            if not inner.get(hidden) and (name in required or self._maker.chance(0.6))
        }  # fmt: skip

    def _make_object(self, schema: Schema) -> Value:
        found = self.make_fields(schema)
        if isinstance(inner := schema.get("additionalProperties"), dict):
            keys = [key for key in ("a", "b c", "d", "ü") if key not in schema.get("properties", ())]
            found.update((key, self.make(inner)) for key in self._random.sample(keys, 2))
        return Value(
            {key: value.python for key, value in found.items()}, {key: value.wire for key, value in found.items()}
        )

    def _make_scalar(self, kind: str, form: str) -> Value:
        if form == "date-time":
            moment = dt.datetime(2026, self._random.randint(1, 12), 3, 4, 5, tzinfo=dt.UTC)
            return Value(moment, moment.strftime("%Y-%m-%dT%H:%M:%S.000Z"))
        if form == "date":
            day = dt.date(2026, self._random.randint(1, 12), 3)
            return Value(day, day.isoformat())
        if form == "uuid":
            return Value(text := "0b5c1b3e-0000-4000-8000-000000000000", text)
        value = {"string": self._random.choice(self._texts), "integer": self._random.randint(-9, 99), "null": None,
                 "number": self._random.choice((0.5, -2.25, 3)), "boolean": self._maker.chance(0.5)}[kind]  # fmt: skip
        return Value(value, value)


def _join(items: list[Value]) -> Value:
    return Value([item.python for item in items], [item.wire for item in items])
