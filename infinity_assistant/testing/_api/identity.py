# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/identity.py: edit that file, then run `make generate`.
"""Tell who is calling: by key, by session, by the anonymous cookie."""

from __future__ import annotations

from typing import Optional

from infinity_assistant.testing._http.messages import Request
from infinity_assistant.testing._state.keys import PREFIX, Keys

COOKIE = "infinity_anon_user"
COOKIE_AGE = 365 * 24 * 60 * 60


def given_key(request: Request) -> Optional[str]:
    """Give the key that a request carries, in X-API-Key or else in Authorization, with or without the word Bearer."""
    return request.header("x-api-key") or (request.header("authorization") or "").replace("Bearer ", "") or None


def key_owner(request: Request, keys: Keys) -> Optional[str]:
    """Give the user of the key that a request carries; None without one, and for a bad one."""
    key = given_key(request)
    return keys.owner(key) if key and key.startswith(PREFIX) else None


def anonymous(request: Request) -> Optional[str]:
    """Give the anonymous user whom the cookie names."""
    return request.cookies().get(COOKIE) or None


def session_user(request: Request, keys: Keys) -> Optional[str]:
    """Give the user as preferences, usage and feedback of the deployed service see it.

    They do not read API keys: a bearer token of a signed-in user, or the cookies of a session.
    """
    authorization = request.header("authorization") or ""
    if authorization.startswith("Bearer "):
        user = _bearer(authorization[len("Bearer ") :], keys)
        if user:
            return user
    cookies = request.cookies()
    if cookies.get("infinity_session") and cookies.get("infinity_user_id"):
        return cookies["infinity_user_id"]
    return cookies.get("session") or None


def _bearer(token: str, keys: Keys) -> Optional[str]:
    if token.startswith(PREFIX):
        return None
    return keys.owner(token) or (token if token.startswith("user_") else None)
