"""Where each page stands in the navigation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "Start": ("quickstart", "migration", "support"),
    "Use": ("operations", "streaming", "async", "errors", "retries", "options", "models", "webhooks", "bulk"),
    "Fit in": ("recipes", "mcp", "observability", "proxies-and-tls", "security", "cli", "debugging", "compatibility"),
    "Test": ("testing",),
    "Behind it": ("architecture", "regeneration", "performance", "reliability"),
    "Changes": ("changelog",),
}


def arrange(pages: Iterable[str], reference: Mapping[str, str]) -> str:
    """Return the navigation as TOML. A page that no section names stands under *More*, so that none is lost."""
    there = set(pages) - {"index"}
    known = {name for names in SECTIONS.values() for name in names}
    sections = {title: [name for name in names if name in there] for title, names in SECTIONS.items()}
    sections["More"] = sorted(there - known)
    entries = ['{ "infinity-assistant" = "index.md" }']
    for title, names in sections.items():
        if names:
            entries.append(_section(title, [json.dumps(f"{name}.md") for name in names]))
    named = [f"{{ {json.dumps(title)} = {json.dumps(f'{name}.md')} }}" for name, title in reference.items()]
    entries.insert(-1, _section("Reference", named))
    return "nav = [\n" + "".join(f"  {entry},\n" for entry in entries) + "]\n"


def _section(title: str, entries: Iterable[str]) -> str:
    return f"{{ {json.dumps(title)} = [{', '.join(entries)}] }}"
