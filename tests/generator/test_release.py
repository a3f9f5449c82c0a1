"""`python -m generator release`: the version, the entry, and what keeps a release back."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import generate, main
from generator.diff.change import Change, Level, Report
from generator.errors import GeneratorError
from generator.release.changelog import Changelog, compose, generate_bullets
from generator.release.notes import find_unexplained, read_notes
from generator.release.version import Version, read_version, replace_version, weigh
from tests.generator.conftest import Project
from tests.generator.probes import FEWER_MODES, MODE, MORE_MODES

NONE, ADDITIVE, BREAKING = Level.NONE, Level.ADDITIVE, Level.BREAKING


@pytest.mark.parametrize(
    ("before", "level", "after"),
    [
        ("1.4.2", NONE, "1.4.3"),
        ("1.4.2", ADDITIVE, "1.5.0"),
        ("1.4.2", BREAKING, "2.0.0"),
        ("0.4.2", NONE, "0.4.3"),
        ("0.4.2", ADDITIVE, "0.4.3"),
        ("0.4.2", BREAKING, "0.5.0"),
    ],
)
def test_the_next_version_follows_from_the_worst_change(before: str, level: Level, after: str) -> None:
    assert str(Version.parse(before).after(level)) == after


def test_a_change_of_the_wire_alone_asks_to_upgrade_and_not_to_change_code() -> None:
    moved = Change("chat", "operation-moved", "is elsewhere", NONE, BREAKING)
    assert weigh(Report((moved,))) is ADDITIVE
    entry = compose(generate_bullets(Report((moved,))), {}, Version(1, 1, 0))
    assert "Versions before 1.1.0 stop working" in entry


@pytest.mark.parametrize("text", ["", "1.2", "01.2.3", "1.2.3-rc1", "1.2.3\n", "v1.2.3", "１.2.3"])
def test_only_plain_versions_are_versions(text: str) -> None:
    with pytest.raises(GeneratorError):
        Version.parse(text)


def test_the_version_is_replaced_and_nothing_else() -> None:
    source = '# A comment\n"""The version."""\n\n__version__ = "1.0.0"\n'
    assert replace_version(source, Version(1, 1, 0)) == source.replace("1.0.0", "1.1.0")
    with pytest.raises(GeneratorError):
        read_version("version = 1")


REMOVED = Change("ChatRequest.userTier", "field-removed", "was removed", BREAKING, BREAKING, ("chat",),
                 frozenset({"client.chat(user_tier)", "models.ChatRequest.user_tier"}))  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["ChatRequest.userTier", "ChatRequest", "chat(user_tier)", "ChatRequest.user_tier"],
)
def test_a_note_speaks_of_a_change_by_any_of_its_names(name: str) -> None:
    notes = read_notes(f"- `{name}`: say it in `preferences` instead.\n  There is room.\n")
    assert find_unexplained([REMOVED], notes) == []


@pytest.mark.parametrize("name", ["Chat", "ChatRequest.user", "ChatRequest.userTiers", "chat"])
def test_a_note_about_something_else_does_not_count(name: str) -> None:
    assert find_unexplained([REMOVED], read_notes(f"- `{name}`: do this.\n")) == [REMOVED]


@pytest.mark.parametrize("bullet", ["- `chat`:\n", "- chat: do this\n", "- do this\n", "- `chat` do this\n"])
def test_a_note_that_names_or_says_nothing_is_refused(bullet: str) -> None:
    with pytest.raises(GeneratorError, match="a migration note reads"):
        read_notes(bullet)


def test_a_changelog_survives_reading_and_writing() -> None:
    text = "# Changelog\n\nHead.\n\n## Unreleased\n\n### Fixed\n\n- This.\n\n## 1.0.0 (2026-01-01)\n\nThe first.\n"
    assert str(Changelog.parse(text)) == text
    assert Changelog.parse(text).unreleased == {"Fixed": "- This."}


def test_what_was_written_by_hand_becomes_part_of_the_entry() -> None:
    added = Change("list_models", "operation-added", "is new", ADDITIVE, ADDITIVE)
    entry = compose(generate_bullets(Report((added,))), {"Fixed": "- This.", "Added": "- That."}, Version(1, 1, 0))
    assert entry == "### Added\n\n- That.\n- `list_models` is new.\n\n### Fixed\n\n- This."


def test_an_additive_change_is_released_from_end_to_end(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is edited in the package, and a second run finds the same."""
    project.replace("openapi.yaml", MODE, MORE_MODES)
    assert main(["release"], project.root) == 0
    assert "1.0.0 -> 1.1.0 (compared with v1.0.0)" in capsys.readouterr().out
    assert read_version(project.read("overlays/_version.py")) == Version(1, 1, 0)
    assert read_version(project.read("infinity_assistant/_version.py")) == Version(1, 1, 0)
    assert '"probe_plan"' in project.read("infinity_assistant/models/chat_mode.py")
    written = project.read("CHANGELOG.md")
    assert '### Added\n\n- `ChatMode="probe_plan"` (`chat`, `chat_stream`) is new.' in written
    assert main(["release"], project.root) == 0
    assert project.read("CHANGELOG.md") == written
    project.commit("v1.1.0")
    assert main(["release", "--verify", "v1.1.0"], project.root) == 0
    assert main(["release"], project.root) == 0
    assert "Nothing changed since v1.1.0." in capsys.readouterr().out


