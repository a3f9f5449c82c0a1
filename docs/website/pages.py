"""The pages that people write, as the site has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

HOME = "https://github.com/infinity-assistant/infinity-assistant-python/blob/main/"
SITE = "https://infinity-assistant.github.io/infinity-assistant-python/"
_BADGE = re.compile(r"^(\[!\[.*|!\[.*shields.*|\[!?\[MIT.*)\n", re.MULTILINE)
_RELATIVE = re.compile(r"(\]\(|^\[[^\]]+\]: )(?![a-z]+:|#)([^)\s]+)", re.MULTILINE)
_FENCE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)

#: A word after the language is for the tests of this project.
_INFO = re.compile(r"(^```\w+) .*")


def collect(root: Path) -> dict[str, str]:
    """Read README, the changelog and docs/ from the checkout."""
    readme = _BADGE.sub("", (root / "README.md").read_text("utf-8"))
    found = {"index": _link_home(readme, root / "README.md", root)}
    found["changelog"] = _link_home((root / "CHANGELOG.md").read_text("utf-8"), root / "CHANGELOG.md", root)
    for page in sorted((root / "docs").glob("*.md")):
        found[page.stem] = _link_home(page.read_text("utf-8"), page, root)
    return found


def list_for_models(pages: Mapping[str, str]) -> str:
    """Return llms.txt: what each page is about, for programs that read instead of browse."""
    lines = ["# infinity-assistant", "", f"> {_first_paragraph(pages['index'])}", "", "## Pages", ""]
    for name, text in pages.items():
        if name != "index":
            title = text.partition("\n")[0].lstrip("# ")
            lines.append(f"- [{title}]({SITE}{name}.html): {_first_paragraph(text)}")
    lines.append(f"- [API reference]({SITE}reference/client.html): every class, method, parameter, error and field")
    return "\n".join(lines) + "\n"


def _first_paragraph(text: str) -> str:
    blocks = re.split(r"\n\s*\n", _FENCE.sub("", text))
    prose = next((block for block in blocks if re.match(r"[A-Z`]", block)), "")
    return re.sub(r"\[([^\]]+)\](\([^)]*\)|\[[^\]]*\])", r"\1", " ".join(prose.split()))


def _link_home(text: str, page: Path, root: Path) -> str:
    """Make links to pages relative, and links to other files of the checkout lead to where everybody sees them."""
    parts = _FENCE.split(text)
    parts[1::2] = [_INFO.sub(r"\1", part) for part in parts[1::2]]
    parts[::2] = [_RELATIVE.sub(lambda found: _redirect(found, page, root), _to_pages(part)) for part in parts[::2]]
    return "".join(parts)


def _to_pages(text: str) -> str:
    text = re.sub(rf"{re.escape(HOME)}docs/([\w-]+\.md)", r"\1", text)
    return text.replace(f"{HOME}CHANGELOG.md", "changelog.md")


def _redirect(found: re.Match[str], page: Path, root: Path) -> str:
    path, mark, anchor = found[2].partition("#")
    # Links that lead to a page were made relative to docs/ above, whatever page they stand on.
    if ("/" not in path and (root / "docs" / path).exists()) or path == "changelog.md":
        return found[0]
    target = (page.parent / path).resolve().relative_to(root.resolve())
    if target.parts[0] == "docs":
        return f"{found[1]}{'/'.join(target.parts[1:])}{mark}{anchor}"
    return f"{found[1]}{HOME}{target.as_posix()}{mark}{anchor}"
