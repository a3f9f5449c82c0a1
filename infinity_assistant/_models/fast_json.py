# SPDX-License-Identifier: MIT. Generated from overlays/_models/fast_json.py: edit that file, then run `make generate`.
"""Reads the JSON of responses: with `msgspec` where it is installed (extra `[speed]`); the results are the same.

The standard library has the last word: what the other refuses is read again by it, and it words the errors.
"""

from __future__ import annotations

import functools
import json
from typing import Any, Callable, NoReturn, Optional

from infinity_assistant._models.surrogates import may_hold_halves, replace_all_halves

#: Where fast decoders differ: integers beyond 64 bits and their neighbours, a minus before zero, a key twice, escapes.
_PROOF = b'[18446744073709551616,-9223372036854775809,9007199254740993,-0,-0.0,{"a":1,"b":2,"a":3},"\\ud83d\\ude00\\/"]'


def parse_json(content: bytes) -> Any:
    """Read JSON (RFC 8259). Raises `ValueError` for anything else, however deep it is nested."""
    decode = find_fast_decoder()
    if decode is not None:
        try:
            value = decode(content)
            return replace_all_halves(value) if may_hold_halves(content) else value
        except Exception:  # Of classes of its own, which are no ValueError in each of its versions.
            pass
    return parse_strictly(content)


def parse_strictly(content: bytes) -> Any:
    """Read JSON (RFC 8259) with the standard library. Raises as `parse_json`."""
    try:
        value = _DECODER.decode(str(content, "utf-8-sig" if content[:3] == b"\xef\xbb\xbf" else "utf-8"))
        return replace_all_halves(value) if may_hold_halves(content) else value
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


@functools.lru_cache(maxsize=None)
def find_fast_decoder() -> Optional[Callable[[bytes], Any]]:
    """Find the decoder of `msgspec`, if a version is there that reads what the standard library reads; else `None`."""
    try:
        from msgspec.json import Decoder

        decode: Callable[[bytes], Any] = Decoder().decode
        return decode if repr(decode(_PROOF)) == repr(parse_strictly(_PROOF)) else None
    except Exception:  # Absent, made for another Python, or too old to read the proof: all of them are "not there".
        return None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
