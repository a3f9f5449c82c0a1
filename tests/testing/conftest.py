"""An emulator, and a caller on it that holds every response against the API description."""

from __future__ import annotations

import json
from typing import Any, Iterator, List, Tuple

import pytest

from infinity_assistant.testing import Emulator, Request, Response
from tests.testing import described


class Caller:
    """Calls an emulator as a program would, and checks each response of the default profile against the description."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.cookie = ""

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> Response:
        """Call an operation; `body` is JSON, or bytes to send as they are."""
        target, _, query = path.partition("?")
        sent = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        cookie = {"cookie": self.cookie} if self.cookie else {}
        named = tuple((name.replace("_", "-"), value) for name, value in {**cookie, **headers}.items())
        response = self.emulator.handle(Request(method, f"/api{target}", query, named, sent))
        self._check(method, target, response)
        self.cookie = (response.header("set-cookie") or self.cookie).partition(";")[0]
        return response

    def json(self, method: str, path: str, body: Any = None, status: int = 200, **headers: str) -> Any:
        """Call an operation, expect a status, and read the JSON."""
        response = self(method, path, body, **headers)
        assert response.status == status, response.body
        return json.loads(response.body)

    def stream(self, body: Any, **headers: str) -> List[Tuple[str, Any]]:
        """Call POST /chat/stream and read the events."""
        return described.events(self("POST", "/chat/stream", body, **headers))

    def _check(self, method: str, path: str, response: Response) -> None:
        operation = self.emulator.document.find_operation(method, path)
        if operation is not None and self.emulator.services.profile.name == "default":
            described.check(operation.id, response)


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """A fresh emulator in which time stands still."""
    with Emulator(frozen=True) as emulator:
        yield emulator


@pytest.fixture
def call(emulator: Emulator) -> Caller:
    """A caller on the emulator, without a key."""
    return Caller(emulator)


@pytest.fixture
def strict() -> Iterator[Caller]:
    """A caller on an emulator of the service as deployed."""
    with Emulator(profile="strict", frozen=True) as emulator:
        yield Caller(emulator)
