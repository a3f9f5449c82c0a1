"""What runs the pages finds what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .loosely import fits
from .pages import Section, anchors, sections

PAGE = """# Title

```python
print("first")
```

## A `section`, of two

~~~text
## not a heading
~~~

   ```python
   print("second")
   ```

```output
second
...
```

## Another
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_text(PAGE, "utf-8")
    return path


def test_a_page_is_cut_at_its_headings(page: Path) -> None:
    """A heading in a block of code is none."""
    assert [section.title for section in sections(page)] == ["Title", "A `section`, of two", "Another"]


def test_a_snippet_knows_its_line_and_its_output(page: Path) -> None:
    first, second, _ = sections(page)
    assert [(snippet.line, snippet.output) for snippet in first.of("python")] == [(4, "")]
    assert [(snippet.line, snippet.output) for snippet in second.of("python")] == [(14, "second\n...\n")]
    assert second.of("python")[0].code == 'print("second")\n'


def test_no_block_of_code_is_lost(page: Path) -> None:
    found = [snippet.language for section in sections(page) for snippet in section.snippets]
    assert found == ["python", "text", "python"]


def test_anchors_are_those_of_github() -> None:
    assert anchors(PAGE) == ["title", "a-section-of-two", "another"]


@pytest.mark.parametrize("shown", ["one\ntwo", "one...", "...two", "o...o", "one  \ntwo\n\n", "..."])
def test_an_output_that_is_as_shown_fits(shown: str) -> None:
    assert fits(shown, "one\ntwo\n")


@pytest.mark.parametrize("shown", ["one", "two...", "one\n...three", "one two", ""])
def test_an_output_that_is_otherwise_does_not_fit(shown: str) -> None:
    assert not fits(shown, "one\ntwo\n")


def test_sections_are_named_by_page_and_title() -> None:
    assert str(Section(Path("docs/testing.md"), "Chaos", ())) == "testing.md: Chaos"
