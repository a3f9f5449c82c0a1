"""What an operation gives back, over all of its successes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.discriminators import Classes
from generator.document import Document
from generator.media import JSON, STREAM, is_json, is_text
from generator.operations import find_successes
from generator.parsed_types import to_value_type
from generator.parser_input import to_exact_status
from generator.value_types import ValueType

#: Successes that have no body, by the standard (RFC 9110, 15.3).
_BODILESS = frozenset({"204", "205"})


@dataclass(frozen=True)
class Results:
    """The type of the result, and how each success is read."""

    annotation: str = "None"
    reader: str = ""
    #: Reader by status, where the document has several.
    readers: tuple[tuple[str, str], ...] = ()
    text_media_types: tuple[str, ...] = ()
    binary: tuple[str, ...] = ()
    #: Media types that are asked for, where it is not JSON alone.
    accept: tuple[str, ...] = ()
    empty: bool = False


def collect_results(document: Document, operation: Document, endpoint: Any, where: str, named: Classes) -> Results:
    """Return what the successes of an operation hold."""
    found = find_successes(document, operation)
    props = {response.status_code.pattern: response.prop for response in endpoint.responses.patterns}
    kinds = {
        status: to_value_type(props[to_exact_status(status)], where, named)
        for status, response in found.items()
        if JSON in response.get("content", {})
    }
    media = [kind for response in found.values() for kind in response.get("content", {}) if kind not in (JSON, STREAM)]
    text_media_types = tuple(dict.fromkeys(kind for kind in media if is_text(kind)))
    binary = tuple(dict.fromkeys(kind for kind in media if not is_text(kind)))
    bodiless = [status for status, response in found.items() if not response.get("content")]
    silent = not kinds and not media and any(status not in _BODILESS for status in bodiless)
    return Results(
        annotation="Any" if silent else _annotate(list(kinds.values()), text_media_types, binary, bool(bodiless)),
        reader=_build_reader(kinds, may_be_empty=bool(bodiless)),
        readers=_list_readers(kinds) if len(set(kinds.values())) > 1 else (),
        text_media_types=("*/*",) if silent else text_media_types,
        binary=binary,
        accept=("*/*",) if silent else _list_accepted([response.get("content", {}) for response in found.values()]),
        empty=bool(bodiless),
    )


def _list_accepted(contents: list[Document]) -> tuple[str, ...]:
    """The media types of all successes. A text beside JSON is asked for by arguments, and not by the header."""
    kinds: list[str] = []
    for content in contents:
        kinds += [content[JSON]["x-media-type"]] if JSON in content else filter(is_text, content)
        kinds += [kind for kind in content if kind not in (JSON, STREAM) and not is_text(kind)]
    if any(map(is_json, kinds)):
        kinds.append(JSON)  # as errors are, whatever a success is
    return tuple(dict.fromkeys(kinds)) if set(kinds) - {JSON} else ()


def _annotate(kinds: list[ValueType], text_media_types: tuple[str, ...], binary: tuple[str, ...], empty: bool) -> str:
    """Return the type. A text beside JSON comes only to who asks for it, so it is no part of the type."""
    words = list(dict.fromkeys(kind.annotate("m.") for kind in kinds))
    if not kinds and text_media_types:
        words.append("str")
    if binary:
        words.append("bytes")
    if "Any" in words:
        return "Any"
    if not words:
        return "None"
    plain = words[0] if len(words) == 1 else f"Union[{', '.join(words)}]"
    return f"Optional[{plain}]" if empty else plain


def _list_readers(kinds: dict[str, ValueType]) -> tuple[tuple[str, str], ...]:
    return tuple((status, kind.build_reader(late=True) or "reading.keep") for status, kind in kinds.items())


def _build_reader(kinds: dict[str, ValueType], *, may_be_empty: bool) -> str:
    """Build the reader of the one kind of JSON; a body without one has no meaning where there may be none."""
    if len(set(kinds.values())) != 1:
        return ""
    return next(iter(kinds.values())).build_reader(late=True) or ("reading.keep" if may_be_empty else "")
