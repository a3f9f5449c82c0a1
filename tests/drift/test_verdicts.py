"""`check_compatibility` calls nothing compatible that it has not compared."""

from __future__ import annotations

import warnings
from typing import Any, Dict

import pytest

import infinity_assistant as ia
from infinity_assistant.call import Call, Operation, StreamEvent
from infinity_assistant.testing import Emulator
from tests.client.conftest import Connect, connect, portal, runtime, wire
from tests.client.wire import WireServer

__all__ = ["runtime", "connect", "portal", "wire"]

HEALTH = {"status": "healthy", "timestamp": "2026-11-22T10:30:27.585Z", "version": "1", "service": "x", "checks": {}}
UNDECIDED: Dict[str, Any] = {
    "unavailable": ({"error": "busy"}, 503),
    "unauthorized": ({"error": "Authentication required"}, 401),
    "throttled": ({"error": "slow down"}, 429),
}
INCOMPATIBLE: Dict[str, Any] = {
    "html": ("<html>Welcome", 200),
    "moved": ("", 308),
    "not-found": ("<html>404", 404),
    "empty": (b"", 200),
    "field-missing": ({"version": "1"}, 200),
}


@pytest.mark.parametrize("response", UNDECIDED)
def test_what_could_not_be_compared_is_undecided(connect: Connect, wire: WireServer, response: str) -> None:
    body, status = UNDECIDED[response]
    client = connect("ia_key", base_url=wire.say(body, status=status).url, max_retries=0)
    report = client.check_compatibility(operations=["health"])
    assert (report.verdict, report.compatible) == ("undecided", False)
    assert report.operations[0].problem
    assert "undecided" in str(report)


@pytest.mark.parametrize("response", INCOMPATIBLE)
def test_what_does_not_fit_is_incompatible(connect: Connect, wire: WireServer, response: str) -> None:
    body, status = INCOMPATIBLE[response]
    client = connect("ia_key", base_url=wire.say(body, status=status).url, max_retries=0)
    report = client.check_compatibility(operations=["health"])
    assert (report.verdict, report.compatible) == ("incompatible", False)


def test_what_fits_is_compatible(connect: Connect, wire: WireServer) -> None:
    report = connect(base_url=wire.say(HEALTH).url).check_compatibility(operations=["health"])
    assert (report.verdict, report.differences) == ("compatible", ())


def test_a_dead_port_is_undecided(connect: Connect) -> None:
    client = connect(base_url="http://127.0.0.1:9/api", max_retries=0)
    assert client.check_compatibility().verdict == "undecided"


@pytest.mark.parametrize("operations", [[], ["chat"], ["health", "chat"]])
def test_what_was_not_called_is_undecided(connect: Connect, wire: WireServer, operations: Any) -> None:
    report = connect(base_url=wire.say(HEALTH).url).check_compatibility(operations=operations)
    assert report.verdict == "undecided"
    assert [one.operation for one in report.operations if one.problem] == operations[-1:]


def test_names_may_come_from_anything_that_can_be_iterated_over(connect: Connect, wire: WireServer) -> None:
    client = connect(base_url=wire.say(HEALTH).url)
    for operations in (("health",), {"health"}, iter(["health"])):
        assert client.check_compatibility(operations=operations).verdict == "compatible"


@pytest.mark.parametrize("operations", [["helth"], "health", 3, [3], [None], [["health"]], b"health"])
def test_an_unknown_name_is_an_argument_error(connect: Connect, wire: WireServer, operations: Any) -> None:
    with pytest.raises(ia.InfinityAssistantArgumentError) as caught:
        connect(base_url=wire.url).check_compatibility(operations=operations)
    assert caught.value.argument == "operations"
    assert wire.heard == []


@pytest.mark.parametrize("operations", [None, [], ["chat"]])
def test_a_closed_client_raises(connect: Connect, wire: WireServer, operations: Any) -> None:
    client = connect(base_url=wire.url)
    client.close()
    with pytest.raises(ia.InfinityAssistantClientClosedError):
        client.check_compatibility(operations=operations)


def test_nothing_is_warned_of_that_is_not_drift() -> None:
    """Neither by the check itself, nor for a text, nor for what the caller sent."""
    with Emulator() as emulator, emulator.client(drift_warnings=True) as client, warnings.catch_warnings():
        warnings.simplefilter("error")
        client.chat("hi")
        assert client.check_compatibility().differences == ()
        client.request(ia.api.export_usage(format="csv"))
        client.research("tea", mode="thorough")
        client.chat_stream("hi").collect()


@pytest.mark.parametrize("name", ["mine", "health"])
def test_a_call_that_was_made_by_hand_is_no_drift(connect: Connect, wire: WireServer, name: str) -> None:
    """The description says nothing of it, whatever its name is."""
    mine: Call[Any] = Call(Operation(name, "GET", "/mine"))
    watch: Call[Any] = Call(Operation(name, "GET", "/mine", events={"tick": StreamEvent("tick", "tick", dict)}))
    client = connect(base_url=wire.say({"a": 1}).stream('event: tock\ndata: {"a": 1}\n\n').url, drift_warnings=True)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert client.request(mine).parsed == {"a": 1}
        client.stream(watch).collect()


@pytest.mark.parametrize("side", [{}, {"rateLimit": None, "metadata": None}], ids=["missing", "null"])
def test_a_side_field_that_is_missing_is_drift_and_no_error(connect: Connect, wire: WireServer, side: Any) -> None:
    client = connect(base_url=wire.say({"response": "Hi", "conversationId": "c", **side}).url, drift_warnings=True)
    with pytest.warns(ia.InfinityAssistantDriftWarning) as caught:
        response = client.chat("hi")
    assert (response.rate_limit, response.metadata) == (None, None)
    assert {warning.message.difference.place for warning in caught} == {"rateLimit", "metadata"}
