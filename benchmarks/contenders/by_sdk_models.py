"""Reading responses with this SDK, without any exchange."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

from benchmarks import responses
from benchmarks.contenders import without_extras
from infinity_assistant import api
from infinity_assistant._models.fast_json import find_fast_decoder, parse_json


@contextmanager
def api_keys(base_url: str) -> Iterator[Callable[[int], int]]:
    without_extras()
    yield reading()


@contextmanager
def api_keys_speed(base_url: str) -> Iterator[Callable[[int], int]]:
    assert find_fast_decoder(), "the extra [speed] is not installed"
    yield reading()


def reading() -> Callable[[int], int]:
    """Return what reads a list of 200 keys so many times."""
    body = responses.api_keys()
    call = api.list_api_keys()
    return lambda count: sum(len(call.read(parse_json(body)).api_keys) == 200 for _ in range(count))
