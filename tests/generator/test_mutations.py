"""What becomes of the package when the contract changes: class, version, changelog, code, and what is left to do."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from generator import render
from generator.checks import check as check_document
from generator.diff.change import Report
from generator.diff.compare import compare
from generator.diff.sides import Side, report
from generator.document import load
from generator.facade import check as check_facade
from generator.release.changelog import compose, generate_bullets
from generator.release.version import Version, weigh
from tests.generator.in_memory import import_files, write_package
from tests.generator.mutations import ADDITIVE, BREAKING, MUTATIONS, Mutation
from tests.generator.type_checks import TypeChecker

#: A document of its own: what the service changes is no business of these tests.
DOCUMENT = load(Path(__file__).with_name("contract.yaml"))
BASE = Version(1, 4, 2)
#: Mutations that change generated code in different ways, and that fit together in one document.
TYPE_CHECKED = {
    "add an operation", "add a required parameter", "add a header parameter", "widen a request field",
    "add a request field named by a keyword", "let a request field be null", "add a required response field",
    "let a required response field be null", "give a response field a time", "deprecate an operation",
    "deprecate a parameter", "deprecate a response field", "rename a schema",
    "add an event", "remove an event", "add a webhook",
}  # fmt: skip

each_mutation = pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)

pytestmark = pytest.mark.usefixtures("without_layout")


class Before(NamedTuple):
    """The state before any change."""

    side: Side
    problems: set[str]


@pytest.fixture(scope="module")
def before() -> Before:
    """What the unchanged document makes."""
    files = render.render_files(DOCUMENT)
    return Before(Side("old", DOCUMENT, files), set(check_facade(generated=files)))


@each_mutation
def test_a_change_has_its_class_version_and_entry(mutation: Mutation) -> None:
    found = Report(compare(DOCUMENT, mutation(DOCUMENT)))
    assert (found.callers.word, found.wire.word) == (mutation.callers.word, mutation.wire.word)
    assert mutation.place in {change.place for change in found.contract}
    version = BASE.after(weigh(found))
    assert version == _expect(mutation)
    entry = compose(generate_bullets(found), {}, version)
    told = [change for change in found.contract if change.callers or change.wire]
    assert all(f"`{change.place}`" in entry for change in told if change.place == mutation.place)
    assert ("### Breaking" in entry) is (mutation.callers is BREAKING)


@each_mutation
def test_a_change_becomes_code_that_imports_and_what_the_client_lacks_is_named(
    mutation: Mutation, before: Before
) -> None:
    changed = mutation(DOCUMENT)
    check_document(changed)
    files = render.render_files(changed)
    with import_files(files) as (_, api):
        assert set(api.OPERATIONS) == {o["operationId"] for item in changed["paths"].values() for o in item.values()}
    problems = "\n".join(set(check_facade(generated=files)) - before.problems)
    assert bool(problems) is bool(mutation.facade)
    assert [name for name in mutation.facade if name not in problems] == []
    found = report(before.side, Side("new", changed, files))
    undeclared = [change for change in found.surface if change.callers is BREAKING]
    assert undeclared == [], "the document must tell of everything that breaks in Python"


def test_changed_code_passes_the_type_checker(type_checker: TypeChecker, tmp_path: Path) -> None:
    document = DOCUMENT
    for mutation in MUTATIONS:
        document = mutation(document) if mutation.name in TYPE_CHECKED else document
    write_package(render.render_files(document), tmp_path, "mutant")
    done = type_checker.check(tmp_path, "-p", "mutant")
    assert done.returncode == 0, done.stdout + done.stderr


def _expect(mutation: Mutation) -> Version:
    if mutation.callers is BREAKING:
        return Version(2, 0, 0)
    noticed = mutation.callers is ADDITIVE or mutation.wire is BREAKING
    return Version(1, 5, 0) if noticed else Version(1, 4, 3)
