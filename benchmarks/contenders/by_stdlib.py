"""The standard library alone: http.client for calls, json.loads for reading."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Callable
from urllib.parse import urlsplit

from benchmarks import responses
from benchmarks.contenders import HEADERS, PATIENCE, QUESTION


@contextmanager
def chat(base_url: str) -> Iterator[Callable[[int], int]]:
    url = urlsplit(base_url + "/chat")
    headers = {**HEADERS, "content-type": "application/json"}
    with closing(http.client.HTTPConnection(url.hostname or "", url.port, timeout=PATIENCE)) as connection:

        def one() -> bool:
            connection.request("POST", url.path, json.dumps(QUESTION), headers)
            return bool(json.loads(connection.getresponse().read())["response"])

        yield lambda count: sum(one() for _ in range(count))


@contextmanager
def api_keys(base_url: str) -> Iterator[Callable[[int], int]]:
    body = responses.api_keys()
    yield lambda count: sum(len(json.loads(body)["apiKeys"]) == 200 for _ in range(count))
