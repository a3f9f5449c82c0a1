# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/identity.py: edit that file, then run `make generate`.
"""Identify the caller: by key, by session, by the anonymous cookie."""

from __future__ import annotations

from typing import Optional

from infinity_assistant._service_facts import KEY_HEADER
from infinity_assistant.testing._http.messages import Request
from infinity_assistant.testing._state.keys import PREFIX, Keys

COOKIE = "infinity_anon_user"
COOKIE_AGE = 365 * 24 * 60 * 60


def read_key(request: Request) -> Optional[str]:
    """Read the key of a request from its own header, or else from Authorization with or without the word Bearer."""
    return request.header(KEY_HEADER) or (request.header("authorization") or "").replace("Bearer ", "") or None


def find_key_owner(request: Request, keys: Keys) -> Optional[str]:
    """Find the owner of the key of a request; None without a key, or for an invalid one."""
    key = read_key(request)
    return keys.find_owner(key) if key and key.startswith(PREFIX) else None


def read_anonymous_user(request: Request) -> Optional[str]:
    """Read the anonymous user from the cookie."""
    return request.cookies().get(COOKIE) or None


def find_session_user(request: Request, keys: Keys) -> Optional[str]:
    """Find the user as preferences, usage and feedback of the deployed service see it.

    They do not read API keys, but the bearer token of a signed-in user, or the cookies of a session.
    """
    authorization = request.header("authorization") or ""
    if authorization.startswith("Bearer "):
        user = _find_token_owner(authorization[len("Bearer ") :], keys)
        if user:
            return user
    cookies = request.cookies()
    if cookies.get("infinity_session") and cookies.get("infinity_user_id"):
        return cookies["infinity_user_id"]
    return cookies.get("session") or None


def _find_token_owner(token: str, keys: Keys) -> Optional[str]:
    if token.startswith(PREFIX):
        return None
    return keys.find_owner(token) or (token if token.startswith("user_") else None)
