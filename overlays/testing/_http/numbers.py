# SPDX-License-Identifier: MIT
"""Read and write numbers as JavaScript does, in which every number is a double (ECMA-262, Number::toString)."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Union

#: From here on JavaScript writes an exponent, and below the other bound as well; Python does so from 1e16 on.
_LARGEST_PLAIN = 1e21
_SMALLEST_PLAIN = 1e-6
_EXACT = 2**53


def parse_double(text: str) -> Union[int, float]:
    """Parse a number by way of a double: `1.0` is 1, `1234567890123456789` is 1234567890123456800, `1e400` infinite."""
    return to_double(float(text))


def to_double(value: Union[int, float]) -> Union[int, float]:
    """Round a number to a double; one without a fraction is an int, with the digits that JavaScript writes."""
    if isinstance(value, int) and -_EXACT <= value <= _EXACT:
        return value
    number = _to_float(value)
    if not math.isfinite(number) or abs(number) >= _LARGEST_PLAIN or number != int(number):
        return number
    return int(Decimal(repr(number)))


def format_number(value: Union[int, float]) -> str:
    """Format a number; what is not finite is null."""
    number = to_double(value)
    if isinstance(number, int):
        return str(number)
    if not math.isfinite(number):
        return "null"
    if _SMALLEST_PLAIN <= abs(number) < _LARGEST_PLAIN:
        return format(Decimal(repr(number)), "f")
    mantissa, _, exponent = repr(number).partition("e")
    return f"{mantissa}e{int(exponent):+d}"


def _to_float(value: Union[int, float]) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.copysign(math.inf, value)
