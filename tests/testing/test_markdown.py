"""Markdown files become knowledge."""

from __future__ import annotations

import pytest

from infinity_assistant.testing import Emulator, EmulatorError
from infinity_assistant.testing._state.markdown import read_file, read_folder


def write(folder, text, name="notes.md"):
    """Write a file."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_each_section_is_an_entry(tmp_path):
    text = """---
type: pattern
domain: ops
---
# Ops

## Deploy
Run it.

## Roll back
type: gotcha; tags: undo, fast

Do it.
"""
    first, second = read_file(write(tmp_path, text))
    assert first == ("P.OPS.01", "pattern", "Deploy", "Run it.", "ops", ())
    assert second == ("G.OPS.02", "gotcha", "Roll back", "Do it.", "ops", ("undo", "fast"))


def test_a_file_without_sections_is_one_entry(tmp_path):
    (titled,) = read_file(write(tmp_path, "# Lunch\n\nAt noon: always.\n"))
    assert titled == ("W.NOTES.01", "wisdom", "Lunch", "At noon: always.", "notes", ())
    (named,) = read_file(write(tmp_path, "---\ntitle: Tea\ntags: [a, b]\n---\nAt five.\n"))
    assert (named.title, named.content, named.tags) == ("Tea", "At five.", ("a", "b"))
    (bare,) = read_file(write(tmp_path, "\ufeffJust text.", "bare.md"))
    assert (bare.title, bare.content) == ("bare", "Just text.")


def test_a_first_line_that_only_looks_like_facts_is_text(tmp_path):
    (entry,) = read_file(write(tmp_path, "## Note\nremember: nothing\n"))
    assert entry.content == "remember: nothing"


def test_a_folder_is_read_with_its_subfolders(tmp_path, call):
    (tmp_path / "more").mkdir()
    write(tmp_path / "more", "## Coffee machine\nDescale the coffee machine monthly.\n")
    write(tmp_path, "## Printer\nIt jams.\n", "a.md")
    assert [entry.title for entry in read_folder(tmp_path)] == ["Printer", "Coffee machine"]
    with Emulator(knowledge=tmp_path) as emulator:
        response = type(call)(emulator).json("POST", "/chat", {"message": "How often do I descale the coffee machine?"})
    assert "Descale the coffee machine monthly." in response["response"]


def test_knowledge_read_again_replaces_what_was_read_before(tmp_path):
    write(tmp_path, "## Printer\nIt jams.\n")
    counts = []
    for _ in range(2):
        with Emulator(tmp_path / "state.db", knowledge=tmp_path) as emulator:
            counts.append(emulator.services.knowledge.count())
    assert counts[0] == counts[1]


def test_what_cannot_be_read_says_why(tmp_path):
    with pytest.raises(EmulatorError, match="is not a folder"):
        Emulator(knowledge=tmp_path / "nowhere")
    with pytest.raises(EmulatorError, match="holds no Markdown file"):
        Emulator(knowledge=tmp_path)
    write(tmp_path, b"\xff\xfe")
    with pytest.raises(EmulatorError, match="notes.md cannot be read"):
        Emulator(knowledge=tmp_path)
    write(tmp_path, "## A\ntype: rumour\nx")
    with pytest.raises(EmulatorError, match="the type 'rumour' of 'A' is none of wisdom, pattern, gotcha"):
        Emulator(knowledge=tmp_path)


def test_the_lines_of_a_paragraph_are_joined_and_lists_keep_theirs(tmp_path):
    text = "## Tea\nBoil the\nwater.\n\n- one\n- two\n\n```\na\nb\n```\n\n1. first\n2. second\n"
    (entry,) = read_file(write(tmp_path, text))
    assert entry.content == "Boil the water.\n\n- one\n- two\n\n```\na\nb\n```\n\n1. first\n2. second"


def test_a_reply_has_no_line_breaks_inside_a_paragraph(call):
    reply = call.json("POST", "/chat", {"message": "What happens to a cut stream?"})["response"]
    assert [paragraph for paragraph in reply.split("\n\n") if "\n" in paragraph] == []
