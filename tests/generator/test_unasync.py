"""The synchronous sources: the asynchronous ones without their async, line by line."""

from __future__ import annotations

import sys

import pytest

from generator.unasync import LeftoverError, unasync

ASYNC = '''\
"""Asynchronous things; AsyncClient is one. `await client.chat()`"""
from package.async_client import AsyncClient  # in an `async with` block

class AsyncStream(AsyncClient):
    def __aiter__(self): return self
    async def __anext__(self) -> bytes:
        async with self.lock:
            async for piece in self.pieces(
                1,
            ):
                return await piece.aclose()
        raise StopAsyncIteration(f"{await self.name()} of AsyncStream {self!r:>{width}}")
'''
SYNC = '''\
"""Asynchronous things; Client is one. `client.chat()`"""
from package.client import Client  # in an `with` block

class Stream(Client):
    def __iter__(self): return self
    def __next__(self) -> bytes:
        with self.lock:
            for piece in self.pieces(
                1,
            ):
                return piece.close()
        raise StopIteration(f"{self.name()} of Stream {self!r:>{width}}")
'''


def test_tokens_lose_their_async_and_lines_stay() -> None:
    assert unasync(ASYNC) == SYNC


def test_synchronous_source_is_left_alone() -> None:
    assert unasync(SYNC) == SYNC


def test_the_rules_that_applied_are_told() -> None:
    used: set[str] = set()
    unasync(ASYNC, used)
    assert used == {"__aiter__", "__anext__", "aclose", "StopAsyncIteration"}


def test_nothing_else_is_taken_for_async() -> None:
    """Words that begin in the same way, longer names, and names in other alphabets stay."""
    source = 'asynchrony = awaited = "AsynchronousX asyncio"  # Xawait it\naspect = "async"\n'
    with pytest.raises(LeftoverError):
        unasync(source)
    assert unasync('aspect = "AsynchronousX", "async", "anext"\n') == 'aspect = "AsynchronousX", "async", "anext"\n'


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("x = 1\nimport asyncio\n", "line 2: 'asyncio' is still async"),
        ("def f(x: Awaitable[int]) -> None: ...\n", "line 1: 'Awaitable' is still async"),
        ("async def f():\n    return [x async for x in y.__aenter]\n", "'__aenter' is still async"),
        ("def f(*, async_timeout_async=1): ...\n", "'timeout_async' is still async"),
        ("text = f'{stream.aread()}'\n", "'aread' is still async"),
    ],
)
def test_what_has_no_synchronous_form_is_refused_with_its_line(source: str, complaint: str) -> None:
    with pytest.raises(LeftoverError, match=complaint):
        unasync(source)


def test_a_broken_source_is_a_syntax_error() -> None:
    with pytest.raises(SyntaxError):
        unasync("async def f(:\n    pass\n")


@pytest.mark.parametrize("quote", ['"', '"""'])
def test_strings_with_expressions_are_text_on_every_python(quote: str) -> None:
    """Since Python 3.12 their parts are tokens; the result is that of Python 3.11."""
    source = f"value = f{quote}{{await x}} {{{{AsyncClient}}}} {{y['async_name']}} {{z!r:>{{async_width}}}}{quote}\n"
    expected = f"value = f{quote}{{x}} {{{{Client}}}} {{y['name']}} {{z!r:>{{width}}}}{quote}\n"
    assert unasync(source) == expected, sys.version
