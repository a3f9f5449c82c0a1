# SPDX-License-Identifier: MIT. Generated from overlays/_client/async_account.py: edit that file, then run `make generate`.
"""The account: keys, webhooks, preferences, usage, exports, and the health of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Optional, Sequence, Union

from infinity_assistant import api
from infinity_assistant import models as m
from infinity_assistant._client.async_base import AsyncBase
from infinity_assistant._core.privacy import private_tracebacks
from infinity_assistant._lazy_modules import LazyModule

if TYPE_CHECKING:
    from infinity_assistant._client import annotation_names as t
else:
    t = LazyModule("infinity_assistant._client.annotation_names")


@private_tracebacks
class AsyncAccount(AsyncBase):
    """The methods of a client that manage."""

    async def list_api_keys(self, **options: t.Unpack[t.CallOptions]) -> m.ListApiKeysResponse:
        """List the API keys of the account (GET /api-keys), without the keys themselves."""
        return await self._send(api.list_api_keys, options)

    async def create_api_key(self, name: str, **options: t.Unpack[t.CallOptions]) -> m.CreateApiKeyResponse:
        """Create an API key (POST /api-keys). The key is shown only this once, in `api_key.key`."""
        return await self._send(api.create_api_key, options, name=name)

    async def delete_api_key(self, key_id: str, **options: t.Unpack[t.CallOptions]) -> m.Confirmation:
        """Revoke an API key by its id (DELETE /api-keys)."""
        return await self._send(api.delete_api_key, options, id=key_id)

    async def list_webhooks(self, **options: t.Unpack[t.CallOptions]) -> m.ListWebhooksResponse:
        """List the webhooks of the account (GET /webhooks), without their secrets."""
        return await self._send(api.list_webhooks, options)

    async def create_webhook(
        self, url: str, events: Sequence[m.WebhookEvent], **options: t.Unpack[t.CallOptions]
    ) -> m.CreateWebhookResponse:
        """Have events delivered to `url` (POST /webhooks). The secret is shown only this once, in `webhook.secret`."""
        return await self._send(api.create_webhook, options, url=url, events=events)

    async def delete_webhook(self, webhook_id: str, **options: t.Unpack[t.CallOptions]) -> m.Confirmation:
        """Delete a webhook by its id (DELETE /webhooks)."""
        return await self._send(api.delete_webhook, options, id=webhook_id)

    async def get_preferences(self, **options: t.Unpack[t.CallOptions]) -> m.PreferencesResponse:
        """Fetch the preferences of the user (GET /user/preferences).

        The service knows the user by what `chat` taught this client, not by the key: before the first `chat` of a
        client with a key there are none. An anonymous client has an identity of its own from the beginning.
        """
        return await self._send(api.get_preferences, options)

    async def update_preferences(
        self, preferences: Union[m.UserPreferences, Mapping[str, Any]], **options: t.Unpack[t.CallOptions]
    ) -> m.Confirmation:
        """Replace the preferences of the user as a whole (POST /user/preferences).

        The service knows the user as for `get_preferences`. Integers beyond 2**53 are refused: it would change them.

        Raises:
            InfinityAssistantBadRequestError: A client with a key has made no `chat` yet, so nobody is known.
        """
        return await self._send(api.update_preferences, options, preferences=preferences)

    async def get_usage(self, **options: t.Unpack[t.CallOptions]) -> m.UsageResponse:
        """Fetch what was used and what is left (GET /user/usage); -1 means unlimited.

        The service knows the user as for `get_preferences`: with a key, from the first `chat` on.
        """
        return await self._send(api.get_usage, options)

    async def send_feedback(
        self,
        message: str,
        *,
        type: Optional[str] = None,
        rating: Optional[float] = None,
        conversation_id: Optional[str] = None,
        metadata: Optional[Union[m.FeedbackMetadata, Mapping[str, Any]]] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.Confirmation:
        """Tell the makers of the service what you think (POST /feedback)."""
        return await self._send(
            api.send_feedback,
            options,
            message=message,
            type=type,
            rating=rating,
            conversation_id=conversation_id,
            metadata=metadata,
        )

    async def export_conversations(
        self,
        *,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
        conversation_id: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.ConversationExport:
        """Export the conversations of the account (GET /export/conversations).

        All of them, or those from `start_date` to `end_date` (such as "2026-11-30"), or one.
        """
        return await self._send(
            api.export_conversations,
            options,
            start_date=start_date,
            end_date=end_date,
            conversation_id=conversation_id,
        )

    async def export_usage(
        self,
        *,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.UsageExport:
        """Export the usage records of the account (GET /export/usage), from `start_date` to `end_date` if given.

        As a CSV file, a text: `client.request(api.export_usage(format="csv")).parsed`.
        """
        return await self._send(api.export_usage, options, start_date=start_date, end_date=end_date)

    async def health(self, **options: t.Unpack[t.CallOptions]) -> m.HealthResponse:
        """Ask the service how it is (GET /health). It answers 200 even if it is not well: read `status`."""
        return await self._send(api.health, options)

    async def check_compatibility(self, *, operations: Optional[Sequence[str]] = None) -> t.CompatibilityReport:
        """Compare what the service answers with what this version of the package expects.

        Calls the operations that only read, or those of them that `operations` names, and changes nothing.
        """
        from infinity_assistant._drift.async_compatibility import check_compatibility

        return await check_compatibility(self, operations=operations)
