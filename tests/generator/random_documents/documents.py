"""Random operations: what is described, what is given, and what must arrive."""

from __future__ import annotations

from tests.generator.random_documents.contents import Contents
from tests.generator.random_documents.probe import Probe
from tests.generator.random_documents.schemas import FIELDS, Maker, Schema
from tests.generator.random_documents.values import HEADER_TEXTS, TEXTS, Values


class Documents:
    """Makes a document of a few operations."""

    def __init__(self, seed: int) -> None:
        self.maker = Maker(seed)
        self._random = self.maker.random
        self._contents = Contents(self.maker)
        self.probes = [self._make_probe(number) for number in range(4)]

    def build(self) -> Schema:
        """The document."""
        paths: Schema = {}
        for probe in self.probes:
            paths[probe.path] = {probe.method: probe.described}
        return {
            "openapi": "3.0.3" if self.maker.old else "3.1.0",
            "info": {"title": "Things", "version": "1"},
            "paths": paths,
            "components": {"schemas": self.maker.components},
        }

    def _make_probe(self, number: int) -> Probe:
        method = self._random.choice(("get", "post", "put", "patch", "delete"))
        names = self._random.sample(FIELDS, len(FIELDS))
        probe = Probe(f"probe_{number}", method, f"/probe{number}", {"operationId": f"probe_{number}"})
        described = [self._add_parameter(probe, names.pop(), n) for n in range(self._random.randint(0, 3))]
        if described:
            probe.described["parameters"] = described
        if method != "get" and self.maker.chance(0.8):
            self._contents.add_body(probe, set(names))
        self._contents.add_response(probe)
        return probe

    def _add_parameter(self, probe: Probe, name: str, number: int) -> Schema:
        place = self._random.choice(("path", "query", "query", "header"))
        name = f"X-Field-{number}" if place == "header" else name
        schema, style = self._make_parameter_schema(place)
        parameter = {"name": name, "in": place, "schema": schema, **style}
        if "content" in style:
            parameter = {"name": name, "in": place, "content": {"application/json": {"schema": schema}}}
        if place == "path":
            probe.path += "/{" + name + "}"
        if place == "path" or self.maker.chance(0.4):
            parameter["required"] = True
        if parameter.get("required") or self.maker.chance(0.7):
            value = Values(self.maker, sent=True, texts=HEADER_TEXTS if place == "header" else TEXTS).make(schema)
            if value.wire is None and not parameter.get("required"):
                return parameter
            probe.arguments[name] = value.python
            probe.parameters.append((parameter, value.wire))
        return parameter

    def _make_parameter_schema(self, place: str) -> tuple[Schema, Schema]:
        kind = self._random.choice(("scalar", "scalar", "array", "object", "json"))
        if kind == "json" and place == "query":
            return self.maker.make(1), {"content": "application/json"}
        if kind == "array":
            styles = [
                {"explode": False},
                {},
                {"style": "pipeDelimited", "explode": False},
                {"style": "spaceDelimited", "explode": False},
            ]
            style = self._random.choice(styles) if place == "query" else {}
            items = {"type": "integer"} if "style" in style else self.maker.make_scalar()
            return {"type": "array", "items": items}, style
        if kind == "object":
            styles = [{"explode": False}, {"explode": True}, {"style": "deepObject", "explode": True}]
            fields = {name: self.maker.make_scalar() for name in ("r", "g", "b")}
            style = self._random.choice(styles if place == "query" else styles[:2])
            return {"type": "object", "properties": fields, "required": ["r"]}, style
        return self.maker.make_scalar(), {}
