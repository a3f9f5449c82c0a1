"""Reading answers with this SDK, without any exchange."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

from benchmarks import answers
from infinity_assistant import api
from infinity_assistant.answers import parse_json


@contextmanager
def api_keys(base_url: str) -> Iterator[Callable[[int], int]]:
    body = answers.api_keys()
    call = api.list_api_keys()
    yield lambda count: sum(len(call.read(parse_json(body)).api_keys) == 200 for _ in range(count))
