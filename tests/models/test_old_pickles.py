"""What users have stored with 1.0.0, in caches, queues and sessions, is read by this version."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys
import warnings
from typing import Any, Dict, List, Set

import pytest

import infinity_assistant as ia

from .pickled import FOLDER, PROTOCOLS, Loader, Pickled, describe_known, load

PICKLES = list(load())
EVERY = [
    pytest.param(pickled, str(protocol), id=f"{pickled.group}-{pickled.name}-{protocol}")
    for pickled in PICKLES
    for protocol in PROTOCOLS
]
PUBLIC = {"errors", "models"}
"""Modules whose public names are public for good."""
OLD_NAMES: Dict[str, Set[str]] = {
    "async_base": {"_restored"},
    "async_client": {"AsyncInfinityAssistantClient"},
    "base": {"_restored"},
    "call": {"Operation", "StreamEvent", "_restore"},
    "client": {"InfinityAssistantClient"},
    "description": {"Difference"},
    "drift": {"InfinityAssistantDriftWarning"},
    "errors": {"_restore"},
    "events": {"CollectedAnswer", "MetadataEvent", "UnknownEvent"},
    "headers": {"Headers"},
    "options": {"Options", "Timeout"},
    "response": {"APIResponse"},
    "sse": {"Event", "EventTooLong"},
    "webhooks": {"WebhookDelivery"},
}
"""By which names, besides, pickles of 1.0.0 refer to this package. What is moved or renamed leaves an alias there."""
STRANGER = """
import base64, json, pickle, sys
for path in sys.argv[1:]:
    for line in json.load(open(path, encoding="utf-8")).values():
        for text in line["pickles"].values():
            pickle.loads(base64.b64decode(text))
"""


def load_pickled(pickled: Pickled, protocol: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pickle.loads(pickled.pickles[protocol])


def of_group(group: str) -> List[Any]:
    return [param for param in EVERY if param.values[0].group == group]


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", "ia_here")


@pytest.mark.parametrize(("pickled", "protocol"), EVERY)
def test_a_pickle_of_1_0_0_is_what_it_was(pickled: Pickled, protocol: str) -> None:
    """In every public attribute, and in how it can be used: shown, copied and pickled again."""
    value = load_pickled(pickled, protocol)
    if isinstance(value, ia.InfinityAssistantStreamError) and value.code:
        # Since 1.1 the words of such an error tell the reason, too.
        words = f"{value.message} [{value.code}] (after 2 attempts)"
        pickled = pickled._replace(expected={**pickled.expected, "str": words})
    if isinstance(value, ia.InfinityAssistantRedirectError):
        # Since 1.1 the words of such an error end in where it is explained.
        words = pickled.expected["str"]
        pickled = pickled._replace(expected={**pickled.expected, "str": str(value)})
        assert re.fullmatch(re.escape(words) + r"; see https://\S+#infinityassistantredirecterror", str(value))
    assert describe_known(value, pickled.expected) == pickled.expected
    assert repr(value)
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert type(again) is type(value)
        assert describe_known(again, pickled.expected) == pickled.expected


@pytest.mark.parametrize(("pickled", "protocol"), of_group("models"))
def test_a_model_of_1_0_0_equals_one_that_is_read_now(pickled: Pickled, protocol: str) -> None:
    """Unknown fields and explicit nulls included."""
    value = load_pickled(pickled, protocol)
    assert type(value) is getattr(ia.models, pickled.name.split("-")[0])
    assert value == type(value).from_dict(pickled.expected["to_dict"])


@pytest.mark.parametrize(("pickled", "protocol"), of_group("errors"))
def test_an_error_of_1_0_0_is_caught_by_its_class(pickled: Pickled, protocol: str) -> None:
    """And an attribute that is newer than 1.0.0 has its default, whatever it is."""
    value = load_pickled(pickled, protocol)
    if isinstance(value, ia.InfinityAssistantError):
        kind = getattr(ia, pickled.name.split("-")[0])
        assert type(value) is kind
        with pytest.raises(kind, match="What happened"):
            raise value
        assert all(hasattr(value, name) for name in dir(kind))


@pytest.mark.parametrize(("pickled", "protocol"), of_group("clients"))
def test_a_client_of_1_0_0_has_its_options_and_the_key_of_the_environment(pickled: Pickled, protocol: str) -> None:
    """Options that are newer than 1.0.0 have their defaults."""
    client = load_pickled(pickled, protocol)
    assert type(client) is getattr(ia, pickled.name.split("-")[0])
    assert client.get_api_key() == "ia_here"
    changed = client.with_options(timeout=1.0)
    assert changed.options.timeout == ia.Timeout(total=1.0)
    assert changed.options.max_retries == client.options.max_retries
    assert repr(changed.options)


def test_there_are_pickles_of_every_model_error_and_operation_of_1_0_0() -> None:
    """In both protocols."""
    names: Dict[str, Set[str]] = {}
    for pickled in PICKLES:
        names.setdefault(pickled.group, set()).add(pickled.name.split("-")[0])
        assert set(pickled.pickles) == {str(protocol) for protocol in PROTOCOLS}
    assert {group: len(found) for group, found in names.items()} == {
        "calls": 25,
        "clients": 2,
        "errors": 22,
        "events": 12,
        "models": 109,
        "values": 5,
    }


@pytest.mark.filterwarnings("ignore:CollectedAnswer is deprecated")
def test_the_names_that_old_pickles_refer_to_are_known() -> None:
    """A list for whoever moves a module; that the names work is shown above."""
    found: Dict[str, Set[str]] = {}
    for pickled in PICKLES:
        for data in pickled.pickles.values():
            loader = Loader(data)
            loader.load()
            for module, name in loader.names:
                home = module.split(".", 1)[1]
                if home not in PUBLIC or name.startswith("_"):
                    found.setdefault(home, set()).add(name)
    assert found == OLD_NAMES


def test_old_pickles_are_loaded_by_a_process_that_has_imported_nothing() -> None:
    """As a cache does: pickle alone finds every module."""
    paths = sorted(str(path) for path in FOLDER.glob("*.json"))
    subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", STRANGER, *paths], check=True, cwd=FOLDER.parents[2]
    )
