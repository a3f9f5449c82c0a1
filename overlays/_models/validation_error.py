# SPDX-License-Identifier: MIT
"""The error of a JSON value that is not what the API description says."""

from __future__ import annotations

from typing import Any, Mapping


class ValidationError(ValueError):
    """A JSON value is not what the API description says.

    `path` is the place in the value, such as `result.findings[3].id`, and empty for the value itself.
    """

    def __init__(self, problem: str, path: str = "") -> None:
        super().__init__(problem, path)
        self.problem = problem
        self.path = path

    def __str__(self) -> str:
        return f"{self.path or 'the response'} {self.problem}"

    def within(self, place: str) -> ValidationError:
        """Return the same problem, seen from one level further up."""
        dot = "." if self.path and not self.path.startswith("[") else ""
        return ValidationError(self.problem, f"{place}{dot}{self.path}")


def make_type_error(value: Any, expected: str, path: str = "") -> ValidationError:
    """Make an error that names the JSON types, never the value: it may be private."""
    return ValidationError(f"is {_name_json_type(value)}, not {expected}", path)


def _name_json_type(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    kinds = {str: "a string", int: "a number", float: "a number", list: "an array", Mapping: "an object"}
    return next((name for kind, name in kinds.items() if isinstance(value, kind)), f"a Python {type(value).__name__}")
