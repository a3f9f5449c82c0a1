"""What the site is laid out from: every page, every public name, and links that stay on the site."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path

import attrs
import pytest

import infinity_assistant
from infinity_assistant import api, models, testing, webhooks
from website import __main__ as site
from website import model_pages, navigation, pages, picture, reference

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    return pages.collect(ROOT)


@pytest.fixture(scope="module")
def references() -> dict[str, str]:
    return reference.collect()


@pytest.fixture(scope="module")
def everything(references: dict[str, str]) -> str:
    return "\n".join(references.values())


def test_every_page_has_one_place_in_the_navigation(tmp_path: Path) -> None:
    site.prepare(tmp_path / "site")
    settings = tomllib.loads((tmp_path / "site" / "zensical.toml").read_text("utf-8"))
    named = re.findall(r"'([\w/-]+\.md)'", str(settings["project"]["nav"]))
    files = [path.relative_to(tmp_path / "site" / "pages") for path in (tmp_path / "site" / "pages").rglob("*.md")]
    assert sorted(named) == sorted(path.as_posix() for path in files)


def test_a_page_that_nobody_placed_is_in_the_navigation_as_well() -> None:
    assert '"More" = ["news.md"]' in navigation.arrange(["index", "errors", "news"], {})


def test_links_between_pages_stay_on_the_site(written: dict[str, str]) -> None:
    prose = {name: re.sub(r"```.*?```", "", text, flags=re.DOTALL) for name, text in written.items()}
    assert [
        name for name, text in prose.items() if f"{pages.HOME}docs/" in text or re.search(r"\]\(\.\.?/", text)
    ] == []
    assert "(CHANGELOG.md)" not in "".join(prose.values())


@pytest.mark.parametrize("module", [infinity_assistant, api, testing, webhooks], ids=lambda module: module.__name__)
def test_the_reference_has_every_public_function_and_class(module: object, everything: str) -> None:
    found = {name: getattr(module, name) for name in module.__all__}  # type: ignore[attr-defined]
    names = [name for name, one in found.items() if inspect.isclass(one) or inspect.isfunction(one)]
    listed = set(re.findall(r"^::: [\w.]+\.(\w+)$", everything, re.MULTILINE))
    assert len(names) > 3
    assert [name for name in names if name not in listed] == []


def test_the_reference_has_every_field_of_every_model_with_its_explanation(references: dict[str, str]) -> None:
    page = references["reference/models"]
    parts = dict(re.findall(r"^## (\w+) \{.*?\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    classes = [getattr(models, name) for name in models.__all__ if attrs.has(getattr(models, name))]
    assert len(classes) > 100
    for cls in classes:
        rows = dict(re.findall(r"^\| `(\w+)` (\|.*)\|$", parts[cls.__name__], re.MULTILINE))
        assert set(rows) == {field.name for field in attrs.fields(cls)}
        assert [name for name, row in rows.items() if not row.rstrip("| ").rpartition("|")[2].strip()] == [], cls


def test_a_field_that_is_a_choice_names_the_values_and_its_default(references: dict[str, str]) -> None:
    page = references["reference/models"]
    row = next(line for line in page.splitlines() if line.startswith("| `communication_style`"))
    assert "Values: `'concise'`, `'detailed'`, `'conversational'`" in row
    assert "`str or None` | `None`" in row


def test_every_name_of_the_models_has_a_place(everything: str) -> None:
    placed = set(re.findall(r"\{ #infinity_assistant\.models\.(\w+) \}", everything))
    assert set(models.__all__) - placed == {"Model"}


def test_choices_have_a_page_of_their_own() -> None:
    assert "- `'assist'`" in model_pages.collect()["reference/choices"]


def test_llms_txt_names_every_page_and_says_what_it_is_about(written: dict[str, str]) -> None:
    lines = pages.list_for_models(written).splitlines()
    listed = dict(re.findall(r"^- \[.*?\]\(\S+/([\w-]+)\.html\): (.+)$", "\n".join(lines), re.MULTILINE))
    assert lines[0] == "# infinity-assistant" and lines[2].startswith("> The Python SDK")
    assert set(listed) == set(written) - {"index"} | {"client"}


def test_nothing_is_fetched_from_elsewhere_by_the_files_of_the_site() -> None:
    folder = ROOT / "docs" / "website"
    text = "".join((folder / name).read_text("utf-8") for name in ("site.css", "site.js", "iframe-worker.js"))
    settings = tomllib.loads((folder / "zensical.toml").read_text("utf-8"))["project"]
    assert "://" not in text
    assert settings["theme"]["font"] is False and "repo_url" not in settings
    assert [polyfill["path"] for polyfill in settings["extra"]["polyfills"]] == ["iframe-worker.js"]


def test_the_picture_of_a_call_is_that_of_the_page() -> None:
    """`make docs` draws it anew."""
    drawn = picture.draw(picture.PAGE.read_text("utf-8"))
    assert picture.PICTURE.read_text("utf-8") == drawn
    shown = re.findall(r">([\w/]+\.py)", drawn)
    assert len(shown) == 11 and shown[2] == "_core/async_pipeline.py"
    homes = (ROOT / "overlays", ROOT / "infinity_assistant")
    assert [file for file in shown if not any((home / file).exists() for home in homes)] == []
