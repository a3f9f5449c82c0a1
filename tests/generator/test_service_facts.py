"""What the document says of the service as a whole is in the package: address, key, security schemes, deliveries."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.checks import find_errors
from generator.document import Document, load
from generator.facade.service import find_missing_of_service
from generator.normal_form import normalise
from generator.package import CONTRACT, FACTS, PACKAGE, ROOT
from generator.render import render_files
from generator.service_facts import collect_service_facts
from tests.generator.copies import leave_out
from tests.generator.gallery.server import serve
from tests.generator.small import document

pytestmark = pytest.mark.usefixtures("without_layout")

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
BEARER = {"type": "http", "scheme": "Bearer"}
OAUTH = {"type": "oauth2", "flows": {}}
IN_QUERY = {"type": "apiKey", "in": "query", "name": "key"}
BASIC = {"type": "http", "scheme": "basic"}
OTHER_KEY = {"type": "apiKey", "in": "header", "name": "X-App"}


def with_schemes(**schemes: Document) -> Document:
    """A document with these security schemes."""
    made = document()
    made["servers"] = [{"url": "https://t.example"}]
    made["components"]["securitySchemes"] = schemes
    return made


@pytest.mark.parametrize(
    ("servers", "url"),
    [
        ([{"url": "https://a.example/v1/"}, {"url": "https://b.example"}], "https://a.example/v1"),
        ([{"url": "https://{where}.example", "variables": {"where": {"default": "eu"}}}], "https://eu.example"),
        ([{"url": "/api"}], ""),
        ([], ""),
    ],
)
def test_the_first_server_is_where_the_service_lives(servers: list[Any], url: str) -> None:
    assert collect_service_facts({"servers": servers}).base_url == url


@pytest.mark.parametrize(
    ("schemes", "header"),
    [
        ({"key": KEY}, "X-Key"),
        ({"bearer": BEARER, "key": KEY}, "X-Key"),
        ({"bearer": BEARER}, "Authorization"),
        ({}, "Authorization"),
    ],
)
def test_a_key_travels_in_the_header_of_its_scheme_or_as_a_bearer_token(schemes: Document, header: str) -> None:
    assert collect_service_facts(with_schemes(**schemes)).key_header == header


@pytest.mark.parametrize(
    ("schemes", "told"),
    [
        ({"key": KEY, "bearer": BEARER}, []),
        ({"key": KEY, "login": OAUTH}, ["the security scheme login (oauth2) is not sent"]),
        ({"key": KEY, "short": IN_QUERY}, ["the security scheme short (apiKey in query key) is not sent"]),
        ({"key": KEY, "basic": BASIC}, ["the security scheme basic (http basic) is not sent"]),
        ({"key": KEY, "app": OTHER_KEY}, ["the security scheme app (apiKey in header X-App) is not sent"]),
    ],
)
def test_a_security_scheme_that_the_client_does_not_know_is_to_do(schemes: Document, told: list[str]) -> None:
    found = list(find_missing_of_service(render_files(with_schemes(**schemes))[FACTS]))
    assert len(found) == len(told)
    assert all(text in problem for text, problem in zip(told, found, strict=True))


def test_an_address_that_is_none_is_to_do() -> None:
    assert [problem.split(",")[0] for problem in find_missing_of_service(render_files(document())[FACTS])] == [
        "openapi.yaml: servers[0].url is no address"
    ]


@pytest.mark.parametrize(
    ("security", "problem"),
    [
        ([{"key": [], "bearer": []}], "paths./things.post.security: asks for key and bearer at once"),
        ([{"kee": []}], "paths./things.post.security: no security scheme is called kee"),
    ],
)
def test_what_one_key_cannot_satisfy_is_refused(security: list[Any], problem: str) -> None:
    made = with_schemes(key=KEY, bearer=BEARER)
    made["paths"]["/things"]["post"]["security"] = security
    assert [str(error).partition(";")[0] for error in find_errors(made)] == [problem]


@pytest.mark.parametrize("security", [[], [{}], [{"key": []}, {"key": [], "bearer": []}]])
def test_what_one_key_satisfies_is_taken(security: list[Any]) -> None:
    made = with_schemes(key=KEY, bearer=BEARER)
    made["security"] = security
    assert find_errors(made) == []


PART = {"$ref": "#/components/schemas/Part"}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PART, "Part"),
        ({"$ref": "#/components/schemas/Alias"}, "Part"),
        ({"anyOf": [PART, {"type": "null"}]}, "Part"),
        ({"type": "object", "properties": {"n": {"type": "integer"}}}, "PartMadePayload"),
        ({"$ref": "#/components/schemas/Any"}, "AnyObject"),
        ({"type": "string"}, None),
        ({"anyOf": [PART, {"$ref": "#/components/schemas/Thing"}]}, None),
    ],
)
def test_the_payload_of_a_delivery_is_the_class_of_its_data_whatever_its_name(data: Document, name: str | None) -> None:
    made = document()
    made["components"]["schemas"]["Alias"] = PART
    made["components"]["schemas"]["Any"] = {"type": "object", "properties": {"n": {"type": "integer"}}}
    envelope = {"allOf": [{"type": "object", "properties": {"data": {"type": "object"}, "event": {}}}],
                "properties": {"data": data}}  # fmt: skip
    body = {"content": {"application/json": {"schema": envelope}}}
    made["webhooks"] = {"part.made": {"post": {"requestBody": body, "responses": {}}}}
    assert find_errors(made) == []
    assert dict(collect_service_facts(normalise(made)).payloads).get("part.made") == name
    assert name is None or f"class {name}(" in "".join(render_files(made).values())


PROGRAM = """
import sys
import infinity_assistant as ia
from infinity_assistant._core.options import BASE_URL
with ia.InfinityAssistantClient("ia_secret", base_url=sys.argv[1], max_retries=0) as client:
    client.request(ia.api.health())
print(BASE_URL)
"""


@pytest.mark.parametrize(
    ("schemes", "arrived"),
    [
        ({"Key": {"type": "apiKey", "in": "header", "name": "X-New-Key"}}, ("x-new-key", "ia_secret")),
        ({"Bearer": BEARER}, ("authorization", "Bearer ia_secret")),
    ],
)
def test_another_server_and_another_header_change_the_package(
    schemes: Document, arrived: tuple[str, str], tmp_path: Path
) -> None:
    """The package of a document that says so sends its key there."""
    contract = load(ROOT / CONTRACT)
    contract["servers"][0]["url"] = "https://elsewhere.example/v2"
    contract["components"]["securitySchemes"] = schemes
    shutil.copytree(ROOT / PACKAGE, tmp_path / PACKAGE, ignore=leave_out)
    (tmp_path / PACKAGE / FACTS).unlink()
    (tmp_path / PACKAGE / FACTS).write_text(render_files(contract)[FACTS], encoding="utf-8")
    with serve() as server:
        server.prepare(200, "application/json", {"status": "ok"})
        command = [sys.executable, "-c", PROGRAM, server.base_url]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "https://elsewhere.example/v2\n", done.stderr
    sent = {name.lower(): value for name, value in server.arrived[0].headers}
    assert sent[arrived[0]] == arrived[1]
    assert not {"x-api-key", "authorization"} & sent.keys() - {arrived[0]}
