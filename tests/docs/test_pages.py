"""The pages hang together, and say all that they have to."""

from __future__ import annotations

import argparse
import inspect
import re
from pathlib import Path
from typing import Any, List

import pytest

import infinity_assistant
from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient, Timeout, api, errors, models
from infinity_assistant._core.call_options import PER_CALL, PER_CLIENT
from infinity_assistant._core.options import Options
from infinity_assistant.cli._client_options import add_client_options
from infinity_assistant.cli._outcome.exit_codes import MEANINGS
from infinity_assistant.cli._parser import COMMANDS

from .pages import HOME, PAGES, ROOT, anchors, without_code

README = (ROOT / "README.md").read_text("utf-8")
OPTIONS = (ROOT / "docs" / "options.md").read_text("utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text("utf-8")
ALL = "\n".join(page.read_text("utf-8") for page in PAGES)
_LINK = re.compile(r"\[[^\]]*\]\(<?([^)>\s]+)>?(?: \"[^\"]*\")?\)")
#: A link by reference is `[text][name]` or `[name]`, and its target is defined at the end of the page.
_DEFINITION = re.compile(r"^\[([^\]]+)\]: (\S+)$", re.MULTILINE)
_REFERENCE = re.compile(r"\[[^\[\]]+\]\[([^\[\]]+)\]|\[([^\[\]]+)\](?![\[(:])")
_IN_CODE = re.compile(r"`[^`\n]*`")
_METHODS = [name for name in dir(InfinityAssistantClient) if not name.startswith("_")]
_OF_ONE_CALL = {"headers", "extra_body", "extra_query", "idempotency_key"}
_ERRORS = [name for name in vars(errors) if name.startswith("InfinityAssistant")]
_ROW = re.compile(r"^\| *`(\w+)` *\| *(?:`(\w+)`)? *\| *`?([^|`]*?)`? *\|", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """To files of the checkout, and to headings where they name one."""
    assert [target for target in _links(page) if not _leads_somewhere(page, target)] == []


def test_the_readme_links_to_the_checkout_where_everybody_sees_it() -> None:
    """It is also the page of the package, beside which there are no files."""
    assert [target for target in _links(ROOT / "README.md") if not re.match(r"https://|#", target)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_by_reference_have_a_target_and_targets_have_a_link(page: Path) -> None:
    text = without_code(page.read_text("utf-8"))
    defined = {name for name, _ in _DEFINITION.findall(text)}
    prose = _IN_CODE.sub("", _DEFINITION.sub("", text))
    used = {full or short for full, short in _REFERENCE.findall(prose)}
    assert defined - used == set()
    assert {name for name in used - defined if re.search(r"[./]", name)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_column_of_a_table_has_a_heading(page: Path) -> None:
    """Who has a page read aloud is told it with each cell."""
    lines = without_code(page.read_text("utf-8")).splitlines()
    headings = [
        line for line, below in zip(lines, lines[1:]) if line.startswith("|") and re.match(r"\|[-:| ]+\|$", below)
    ]
    assert [line for line in headings if not all(cell.strip() for cell in line.strip("|").split("|"))] == []


def _links(page: Path) -> List[str]:
    text = without_code(page.read_text("utf-8"))
    return [*_LINK.findall(text), *(target for _, target in _DEFINITION.findall(text))]


def _leads_somewhere(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    if target.startswith(HOME):
        linked = ROOT / path[len(HOME) :]
    elif re.match(r"[a-z]+:", target):
        return True  # A page of somebody else.
    else:
        linked = page.parent / path if path else page
    return linked.exists() and (not anchor or anchor in anchors(linked.read_text("utf-8")))


@pytest.mark.parametrize("name", _METHODS)
def test_the_pages_have_every_method(name: str) -> None:
    assert re.search(rf"\b{name}\b", ALL)


def test_the_table_of_operations_has_every_operation() -> None:
    operations = {name for name in vars(api) if callable(getattr(api, name)) and name in _METHODS}
    assert [name for name in sorted(operations) if f"`{name}(" not in OPERATIONS] == []


def test_the_page_of_options_has_every_option_of_a_call() -> None:
    assert [name for name in sorted(PER_CALL) if f"`{name}`" not in OPTIONS] == []


def test_every_error_has_a_heading_with_a_remedy() -> None:
    """The anchor of the heading is what messages link to."""
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    parts = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert [name for name in _ERRORS if "**What to do:**" not in parts.get(name, "")] == []
    assert [name for name in _ERRORS if name not in parts.get("The", "") + page.split("```text")[1]] == []


def test_a_rare_error_ends_in_the_link_of_its_remedy() -> None:
    headings = anchors((ROOT / "docs" / "errors.md").read_text("utf-8"))
    rare = {name for name in _ERRORS if vars(getattr(errors, name)).get("_remedy")}
    assert len(rare) == 6
    for name in rare:
        text = str(getattr(errors, name)("No."))
        assert text.startswith("No.") and text.endswith(f"/errors.html#{name.lower()}") and name.lower() in headings
    assert str(errors.InfinityAssistantServerError("No.")) == "No. [HTTP 500]"


def test_the_page_of_the_command_line_has_all_commands() -> None:
    page = " ".join((ROOT / "docs" / "cli.md").read_text("utf-8").split())
    assert [name for name in COMMANDS if f"infinity-assistant {name}" not in page] == []


def test_the_page_of_the_command_line_has_all_exit_codes_and_options() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \|$", page, re.MULTILINE)
    assert {int(code): meaning for code, meaning in rows} == MEANINGS
    parser = argparse.ArgumentParser()
    add_client_options(parser)
    options = [option for option in parser._option_string_actions if option.startswith("--")]
    unsaid = {"--help", "--api-key", "--verbose"}
    assert [option for option in options if option not in unsaid and f"`{option}" not in page] == []


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 175


def test_the_table_of_options_has_the_options_and_their_defaults() -> None:
    """What can be said to a client, on the page as in the signature."""
    rows = {name: default for name, _, default in _ROW.findall(OPTIONS)}
    signature = inspect.signature(InfinityAssistantClient.__init__).parameters
    given = {name for name, one in signature.items() if one.kind != one.VAR_KEYWORD} - {"self"}
    settled = {name for name in Options.__slots__ if not name.startswith("_")} - _OF_ONE_CALL
    assert given | settled <= set(rows)
    for name in ("max_retries", "retry_delay", "max_response_bytes", "max_event_bytes"):
        assert rows[name].split()[0].rstrip(",") in _spellings(getattr(Options(), name))
    assert rows["timeout"].split()[0] in _spellings(Timeout().total or 0)


def test_the_docstring_of_the_client_has_all_options() -> None:
    explained = InfinityAssistantClient.__doc__ or ""
    assert [name for name in {*PER_CLIENT, *PER_CALL} if f"`{name}`" not in explained] == []


def _spellings(number: float) -> List[str]:
    return [f"{number:g}", f"{number / 2**20:g}"]


def test_the_pages_know_the_environment_variables_that_the_package_reads() -> None:
    """All of them, and no other."""
    source = "".join(path.read_text("utf-8") for path in (ROOT / "overlays").rglob("*.py"))
    variables = re.compile(r"INFINITY_ASSISTANT_[A-Z_]*[A-Z]")
    assert set(variables.findall(ALL)) == set(variables.findall(source))


def test_every_name_of_the_package_is_explained() -> None:
    """By a docstring of its own; a plain value, such as the version, by a page."""
    unexplained = []
    for name in infinity_assistant.__all__:
        value = getattr(infinity_assistant, name)
        explained = vars(value).get("__doc__") if hasattr(value, "__dict__") else name in ALL
        if not explained:
            unexplained.append(name)
    assert unexplained == []


def test_every_method_is_explained() -> None:
    found = {name: inspect.getattr_static(InfinityAssistantClient, name) for name in _METHODS}
    assert [name for name, method in found.items() if not method.__doc__] == []


def _methods(client: type) -> List[Any]:
    found = {name: inspect.getattr_static(client, name) for name in dir(client) if not name.startswith("_")}
    return [pytest.param(one, id=f"{client.__name__}.{name}") for name, one in found.items() if inspect.isfunction(one)]


@pytest.mark.parametrize("method", [*_methods(InfinityAssistantClient), *_methods(AsyncInfinityAssistantClient)])
def test_help_explains_each_parameter_with_its_allowed_values(method: Any) -> None:
    explained = (inspect.getdoc(method) or "").partition("Args:")[2].partition("Raises:")[0]
    for parameter in list(inspect.signature(method).parameters.values())[1:]:
        stars = "**" if parameter.kind == parameter.VAR_KEYWORD else ""
        assert f" {stars}{parameter.name}: " in explained
        for named in re.findall(r"m\.(\w+)", str(parameter.annotation)):
            choices = getattr(getattr(models, named), "__args__", ())
            assert [value for value in choices if isinstance(value, str) and f'"{value}"' not in explained] == []


def test_the_changelog_begins_with_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## (\d\S+) \(\d{4}-\d\d-\d\d\)$", changelog, re.MULTILINE)
    assert versions[0] == infinity_assistant.__version__
