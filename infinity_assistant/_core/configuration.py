# SPDX-License-Identifier: MIT. Generated from overlays/_core/configuration.py: edit that file, then run `make generate`.
"""A client's options, put together: what the caller says, else what the environment says, else the default."""

from __future__ import annotations

import os
from typing import Any, Dict, Mapping, Optional, Tuple

from infinity_assistant._core.call_options import PER_CLIENT, check_names, merge_options
from infinity_assistant._core.credentials import Credentials, KeySource, read_environment_key
from infinity_assistant._core.log import configure_logging
from infinity_assistant._core.option_checks import check_base_url
from infinity_assistant._core.options import BASE_URL, Options
from infinity_assistant._models.not_given import NOT_GIVEN as NOT_GIVEN
from infinity_assistant._models.not_given import NotGiven as NotGiven
from infinity_assistant.errors import InfinityAssistantArgumentError


def load_configuration(
    api_key: Optional[KeySource],
    base_url: Optional[str],
    timeout: Any,
    max_retries: Optional[int],
    retry_delay: float,
    default_headers: Optional[Mapping[str, str]],
    more: Mapping[str, Any],
) -> Tuple[Credentials, Options]:
    """Return who calls and how. The environment is read here, never at import."""
    configure_logging()
    check_names("the client", more, PER_CLIENT)
    given: Dict[str, Any] = {"base_url": base_url, "max_retries": max_retries, "retry_delay": retry_delay, **more}
    changes = {**read_environment(), **{name: value for name, value in given.items() if value is not None}}
    if timeout is not NOT_GIVEN:
        changes["timeout"] = timeout
    if api_key is None:
        api_key = read_environment_key()
    base = Options(base_url=check_base_url(changes.pop("base_url", BASE_URL)))
    return Credentials(api_key), merge_options(base, {**changes, "headers": default_headers})


def read_environment() -> Dict[str, Any]:
    """Read the options that environment variables set."""
    found: Dict[str, Any] = {}
    for name, (variable, read) in _VARIABLES.items():
        text = os.environ.get(variable, "").strip()
        if text:
            try:
                found[name] = read(text)
            except ValueError:
                message = f"{variable} is {text[:40]!r}: {_MEANT[read]}"
                raise InfinityAssistantArgumentError(message, argument=variable) from None
    return found


def _read_flag(text: str) -> bool:
    if text.lower() not in ("0", "1", "true", "false", "yes", "no", "on", "off"):
        raise ValueError(text)
    return text.lower() in ("1", "true", "yes", "on")


_VARIABLES: Dict[str, Tuple[str, Any]] = {
    "base_url": ("INFINITY_ASSISTANT_BASE_URL", str),
    "timeout": ("INFINITY_ASSISTANT_TIMEOUT", float),
    "max_retries": ("INFINITY_ASSISTANT_MAX_RETRIES", int),
    "drift_warnings": ("INFINITY_ASSISTANT_DRIFT", _read_flag),
    "max_connections": ("INFINITY_ASSISTANT_MAX_CONNECTIONS", int),
}
_MEANT: Dict[Any, str] = {
    str: "it must be a URL",
    float: "it must be a number of seconds",
    int: "it must be a whole number",
    _read_flag: "it must be 1 or 0",
}
