# SPDX-License-Identifier: MIT. Generated from overlays/async_client.py: edit that file, then run `make generate`.
"""The client."""

from __future__ import annotations

from infinity_assistant._client.account import Account
from infinity_assistant._client.chat import Chat
from infinity_assistant._client.knowledge import Knowledge


class InfinityAssistantClient(Chat, Knowledge, Account):
    """Talk to the Infinity Assistant API.

        with InfinityAssistantClient() as client:
            response = client.chat("Hello!")
            print(response.response)

    - `api_key`: a string, or a function that returns one; else `INFINITY_ASSISTANT_API_KEY`. It works without.
    - `base_url`: where the service lives; else `INFINITY_ASSISTANT_BASE_URL`, else the public service.
    - `timeout`: seconds that a call may take as a whole, retries and waits included; `None` for no deadline; a
      `Timeout` for more. Else `INFINITY_ASSISTANT_TIMEOUT`, else 60.
    - `max_retries`: how often a call is made again; else `INFINITY_ASSISTANT_MAX_RETRIES`, else 3.
    - `retry_delay`: seconds that the backoff starts from; it doubles up to 8, and the wait is a random part of it.
    - `default_headers`: headers to add to each request.
    - `http_client`: an httpx (or httpx2) client of yours to send requests through: its proxies, hooks and transports
      are used, and it stays yours to close.
    - `ssl_context`: how the service proves who it is; else certificates are trusted as httpx does.
    - `max_connections`: how many are open at a time; else `INFINITY_ASSISTANT_MAX_CONNECTIONS`, else 1,000 or what the
      limit of open files allows, less 64.
    - `retry_unsafe`: whether to repeat calls that may have been carried out.
    - `max_response_bytes`, `max_event_bytes`: the largest response, and the largest event of a stream; 16 MiB each.
    - `remember_quota`: whether to give further messages the same error at once, when the quota of the day is used up.
    - `drift_warnings`: whether to warn when the service says what this version does not know.

    - `on_attempt`, `on_call`: functions that are given an `AttemptEvent` after each attempt, a `CallEvent` after each
      call. They never break one, and never see a key or what was said.
    - `telemetry`: whether to make spans and metrics of OpenTelemetry: `True`, a `TracerProvider`, or an
      `infinity_assistant.otel.Telemetry`.
    - `trust_store`: "system" trusts the certificates of the operating system (with the extra `truststore`).

    Every method also takes `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`, `on_attempt`,
    `on_call`, `max_response_bytes`, `extra_body` and `extra_query` for one call alone.

    Raises:
        InfinityAssistantArgumentError: An argument cannot be right. It is a `ValueError`, too.
    """
