"""With the extra `[speed]` and without it, the same bytes are the same value or the same error."""

from __future__ import annotations

import json
import sys
import types
from importlib.util import find_spec
from typing import Any, Callable, Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infinity_assistant._models import fast_json

#: Where decoders differ from each other, or refuse what the standard library takes.
NASTY = [
    *[b"18446744073709551615", b"18446744073709551616", b"-9223372036854775809", b"9" * 30, b"9" * 5000],
    *[
        b"-0",
        b"-0.0",
        b"[-0]",
        b"01",
        b"-",
        b"1.",
        b".5",
        b"+1",
        b"1e",
        b"1e5",
        b"1E+2",
        b"1e400",
        b"-1e400",
        b"1e-400",
    ],
    *[b"1" * 25 + b".5", b"1" * 25 + b"e-5", b"0.1e1", b"5e-324", b"2.2250738585072011e-308", b"9007199254740993.0"],
    *[b"NaN", b"Infinity", b"-Infinity", b'{"a":NaN}', b"nul", b"True", b"tru", b"null", b"1 2", b"[1,]", b'{"a":1,}'],
    *[b'"\\ud800"', b'"\\udc00\\ud800"', b'"\\ud83d\\u0041"', b'"\\ud83d\\ude00"', b'"\\u00"', b'"\\a"', b'"\\u0000"'],
    *[b'"\xff"', b'"\xed\xa0\x80"', b'"\xc0\x80"', b'"\xf4\x90\x80\x80"', b"\xff\xfe1\x00", b'"\xf0\x9f\x98\x80"'],
    *[
        b"\xef\xbb\xbf{}",
        b"\xef\xbb\xbf\xef\xbb\xbf{}",
        b" \xef\xbb\xbf{}",
        b"",
        b" ",
        b"\x0c1",
        b"\xc2\xa01",
        b"\n1\r\t ",
    ],
    *[
        b'"\x00"',
        b'"\n"',
        b'"\x7f"',
        b'"',
        b"'a'",
        b"{",
        b"}",
        b"[",
        b'{"a"}',
        b"{1:2}",
        b"/**/1",
        b"1//",
        b"\x00",
        b"1\x00",
    ],
    *[
        b'{"a":1,"b":2,"a":3}',
        b'{"":{"":[]}}',
        b'{"__class__":1}',
        b"[" * 200 + b"]" * 200,
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
]

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
NUMBERS = st.from_regex(rb"-?[0-9]{1,40}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?", fullmatch=True)


def texts() -> st.SearchStrategy[bytes]:
    """JSON as programs write it, with and without escapes."""
    return st.builds(
        lambda value, ascii_only, indent: json.dumps(value, ensure_ascii=ascii_only, indent=indent).encode(
            "utf-8", "surrogatepass"
        ),
        VALUES,
        st.booleans(),
        st.sampled_from([None, 1]),
    )


@st.composite
def damage(random_fraction: Callable[[Any], Any]) -> bytes:
    """JSON of which some bytes are lost, and others come in."""
    text = random_fraction(texts())
    start, end = sorted([random_fraction(st.integers(0, len(text))), random_fraction(st.integers(0, len(text)))])
    return bytes(text[:start] + random_fraction(st.binary(max_size=3) | st.sampled_from(NASTY[:60])) + text[end:])


def outcome(read: Callable[[bytes], Any], content: bytes) -> str:
    """The value, told apart by its type, the order of its keys and the sign of its zeros, or the error."""
    try:
        return repr(read(content))
    except ValueError as exc:
        return f"{type(exc).__name__}: {exc}"


@pytest.fixture
def anew() -> Iterator[None]:
    """Whether the extra is there is found out again, before the test and after it."""
    fast_json.find_fast_decoder.cache_clear()
    yield
    fast_json.find_fast_decoder.cache_clear()


@pytest.mark.parametrize("content", NASTY, ids=lambda content: repr(content[:25]))
def test_nasty_bytes_are_the_same_with_and_without(content: bytes) -> None:
    assert outcome(fast_json.parse_json, content) == outcome(fast_json.parse_strictly, content)


@given(texts() | damage() | NUMBERS | NUMBERS.map(lambda number: b"[" + number + b"]") | st.binary())
@example(b'{"a": [1, 2.5, -0, 1e2, "\\u00e9", null, true]}')
def test_any_bytes_are_the_same_with_and_without(content: bytes) -> None:
    assert outcome(fast_json.parse_json, content) == outcome(fast_json.parse_strictly, content)


@pytest.mark.usefixtures("anew")
def test_it_is_used_where_it_is_installed() -> None:
    assert (fast_json.find_fast_decoder() is not None) == (find_spec("msgspec") is not None)


def rounds_integers(content: bytes) -> Any:
    return json.loads(content, parse_int=float)


def refuses_everything(content: bytes) -> Any:
    raise TypeError("not today")


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("decode", [rounds_integers, refuses_everything, None])
def test_a_version_that_reads_otherwise_is_not_used(monkeypatch: pytest.MonkeyPatch, decode: Any) -> None:
    """Among them the versions that make a float of a long integer; the last one cannot even be imported."""
    module: Any = types.ModuleType("msgspec.json")
    if decode:
        module.Decoder = lambda: types.SimpleNamespace(decode=decode)
    monkeypatch.setitem(sys.modules, "msgspec", types.ModuleType("msgspec"))
    monkeypatch.setitem(sys.modules, "msgspec.json", module)
    assert fast_json.find_fast_decoder() is None
    assert fast_json.parse_json(b"[18446744073709551616]") == [2**64]
