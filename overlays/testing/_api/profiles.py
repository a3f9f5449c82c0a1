# SPDX-License-Identifier: MIT
"""Define the two builds of the service: as documented, and as deployed."""

from __future__ import annotations

from typing import NamedTuple

from infinity_assistant.testing.errors import EmulatorError


class Profile(NamedTuple):
    """What depends on the build: whether keys count everywhere, and whether keys, webhooks and exports work."""

    name: str
    keys_everywhere: bool
    management: bool


DOCUMENTED = Profile("default", keys_everywhere=True, management=True)
DEPLOYED = Profile("strict", keys_everywhere=False, management=False)
NAMES = (DOCUMENTED.name, DEPLOYED.name)


def get_profile(name: str) -> Profile:
    """Return a profile by name.

    Raises:
        EmulatorError: There is no such profile.
    """
    for profile in (DOCUMENTED, DEPLOYED):
        if profile.name == name:
            return profile
    raise EmulatorError(f"no profile is called {name!r}; there are: {', '.join(NAMES)}")
