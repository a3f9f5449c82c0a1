"""Documents that try to get out: of strings, docstrings, comments, names, paths, or of the document itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from tests.generator.small import Document, document, operation, properties

Placing = Callable[[Document, str], object]

#: What would run, were it ever taken for code.
CODE = "__import__('os').system('touch CANARY')"
PAYLOADS = {
    "double quotes": f'"\n{CODE}\n"',
    "single quotes": f"'+{CODE}+'",
    "triple quotes": f'"""\n{CODE}\n"""',
    "a closing parenthesis": f'"),{CODE},("',
    "a backslash at the end": "ends with \\",
    "a broken escape": "\\N{BULLET \\x1 \\u12 \\U0011",
    "a template": "{{ cycler.__init__.__globals__.os.popen('touch CANARY') }}{% for x in () %}",
    "braces": f"{{{CODE}}}",
    "a line separator": f"a\u2028{CODE}\u2029{CODE}\x85{CODE}\x0c{CODE}",
    "a carriage return": f"a\r{CODE}\r\n{CODE}",
    "directions": f"a\u202e{CODE}\u2066\u200f",
    "a null": f"a\x00{CODE}",
}


def _schemas(d: Document) -> Document:
    found: Document = d["components"]["schemas"]
    return found


def _post(d: Document) -> Document:
    found: Document = d["paths"]["/things"]["post"]
    return found


def _parameter(d: Document, **facts: Any) -> None:
    _post(d)["parameters"] = [{"name": "p", "in": "query", "schema": {"type": "string"}, **facts}]


def _stream(d: Document, name: str, event_type: str) -> None:
    d["paths"]["/stream"] = {"post": operation("stream")}
    d["paths"]["/stream"]["post"]["x-events"] = {name: {"schema": "Part", "friendly": event_type}}
    d["paths"]["/stream"]["post"]["responses"] = {"200": {"description": "", "content": {"text/event-stream": {}}}}


#: Where a text of the document can end up in code, in a docstring, in JSON, or nowhere.
PLACES: dict[str, Placing] = {
    "info.title": lambda d, t: d["info"].update(title=t),
    "info.version": lambda d, t: d["info"].update(version=t),
    "server": lambda d, t: d.update(servers=[{"url": t, "description": t}]),
    "tag": lambda d, t: _post(d).update(tags=[t]),
    "operationId": lambda d, t: _post(d).update(operationId=t),
    "summary": lambda d, t: _post(d).update(summary=t),
    "operation description": lambda d, t: _post(d).update(description=t),
    "path": lambda d, t: d["paths"].update({f"/{t}": {"get": operation("other")}}),
    "parameter name": lambda d, t: _parameter(d, name=t),
    "header name": lambda d, t: _parameter(d, name=t, **{"in": "header"}),
    "parameter description": lambda d, t: _parameter(d, description=t),
    "parameter pattern": lambda d, t: _parameter(d, schema={"type": "string", "pattern": t}),
    "response description": lambda d, t: _post(d)["responses"]["200"].update(description=t),
    "response status": lambda d, t: _post(d)["responses"].update({t: {"description": ""}}),
    "schema name": lambda d, t: _schemas(d).update({t: {"type": "object", "properties": {"a": {"type": "string"}}}}),
    "schema description": lambda d, t: _schemas(d)["Thing"].update(description=t),
    "property name": lambda d, t: properties(d).update({t: {"type": "string"}}),
    "property description": lambda d, t: properties(d)["id"].update(description=t),
    "default": lambda d, t: properties(d).update(more={"type": "string", "default": t}),
    "enum value": lambda d, t: _schemas(d)["Paint"].update(enum=["red", t]),
    "enum description": lambda d, t: _schemas(d)["Paint"].update(description=t),
    "const": lambda d, t: properties(d).update(kind={"const": t}),
    "example": lambda d, t: properties(d)["id"].update(example=t, examples=[t]),
    "format": lambda d, t: properties(d)["id"].update(format=t),
    "type": lambda d, t: properties(d)["id"].update(type=t),
    "reference": lambda d, t: properties(d).update(part={"$ref": t}),
    "event name": lambda d, t: _stream(d, t, "part"),
    "friendly name": lambda d, t: _stream(d, "part", t),
    "webhook name": lambda d, t: d.update(webhooks={t: {"post": operation("received")}}),
    "security scheme": lambda d, t: d["components"].update(
        securitySchemes={t: {"type": "apiKey", "in": "header", "name": t, "description": t}}
    ),
    "fact": lambda d, t: _post(d).update({"x-fact": t, f"x-{t}": t}),
    "length unit": lambda d, t: properties(d)["id"].update(maxLength=3, **{"x-length-unit": t}),
}


def _rename(name: str) -> Callable[[Document], None]:
    """Use one name for everything that has a name."""

    def change(d: Document) -> None:
        properties(d)[name] = {"type": "string"}
        _schemas(d)[name] = {"type": "object", "properties": {name: {"type": "string"}}}
        _parameter(d, name=name)
        d["paths"]["/named"] = {"get": operation(name)}

    return change


#: Names that mean something to Python, to the models, or to generated code.
NAMES = (
    "class", "None", "True", "match", "self", "cls", "__init__", "__class__", "__del__", "__slots__", "_raw", "_keys",
    "items", "keys", "values", "get", "to_dict", "from_dict", "str", "int", "dict", "type", "print", "exec", "Any",
    "Optional", "Model", "Call", "Operation", "reading", "check", "m", "api", "models", "datetime", "data", "options",
    "make", "timeout", "headers", "body", "path", "query", "_body", "OPERATIONS", "annotations", "import", "ﬁeld",
    "а", "٣", "ß", "1st", "$", "", " ", "a" * 300,
)  # fmt: skip

SPECIAL: dict[str, Callable[[Document], object]] = {
    "two names that clash in snake case": lambda d: properties(d).update({"aB": {}, "a_b": {}, "a-b": {}}),
    "two schemas that clash": lambda d: _schemas(d).update({"a b": {"type": "object"}, "aB": {"type": "object"}}),
    "two operations that clash": lambda d: d["paths"].update(
        {"/x": {"get": operation("getX")}, "/y": {"get": operation("get_x")}}
    ),
    "two operations of one name": lambda d: d["paths"].update({"/x": {"get": operation("make_thing")}}),
    "two parameters that clash": lambda d: _post(d).update(
        parameters=[{"name": n, "in": "query", "schema": {"type": "string"}} for n in ("userId", "user_id")]
    ),
    "a parameter and a field that clash": lambda d: _parameter(d, name="size"),
    "a long description": lambda d: _schemas(d)["Thing"].update(description="x" * 2**20),
    "a long word": lambda d: _schemas(d)["Thing"].update(description='\\"' * 5_000),
    "a long enum": lambda d: _schemas(d)["Paint"].update(enum=[f"v{n}" for n in range(2_000)]),
    "an endless schema": lambda d: _schemas(d).update(Loop={"$ref": "#/components/schemas/Loop"}),
    "an endless inheritance": lambda d: _schemas(d).update(Loop={"allOf": [{"$ref": "#/components/schemas/Loop"}]}),
    "an endless union": lambda d: _schemas(d).update(Loop={"anyOf": [{"$ref": "#/components/schemas/Loop"}]}),
    "an endless list": lambda d: _schemas(d).update(
        Loop={"type": "array", "items": {"$ref": "#/components/schemas/Loop"}}
    ),
    "a reference to a file": lambda d: properties(d).update(part={"$ref": "/etc/passwd#/x"}),
    "a reference to a neighbour": lambda d: properties(d).update(part={"$ref": "../other.yaml#/x"}),
    "a reference to a URL": lambda d: properties(d).update(part={"$ref": "http://127.0.0.1:9/x.yaml#/x"}),
    "a reference to nothing": lambda d: properties(d).update(part={"$ref": "#/components/schemas/Nothing"}),
    "a reference into a text": lambda d: properties(d).update(part={"$ref": "#/info/title/x"}),
    "a reference that is no text": lambda d: properties(d).update(part={"$ref": {"a": 1}}),
    "a path that climbs": lambda d: d["paths"].update({"/../../x": {"get": operation("x")}}),
    "a path with a host": lambda d: d["paths"].update({"//example.org/x": {"get": operation("x")}}),
    "a path with a query": lambda d: d["paths"].update({"/x?y=1#z": {"get": operation("x")}}),
    "no paths": lambda d: d.pop("paths"),
    "paths in a list": lambda d: d.update(paths=[1]),
    "schemas in a list": lambda d: d["components"].update(schemas=[1]),
    "properties in a text": lambda d: _schemas(d)["Thing"].update(properties="a"),
    "required in a text": lambda d: _schemas(d)["Thing"].update(required="id"),
    "required of nothing": lambda d: _schemas(d)["Thing"].update(required=["nothing"]),
    "an enum of everything": lambda d: _schemas(d)["Paint"].update(enum=["a", 1, None, {}, []]),
    "an enum of nothing": lambda d: _schemas(d)["Paint"].update(enum=[]),
    "a default of another type": lambda d: properties(d).update(more={"type": "integer", "default": CODE}),
    "a const that is no scalar": lambda d: properties(d).update(kind={"const": {"a": [CODE]}}),
    "a limit that is no number": lambda d: properties(d)["id"].update(maxLength=CODE),
    "a limit below nothing": lambda d: properties(d)["id"].update(minLength=-1),
    "a type of everything": lambda d: properties(d)["id"].update(type=["string", "integer", "array", "null", "object"]),
    "a pattern without end": lambda d: properties(d)["id"].update(pattern="(a+)+" * 200),
    "an old version": lambda d: d.update(openapi="2.0"),
}  # fmt: skip

_HEAD = b"openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
TEXTS: dict[str, bytes] = {
    "a YAML tag that runs code": _HEAD + b"paths: !!python/object/apply:os.system ['touch CANARY']\n",
    "a YAML tag that makes a module": _HEAD + b"paths: !!python/module:os\n",
    "a YAML tag of its own": _HEAD + b"paths: !include /etc/passwd\n",
    "a bomb of aliases": _HEAD
    + b"a: &a [x, x, x, x, x, x, x, x, x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b", ".join([b"*%c" % n] * 9)) for n in range(97, 106))
    + b"paths: {}\n",
    "a bomb of brackets": b"[" * 100_000,
    "a bomb of braces": b"{a: " * 50_000,
    "an alias to itself": _HEAD + b"paths: &p {/x: *p}\n",
    "a merge key": _HEAD + b"base: &b {get: 1}\npaths: {/x: {<<: *b}}\n",
    "two documents": _HEAD + b"paths: {}\n---\n" + _HEAD,
    "a key twice": _HEAD + b"paths: {}\npaths: {}\n",
    "a key that is a list": _HEAD + b"? [1, 2]\n: 3\n",
    "no text": b"\xff\xfe\x00\x01",
    "nothing": b"",
    "a number": b"42",
    "five megabytes": b"# " + b"x" * (5 * 2**20),
    "half a surrogate": b'{"openapi": "3.1.0", "info": {"title": "\\ud800", "version": "1"}, "paths": {}}',
    "a number without end": _HEAD + b"paths: {}\nx-n: 1e999999\n",
    "a directive": b"%TAG ! tag:yaml.org,2002:python/\n---\npaths: !object/apply:os.system [ls]\n",
}


def hostile() -> Iterator[tuple[str, bytes]]:
    """Every document by its name, as the bytes of a file."""
    for place, put in PLACES.items():
        for kind, payload in PAYLOADS.items():
            yield f"{kind} in {place}", _write(lambda d, put=put, payload=payload: put(d, payload))
    for name in NAMES:
        yield f"the name {name[:20]!r}", _write(_rename(name))
    for title, change in SPECIAL.items():
        yield title, _write(change)
    yield from TEXTS.items()


def _write(change: Callable[[Document], object]) -> bytes:
    made = document()
    change(made)
    return json.dumps(made, ensure_ascii=False).encode()
