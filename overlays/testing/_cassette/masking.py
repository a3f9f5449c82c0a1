# SPDX-License-Identifier: MIT
"""Keep keys, and words if asked, out of a cassette."""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, FrozenSet, Iterator, Mapping, Optional, Tuple

from infinity_assistant.testing._api.document import Document

MASK = "***"
_MASKED = ("query", "body", "text", "events")
_KEY = re.compile(r"\b(?:ia|whsec)_[A-Za-z0-9_-]{16,}")
#: Values of these tell no words: identifiers, and what programs tell cases apart by.
_NAME_OF_ID = re.compile(r"(^|[a-z_])(id|ids|Id|Ids|ID)$|^(type|status|code|model|version|mode|event)$")
_VALUE_OF_NO_WORDS = re.compile(r"^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$")


class Masker:
    """Masks the values of a cassette: keys always, and words if `text` says so."""

    def __init__(self, document: Document, *, text: bool, secret: Optional[str] = None) -> None:
        self._secret_names: FrozenSet[str] = frozenset(_find_secret_names(document.raw))
        self._choices: FrozenSet[str] = frozenset(_find_choices(document.raw))
        self._text = text
        self._secret = secret

    def mask(self, described: Mapping[str, Any]) -> Dict[str, Any]:
        """Return what describes a request or a response, without secrets in what it says."""
        return {
            part: _map_strings(value, part, self._mask_string) if part in _MASKED else value
            for part, value in described.items()
        }

    def _mask_string(self, name: str, text: str) -> str:
        if name in self._secret_names:
            return MASK
        if self._text and not self._tells_no_words(name, text):
            return MASK
        text = text.replace(self._secret, MASK) if self._secret else text
        return _KEY.sub(MASK, text)

    def _tells_no_words(self, name: str, text: str) -> bool:
        return text in self._choices or bool(_NAME_OF_ID.search(name) or _VALUE_OF_NO_WORDS.match(text))


def _map_strings(value: Any, name: str, change: Callable[[str, str], str]) -> Any:
    if isinstance(value, str):
        return change(name, value)
    if isinstance(value, Mapping):
        return {key: _map_strings(one, key, change) for key, one in value.items()}
    if isinstance(value, list):
        return [_map_strings(one, name, change) for one in value]
    return value


def _find_secret_names(document: Any) -> Iterator[str]:
    for _, node in _walk(document):
        properties = node.get("properties")
        if isinstance(properties, Mapping):
            yield from (name for name, one in properties.items() if isinstance(one, Mapping) and one.get("x-secret"))


def _find_choices(document: Any) -> Iterator[str]:
    for _, node in _walk(document):
        if isinstance(node.get("enum"), list):
            yield from (one for one in node["enum"] if isinstance(one, str))


def _walk(node: Any, name: str = "") -> Iterator[Tuple[str, Mapping[str, Any]]]:
    if isinstance(node, Mapping):
        yield name, node
        for key, one in node.items():
            yield from _walk(one, key)
    elif isinstance(node, list):
        for one in node:
            yield from _walk(one, name)
