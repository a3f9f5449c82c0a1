"""What the document advises against warns once, at the line of the user, and is known to type checkers."""

from __future__ import annotations

import copy
import pickle
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from infinity_assistant._models import deprecation
from tests.generator.in_memory import write_package
from tests.generator.small import document, files, generate, properties
from tests.generator.type_checks import TypeChecker

pytestmark = pytest.mark.usefixtures("without_layout")

USER = """from made import api as made_api
from made.models import Thing

def use(thing: Thing) -> None:
    thing["id"]
    thing["day"]
    made_api.get_thing(thing_id="1")
"""


@pytest.fixture(autouse=True)
def nothing_was_told_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test hears every warning for the first time."""
    monkeypatch.setattr(deprecation, "_warned", set())


@pytest.fixture
def modules() -> Iterator[tuple[Any, Any]]:
    """The modules of a document in which a field and a value are deprecated."""
    made = document()
    properties(made)["day"]["deprecated"] = True
    properties(made)["day"].pop("format")
    made["components"]["schemas"]["Paint"]["x-deprecated-values"] = ["blue"]
    with generate(made) as found:
        yield found


def test_an_argument_warns_once_when_it_is_used(modules: tuple[Any, Any]) -> None:
    _, api = modules
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        api.make_thing(id="1", size=None)
    with pytest.warns(DeprecationWarning, match="day is deprecated: the service may ignore it") as caught:
        api.make_thing(id="1", size=None, day="monday")
        api.make_thing(id="1", size=None, day="tuesday")
    assert [warning.filename for warning in caught] == [__file__]
    assert "- `day`: Deprecated." in api.make_thing.__doc__


def test_a_value_warns_when_it_is_passed(modules: tuple[Any, Any]) -> None:
    models, api = modules
    with pytest.warns(DeprecationWarning, match="paint='blue' is deprecated"):
        api.make_thing(id="1", size=None, paint="blue")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        api.make_thing(id="1", size=None, paint="red")


@pytest.mark.parametrize("read", [lambda t: t.day, lambda t: t["day"], lambda t: t.get("day")])
def test_a_field_warns_when_somebody_reads_it(read: Any, modules: tuple[Any, Any]) -> None:
    models, _ = modules
    thing = models.Thing.from_dict({"id": "1", "size": 1, "day": "monday"})
    with pytest.warns(DeprecationWarning, match="Thing.day is deprecated") as caught:
        assert [read(thing), read(thing)] == ["monday", "monday"]
    assert [warning.filename for warning in caught] == [__file__]


def test_what_treats_all_fields_alike_warns_of_none(modules: tuple[Any, Any]) -> None:
    models, _ = modules
    raw = {"id": "1", "size": 1, "day": "monday"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        thing = models.Thing.from_dict(raw)
        assert thing.to_dict() == raw
        assert thing == copy.deepcopy(thing)
        assert "day=" in repr(thing)
        assert dict(thing.items())["day"] == "monday"
        assert attrs.asdict(thing)["day"] == "monday"
        assert pickle.dumps(thing.to_dict())


def test_a_value_that_is_not_of_the_enum_cannot_be_deprecated() -> None:
    made = document()
    made["components"]["schemas"]["Paint"]["x-deprecated-values"] = ["green"]
    with pytest.raises(
        Exception, match="components.schemas.Paint.x-deprecated-values: is no list of values of its enum"
    ):
        files(made)


def test_a_type_checker_tells_of_deprecated_keys_and_operations(type_checker: TypeChecker, tmp_path: Path) -> None:
    made = document()
    properties(made)["day"]["deprecated"] = True
    made["paths"]["/things/{thingId}"]["get"]["deprecated"] = True
    write_package(files(made), tmp_path, "made")
    (tmp_path / "user.py").write_text(USER, encoding="utf-8")
    done = type_checker.check(tmp_path, "user.py")
    assert [line.partition(": ")[0] for line in done.stdout.splitlines() if "[deprecated]" in line] == [
        "user.py:6",
        "user.py:7",
    ], done.stdout