def test_what_breaks_is_not_released_before_a_note_says_how_to_follow(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.replace("openapi.yaml", MODE, FEWER_MODES)
    assert main(["release"], project.root) == 1
    assert '- `ChatMode="build"`: <what to do: it was removed>' in capsys.readouterr().out
    assert read_version(project.read("overlays/_version.py")) == Version(1, 0, 0)
    note = "## Unreleased\n\n### Migration\n\n- `ChatMode`: pass `assist` instead of `build`.\n"
    project.replace("CHANGELOG.md", "## Unreleased\n", note)
    assert main(["release"], project.root) == 0
    assert read_version(project.read("overlays/_version.py")) == Version(2, 0, 0)
    entry = project.read("CHANGELOG.md")
    assert entry.index("### Breaking") < entry.index("### Migration") < entry.index("## 1.0.0")
    assert main(["release"], project.root) == 0, "the note has moved into the entry, and counts there"
    assert project.read("CHANGELOG.md") == entry


def test_a_dry_run_writes_nothing(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.replace("openapi.yaml", MODE, MORE_MODES)
    before = project.git("status", "--porcelain")
    assert main(["release", "--dry-run"], project.root) == 0
    assert "1.0.0 -> 1.1.0" in capsys.readouterr().out
    assert project.git("status", "--porcelain") == before


def test_what_the_client_lacks_keeps_a_release_back(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A type checker would not know the new keyword, though it reaches the service."""
    field = "        userContext:\n"
    project.replace("openapi.yaml", field, f"        probe_tone:\n          type: string\n{field}")
    assert main(["release"], project.root) == 1
    assert "AsyncChat.chat lacks the keyword probe_tone" in capsys.readouterr().out


def test_without_a_tag_the_commit_that_wrote_the_version_is_the_last_release(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.git("tag", "-d", "v1.0.0")
    project.replace("openapi.yaml", MODE, MORE_MODES)
    generate(project.root)
    project.commit()
    assert main(["release", "--dry-run"], project.root) == 0
    assert "1.0.0 -> 1.1.0" in capsys.readouterr().out


def test_a_tag_that_promises_too_little_is_not_published(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.replace("openapi.yaml", MODE, FEWER_MODES)
    project.replace("overlays/_version.py", "1.0.0", "1.0.1")
    project.replace("CHANGELOG.md", "## 1.0.0", "## 1.0.1 (2026-02-02)\n\nHarmless.\n\n## 1.0.0")
    generate(project.root)
    project.commit("v1.0.1")
    assert main(["release", "--verify", "v1.0.1"], project.root) == 1
    told = capsys.readouterr().out
    assert "ask for 2.0.0 or more" in told
    assert '`ChatMode="build"`' in told
    project.git("tag", "v9.9.9")
    assert main(["release", "--verify", "v9.9.9"], project.root) == 1


def test_the_notes_of_a_version_can_be_had_alone(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "--notes", "v1.0.0"], project.root) == 0
    assert capsys.readouterr().out == "The first release.\n"


def test_without_git_or_a_history_the_reason_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release"], tmp_path) == 1
    assert "name one with --since" in capsys.readouterr().err
