"""The real truststore stands behind `trust_store="system"`, and may be given as an ssl_context."""

from __future__ import annotations

import ssl
from typing import Any

import pytest
import truststore

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient, InfinityAssistantNetworkError
from tests.client.wire import WireServer


@pytest.mark.parametrize("kind", [InfinityAssistantClient, AsyncInfinityAssistantClient])
def test_the_context_is_that_of_truststore(kind: Any) -> None:
    context = kind(trust_store="system")._pipeline.exchange._ssl_context
    assert isinstance(context, truststore.SSLContext)
    assert context.verify_mode == ssl.CERT_REQUIRED and context.check_hostname


@pytest.mark.parametrize("options", [{"trust_store": "system"}, {"ssl_context": None}])
def test_a_service_without_tls_is_no_trusted_one(options: Any) -> None:
    if "ssl_context" in options:
        options = {"ssl_context": truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)}
    with WireServer() as server:
        url = server.url.replace("http:", "https:")
        client = InfinityAssistantClient(base_url=url, max_retries=0, timeout=1.0, **options)
        with client, pytest.raises(InfinityAssistantNetworkError):
            client.health()
