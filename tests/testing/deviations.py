"""The one list of ways in which the emulator differs from the recorded service, each with its reason."""

from __future__ import annotations

import re
from typing import NamedTuple, Pattern


class Deviation(NamedTuple):
    """Differences that are meant: of recordings whose name matches, at places that match."""

    recordings: Pattern[str]
    place: Pattern[str]
    reason: str


def _deviation(recordings: str, place: str, reason: str) -> Deviation:
    return Deviation(re.compile(recordings), re.compile(place), reason)


DEVIATIONS = [
    _deviation(
        r"^analytics--.*tracking",
        r"",
        "The tracking pages of the service's own site are no part of the API, and the document does not name them.",
    ),
    _deviation(
        r"^stream--",
        r"^event (phase|language|speaker|speaker\.speakerName)$",
        "Whether a stream announces these, and by what name a speaker is known, is decided by the service's word lists"
        " and by what its process has heard since it started. The emulator announces what a message itself gives"
        " away. Where an event comes, and what is in it, is compared.",
    ),
    _deviation(
        r"^health--",
        r"^body\.checks\.uaa2_service\.details\.primary$",
        "There is no other service behind the emulator that could be the primary one.",
    ),
    _deviation(
        r"^research--",
        r"^body\.result\.findings\[\]\.(domain|metadata\.references)$",
        "Both are optional in the contract; the emulator's knowledge has a domain and tags for every finding.",
    ),
]


def find_excuse(recording: str, place: str) -> bool:
    """Say whether a difference is meant."""
    return any(one.recordings.search(recording) and one.place.search(place) for one in DEVIATIONS)
