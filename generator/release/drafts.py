"""An entry that is made once more: words that somebody edited in it are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.release.markdown import split_at

_NAMES = re.compile(r"\W*((?:`[^`]+`(?:, | and )?)+)")


def keep_words(new: Mapping[str, list[str]], drafts: Mapping[str, str]) -> dict[str, list[str]]:
    """The sections of a new entry, with the words of drafts of it.

    A bullet of a draft that speaks of the same names as a new one replaces it. One that speaks of names in backticks
    and of nothing new told of a change that is gone; anything else was written by hand, and stays.
    """
    kept = {title: list(bullets) for title, bullets in new.items()}
    places = {key: (title, index) for title, found in kept.items() for index, b in enumerate(found) if (key := _key(b))}
    for title, text in drafts.items():
        head, *bullets = split_at(text, r"- ")
        by_hand = [head.strip()] if head.strip() else []
        for bullet in (f"- {part.rstrip()}" for part in bullets):
            key = _key(bullet)
            if key in places:
                section, index = places[key]
                kept[section][index] = bullet
            elif not key:
                by_hand.append(bullet)
        present = kept.get(title, [])
        kept[title] = [*(words for words in by_hand if words not in present), *present]
    return {title: bullets for title, bullets in kept.items() if bullets}


def _key(bullet: str) -> str:
    """What a generated bullet speaks of: the names that it begins with, and the place that it names in brackets."""
    found = _NAMES.match(bullet)
    return found[1] if found else ""
