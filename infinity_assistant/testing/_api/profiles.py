# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/profiles.py: edit that file, then run `make generate`.
"""Define the two builds of the service: as documented, and as deployed."""

from __future__ import annotations

from typing import NamedTuple

from infinity_assistant.testing.errors import EmulatorError


class Profile(NamedTuple):
    """What depends on the build.

    Whether keys count everywhere; whether keys, webhooks and exports work; whether pages of other origins may use
    the API with keys and cookies.
    """

    name: str
    keys_everywhere: bool
    management: bool
    open_cors: bool


DOCUMENTED = Profile("default", keys_everywhere=True, management=True, open_cors=True)
DEPLOYED = Profile("strict", keys_everywhere=False, management=False, open_cors=False)
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
