# SPDX-License-Identifier: MIT. Generated from overlays/_client/async_account.py: edit that file, then run `make generate`.
"""The account: keys, webhooks, preferences, usage, exports, and the health of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Optional, Sequence, Union

from infinity_assistant import api
from infinity_assistant import models as m
from infinity_assistant._client.base import Base
from infinity_assistant._core.privacy import private_tracebacks
from infinity_assistant._lazy_modules import LazyModule

if TYPE_CHECKING:
    from infinity_assistant._client import annotation_names as t
else:
    t = LazyModule("infinity_assistant._client.annotation_names")


@private_tracebacks
class Account(Base):
    """The methods of a client that manage."""

    def list_api_keys(self, **options: t.Unpack[t.CallOptions]) -> m.ListApiKeysResponse:
        """List the API keys of the account (GET /api-keys), without the keys themselves.

        Args:
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.list_api_keys, options)

    def create_api_key(self, name: str, **options: t.Unpack[t.CallOptions]) -> m.CreateApiKeyResponse:
        """Create an API key (POST /api-keys). The key is shown only this once, in `api_key.key`.

        Args:
            name: A name by which people know the key, not blank.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.create_api_key, options, name=name)

    def delete_api_key(self, key_id: str, **options: t.Unpack[t.CallOptions]) -> m.Confirmation:
        """Revoke an API key by its id (DELETE /api-keys).

        Args:
            key_id: The id of the key, from the list or from its creation. An unknown one may be confirmed as if it
                had been revoked.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.delete_api_key, options, id=key_id)

    def list_webhooks(self, **options: t.Unpack[t.CallOptions]) -> m.ListWebhooksResponse:
        """List the webhooks of the account (GET /webhooks), without their secrets.

        Args:
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.list_webhooks, options)

    def create_webhook(
        self, url: str, events: Sequence[m.WebhookEvent], **options: t.Unpack[t.CallOptions]
    ) -> m.CreateWebhookResponse:
        """Have events delivered to a URL (POST /webhooks). The secret is shown only this once, in `webhook.secret`.

        Five failures in a row deactivate a webhook; a delivery is not sent again.

        Args:
            url: Where to deliver, beginning with http:// or https://.
            events: The events to be told of, at least one of "chat.message", "chat.response", "knowledge.created",
                "memory.stored", "user.preferences.updated", "subscription.created", "subscription.updated",
                "subscription.cancelled".
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.create_webhook, options, url=url, events=events)

    def delete_webhook(self, webhook_id: str, **options: t.Unpack[t.CallOptions]) -> m.Confirmation:
        """Delete a webhook by its id (DELETE /webhooks).

        Args:
            webhook_id: The id of the webhook, from the list or from its registration.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.delete_webhook, options, id=webhook_id)

    def get_preferences(self, **options: t.Unpack[t.CallOptions]) -> m.PreferencesResponse:
        """Fetch the preferences of the user (GET /user/preferences).

        The service knows the user by what `chat` taught this client, not by the key: before the first `chat` of a
        client with a key there are none. An anonymous client has an identity of its own from the beginning.

        Args:
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.get_preferences, options)

    def update_preferences(
        self, preferences: Union[m.UserPreferences, Mapping[str, Any]], **options: t.Unpack[t.CallOptions]
    ) -> m.Confirmation:
        """Replace the preferences of the user as a whole (POST /user/preferences).

        The service knows the user as for `get_preferences`.

        Args:
            preferences: The whole new document, with keys of your own design. Integers beyond 2**53 are refused:
                the service would change them.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantBadRequestError: A client with a key has made no `chat` yet, so nobody is known.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.update_preferences, options, preferences=preferences)

    def get_usage(self, **options: t.Unpack[t.CallOptions]) -> m.UsageResponse:
        """Fetch what was used and what remains (GET /user/usage); -1 means unlimited.

        The service knows the user as for `get_preferences`: with a key, from the first `chat` on.

        Args:
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.get_usage, options)

    def send_feedback(
        self,
        message: str,
        *,
        type: Optional[str] = None,
        rating: Optional[float] = None,
        conversation_id: Optional[str] = None,
        metadata: Optional[Union[m.FeedbackMetadata, Mapping[str, Any]]] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.Confirmation:
        """Send feedback to the makers of the service (POST /feedback).

        Args:
            message: What to say, 1 to 5000 UTF-16 code units, not blank.
            type: The kind of feedback, such as "bug".
            rating: How content the user is, as a number.
            conversation_id: The conversation that it is about.
            metadata: Anything that helps to understand it, with keys of your own.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(
            api.send_feedback,
            options,
            message=message,
            type=type,
            rating=rating,
            conversation_id=conversation_id,
            metadata=metadata,
        )

    def export_conversations(
        self,
        *,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
        conversation_id: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.ConversationExport:
        """Export the conversations of the account (GET /export/conversations): all unless an argument narrows them.

        Args:
            start_date: The first day, such as "2026-11-01".
            end_date: The last day, such as "2026-11-30".
            conversation_id: One conversation alone, by its id.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(
            api.export_conversations,
            options,
            start_date=start_date,
            end_date=end_date,
            conversation_id=conversation_id,
        )

    def export_usage(
        self,
        *,
        start_date: Optional[str] = None,
        end_date: Optional[str] = None,
        **options: t.Unpack[t.CallOptions],
    ) -> m.UsageExport:
        """Export the usage records of the account (GET /export/usage): all unless an argument narrows them.

        As a CSV file, a text: `client.request(api.export_usage(format="csv")).parsed`.

        Args:
            start_date: The first day, such as "2026-11-01".
            end_date: The last day, such as "2026-11-30".
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: An argument cannot be right; nothing was sent.
            InfinityAssistantAuthenticationError: There is no API key, or none that the service accepts.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.export_usage, options, start_date=start_date, end_date=end_date)

    def health(self, **options: t.Unpack[t.CallOptions]) -> m.HealthResponse:
        """Ask the service how it is (GET /health). It responds with 200 even if it is not well: read `status`.

        Args:
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        return self._send(api.health, options)

    def check_compatibility(self, *, operations: Optional[Sequence[str]] = None) -> t.CompatibilityReport:
        """Compare what the service responds with what this version of the package expects. Changes nothing.

        Args:
            operations: The ids of operations to call; those that only read unless given.

        Raises:
            InfinityAssistantArgumentError: There is no such operation.
            InfinityAssistantClientClosedError: The client has been closed.
            InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`).
        """
        from infinity_assistant._drift.compatibility import check_compatibility

        self._open_pipeline()  # Raises, also where nothing is to be called.
        return check_compatibility(self, operations=operations)
