"""The table that says how much each kind of change matters, to callers and on the wire.

"Callers" are people's code that uses the package: names, keywords, types. "The wire" is a package that is already
deployed and meets the new service. A schema that is sent is judged as a request, one that is received as a response,
one that is both by the worse of the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from generator.diff.change import Level

NONE, ADDITIVE, BREAKING = Level.NONE, Level.ADDITIVE, Level.BREAKING


class Direction(Enum):
    """Which way a value travels."""

    REQUEST = "request"
    RESPONSE = "response"


class Verdict(NamedTuple):
    """How much a change matters, and to whom."""

    callers: Level
    wire: Level


Rule = dict[Direction, Verdict]


def _always(callers: Level, wire: Level) -> Rule:
    return dict.fromkeys(Direction, Verdict(callers, wire))


def _split(request: tuple[Level, Level], response: tuple[Level, Level]) -> Rule:
    return {Direction.REQUEST: Verdict(*request), Direction.RESPONSE: Verdict(*response)}


_HARMLESS, _NEW, _GONE = (NONE, NONE), (ADDITIVE, ADDITIVE), (BREAKING, BREAKING)

RULES: dict[str, Rule] = {
    # Operations
    "operation-added": _always(*_NEW),
    "operation-removed": _always(*_GONE),
    "operation-renamed": _always(BREAKING, NONE),
    "operation-moved": _always(NONE, BREAKING),
    "parameter-added": _always(*_NEW),
    "parameter-added-required": _always(*_GONE),
    "parameter-removed": _always(*_GONE),
    "parameter-relocated": _always(NONE, BREAKING),
    "parameter-serialised-otherwise": _always(NONE, BREAKING),
    "body-added": _always(*_NEW),
    "body-added-required": _always(*_GONE),
    "body-removed": _always(*_GONE),
    "media-type-changed": _always(*_GONE),
    "success-added": _always(*_NEW),
    "success-removed": _always(BREAKING, BREAKING),
    "success-status-changed": _always(NONE, ADDITIVE),
    "error-added": _always(*_NEW),
    "error-removed": _always(ADDITIVE, NONE),
    "response-header-added": _always(*_NEW),
    "response-header-removed": _always(ADDITIVE, BREAKING),
    "operation-server-changed": _always(NONE, BREAKING),
    "idempotency-changed": _always(ADDITIVE, NONE),
    "security-required": _always(*_GONE),
    "security-relaxed": _always(*_NEW),
    "event-added": _always(*_NEW),
    "event-removed": _always(*_GONE),
    "event-type-changed": _always(BREAKING, NONE),
    # Schemas
    "schema-added": _always(ADDITIVE, NONE),
    "schema-removed": _always(BREAKING, NONE),
    "schema-renamed": _always(BREAKING, NONE),
    "field-added": _split(_NEW, _NEW),
    "field-added-required": _split(_GONE, _NEW),
    "field-removed": _always(*_GONE),
    "field-renamed": _always(*_GONE),
    "became-required": _split(_GONE, _NEW),
    "became-optional": _split(_NEW, _GONE),
    "became-nullable": _split(_NEW, _GONE),
    "became-nullable-optional": _split((NONE, ADDITIVE), (NONE, ADDITIVE)),
    "no-longer-nullable": _split(_GONE, _NEW),
    "no-longer-nullable-optional": _split((NONE, BREAKING), (NONE, ADDITIVE)),
    "type-widened": _split(_NEW, _GONE),
    "type-narrowed": _split(_GONE, _NEW),
    "type-changed": _always(*_GONE),
    "type-renamed": _always(BREAKING, NONE),
    "format-changed": _always(NONE, ADDITIVE),
    "value-added": _split(_NEW, _NEW),
    "value-removed": _split(_GONE, (BREAKING, ADDITIVE)),
    "opened": _split(_NEW, _NEW),
    "closed": _split(_GONE, (ADDITIVE, ADDITIVE)),
    "limit-tightened": _split(_GONE, (NONE, ADDITIVE)),
    "limit-loosened": _split(_NEW, (NONE, ADDITIVE)),
    "default-added": _split((ADDITIVE, ADDITIVE), _HARMLESS),
    "default-changed": _split((BREAKING, ADDITIVE), _HARMLESS),
    "default-removed": _split((BREAKING, ADDITIVE), _HARMLESS),
    "echo-marked": _split(_HARMLESS, _GONE),
    "echo-unmarked": _split(_HARMLESS, (ADDITIVE, NONE)),
    "secret-marked": _always(ADDITIVE, NONE),
    "secret-unmarked": _always(BREAKING, NONE),
    "read-only-marked": _split((BREAKING, ADDITIVE), _HARMLESS),
    "read-only-unmarked": _split(_NEW, _HARMLESS),
    "write-only-marked": _split(_HARMLESS, _GONE),
    "write-only-unmarked": _split(_HARMLESS, _NEW),
    "discriminator-changed": _split((NONE, ADDITIVE), _GONE),
    # Anywhere
    "deprecated": _always(ADDITIVE, NONE),
    "no-longer-deprecated": _always(ADDITIVE, NONE),
    "python-name-changed": _always(BREAKING, NONE),
    "fact-changed": _always(ADDITIVE, NONE),
    "keyword-changed": _always(ADDITIVE, ADDITIVE),
    "documentation-changed": _always(*_HARMLESS),
    # The service
    "server-added": _always(*_NEW),
    "server-removed": _always(NONE, BREAKING),
    "default-server-changed": _always(ADDITIVE, BREAKING),
    "security-scheme-added": _always(*_NEW),
    "security-scheme-removed": _always(*_GONE),
    "security-scheme-changed": _always(NONE, BREAKING),
    "webhook-added": _always(*_NEW),
    "webhook-removed": _always(*_GONE),
}


def judge(kind: str, directions: Iterable[Direction] = ()) -> Verdict:
    """Judge how much a change of this kind matters to values that travel in `directions`; in any if none is known."""
    verdicts = [RULES[kind][direction] for direction in (set(directions) or Direction)]
    return Verdict(max(v.callers for v in verdicts), max(v.wire for v in verdicts))
