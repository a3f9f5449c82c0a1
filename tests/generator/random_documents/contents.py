"""Random bodies of requests and responses."""

from __future__ import annotations

from tests.generator.random_documents.probe import JSON_TYPES, NOTHING, Probe
from tests.generator.random_documents.schemas import Maker, Schema
from tests.generator.random_documents.values import Value, Values


class Contents:
    """Gives operations a body, and responses."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self._random = maker.random

    def add_body(self, probe: Probe, free: set[str]) -> None:
        probe.media_type = self._random.choice((*JSON_TYPES, "application/x-www-form-urlencoded", "multipart/form-data",
                                                "application/octet-stream", "text/plain"))  # fmt: skip
        required = self.maker.chance(0.6)
        schema = self._make_body_schema(probe.media_type, free)
        media: Schema = {"schema": schema}
        if "form" in probe.media_type:
            media["encoding"] = probe.encoding = self._make_encoding(probe.media_type, schema)
        probe.described["requestBody"] = {"required": required, "content": {probe.media_type: media}}
        if not required and self.maker.chance(0.3):
            probe.body = NOTHING
            return
        if "properties" in schema:
            values = Values(self.maker, sent=True).make_fields(schema)
            if not required and not values:
                probe.body = NOTHING
                return
            self._give_fields(probe, schema, values)
        else:
            value = self._make_content(schema, probe.media_type)
            probe.arguments["body"], probe.body = value.python, value.wire

    def _make_encoding(self, media_type: str, schema: Schema) -> Schema:
        """How some of the fields are written."""
        styles = [{"style": "form", "explode": False}, {"explode": False}, {"explode": True}]
        kinds = [{"contentType": "application/json"}, {"contentType": "text/plain"}]
        choices = kinds if "multipart" in media_type else [*styles, kinds[0]]
        lists = [name for name, inner in schema["properties"].items() if inner["type"] == "array"]
        return {name: self._random.choice(choices) for name in lists if self.maker.chance(0.5)}

    def _give_fields(self, probe: Probe, schema: Schema, values: dict[str, Value]) -> None:
        """Fields as arguments. An optional null is said in a PATCH alone, elsewhere it is as if not given."""
        required = schema.get("required", ())
        kept = {name: value for name, value in values.items()
                if value.wire is not None or name in required or probe.method == "patch"}  # fmt: skip
        probe.arguments.update((name, value.python) for name, value in kept.items())
        probe.body = {name: value.wire for name, value in kept.items()}
        if not probe.body and not probe.described["requestBody"]["required"]:
            probe.body = NOTHING

    def _make_content(self, schema: Schema, media_type: str) -> Value:
        if media_type == "application/octet-stream":
            return Value(b"\x00\xff", b"\x00\xff")
        if media_type == "text/plain":
            return Value("ü\n", "ü\n".encode())
        value = Values(self.maker, sent=True).make(schema)
        return value if value.wire is not None else self._make_content(schema, media_type)

    def _make_body_schema(self, media_type: str, free: set[str]) -> Schema:
        if media_type == "application/octet-stream":
            return {"type": "string", "format": "binary"}
        if media_type == "text/plain":
            return {"type": "string"}
        names = sorted(free)
        fields = {name: self.maker.make(2) for name in self._random.sample(names, 3)}
        if "json" not in media_type:
            flat = {
                name: self._random.choice(
                    (self.maker.make_scalar(), {"type": "array", "items": self.maker.make_scalar()})
                )
                for name in fields
            }
            return {"type": "object", "properties": flat, "required": names[:0] + list(flat)[:1]}
        if self.maker.chance(0.7):
            return {"type": "object", "properties": fields, "required": list(fields)[:1]}
        return self._random.choice(({"type": "array", "items": self.maker.make(1)}, self.maker.make_scalar(),
                                    {"type": "object", "additionalProperties": self.maker.make(1)}))  # fmt: skip

    def add_response(self, probe: Probe) -> None:
        """The successes, of which one comes."""
        found = probe.described["responses"] = {"404": {"description": "Not there."}}
        if self.maker.chance(0.15):
            found["204"] = {"description": "Done."}
            probe.status = 204
            return
        several = self._random.choice((["200"], ["201"], ["200", "201"], ["2XX"], ["200", "2XX"], ["default"]))
        came = self._random.choice(several)
        probe.status = {"200": 200, "201": 201, "2XX": 203, "default": 200}[came]
        for status in several:
            found[status] = {"description": "Done.", "content": self._make_response(probe, is_it=status == came)}
        if several != ["default"] and self.maker.chance(0.1):  # beside a success, `default` is for errors
            found["204"] = {"description": "Nothing."}

    def _make_response(self, probe: Probe, *, is_it: bool) -> Schema:
        kind = self._random.choice((*JSON_TYPES, *JSON_TYPES, "text/plain", "image/png"))
        if "json" in kind:
            schema: Schema | None = self.maker.make(3)
            value = Values(self.maker, sent=False).make(schema or {}).wire
        else:
            schema, value = None, "ü\n" if kind == "text/plain" else b"\x89PNG"
        if is_it:
            probe.response_type, probe.response_schema, probe.response = kind, schema, value
        return {kind: {"schema": schema or {"type": "string"}}}
