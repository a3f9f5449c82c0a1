"""An entry that is made once more: words that somebody wrote or edited in it are kept.

An entry ends in a comment with the hashes of the bullets that were generated, so that a later run can tell those that
nobody touched, which it replaces, from the words of people, which it never drops.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from generator.release.markdown import split_at

_NAMES = re.compile(r"\W*((?:`[^`]+`(?:, | and )?)+)")
_MARK = re.compile(r"\n*<!-- generated: ([0-9a-f ]*)-->\s*")


def keep_words(
    new: Mapping[str, list[str]], drafts: Mapping[str, str], generated: frozenset[str] = frozenset()
) -> dict[str, list[str]]:
    """Return the sections of a new entry, in the words of its drafts; `generated` hashes the untouched bullets.

    A bullet that somebody edited stands in place of the new one that speaks of the same names.
    """
    kept = {title: list(bullets) for title, bullets in new.items()}
    written = {title: _split_bullets(text) for title, text in drafts.items()}
    untouched = {
        _find_key(words) for bullets in written.values() for words in bullets if _hash_bullet(words) in generated
    }
    places = {_find_key(words): (title, index) for title, bullets in new.items() for index, words in enumerate(bullets)}
    edited = {key: place for key, place in places.items() if key and key not in untouched}
    for title, bullets in written.items():
        by_hand = []
        for words in bullets:
            if _find_key(words) in edited:
                section, index = edited.pop(_find_key(words))
                kept[section][index] = words
            elif _hash_bullet(words) not in generated:
                by_hand.append(words)
        present = kept.get(title, [])
        kept[title] = [*(words for words in by_hand if words not in present), *present]
    return {title: bullets for title, bullets in kept.items() if bullets}


def mark_generated(body: str, bullets: Iterable[str]) -> str:
    """Return an entry with a note of which of its bullets were generated."""
    hashes = " ".join(sorted({_hash_bullet(bullet) for bullet in bullets}))
    return f"{body}\n\n<!-- generated: {hashes} -->" if hashes else body


def split_mark(body: str) -> tuple[str, frozenset[str]]:
    """Return an entry without that note, and the hashes that it names."""
    hashes = frozenset(word for found in _MARK.findall(body) for word in found.split())
    return _MARK.sub("\n", body).strip(), hashes


def _split_bullets(text: str) -> list[str]:
    head, *bullets = split_at(text, r"- ")
    return [*([head.strip()] if head.strip() else []), *(f"- {bullet.rstrip()}" for bullet in bullets)]


def _hash_bullet(bullet: str) -> str:
    return hashlib.sha256(bullet.encode()).hexdigest()[:8]


def _find_key(bullet: str) -> str:
    """Find what a generated bullet speaks of: the names that it begins with."""
    found = _NAMES.match(bullet)
    return found[1] if found else ""
