"""`trust_store="system"` verifies with what the operating system trusts, or says what is missing."""

from __future__ import annotations

import pickle
import ssl
import sys
import threading
from typing import Any, Iterator

import pytest
import trustme

from infinity_assistant import (
    AsyncInfinityAssistantClient,
    InfinityAssistantArgumentError,
    InfinityAssistantClient,
    InfinityAssistantNetworkError,
)
from infinity_assistant._http import trust_store

from .conftest import Connect
from .wire import WireServer

KINDS = [InfinityAssistantClient, AsyncInfinityAssistantClient]


class System:
    """In the place of the package, which needs Python 3.10 and the certificates of an operating system."""

    def __init__(self) -> None:
        self.authority = trustme.CA()
        self.is_trusted = False

    def SSLContext(self, protocol: int) -> ssl.SSLContext:
        context = ssl.SSLContext(protocol)
        if self.is_trusted:
            self.authority.configure_trust(context)
        return context


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    installed = System()
    monkeypatch.setitem(sys.modules, "truststore", installed)  # type: ignore[arg-type]
    return installed


@pytest.fixture
def secure_url(system: System) -> Iterator[str]:
    """A service whose certificate the authority of the system has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    system.authority.issue_cert("127.0.0.1").configure_cert(context)
    with WireServer() as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.say({"status": "ok"})
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server.url.replace("http:", "https:")
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("kind", KINDS)
def test_without_truststore_the_error_says_what_to_install(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "truststore", None)  # type: ignore[arg-type]
    with pytest.raises(InfinityAssistantArgumentError, match=r"infinity-assistant\[truststore\]") as caught:
        kind(trust_store="system")
    assert caught.value.argument == "trust_store"


def test_the_context_verifies_host_names_and_certificates(system: System) -> None:
    context = trust_store.load_trust_store("system", is_free=True)
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2


def test_a_service_that_the_system_trusts_is_called(connect: Connect, system: System, secure_url: str) -> None:
    system.is_trusted = True
    assert connect(base_url=secure_url, trust_store="system").health().status == "ok"


def test_a_service_that_the_system_does_not_trust_is_refused(connect: Connect, secure_url: str) -> None:
    with pytest.raises(InfinityAssistantNetworkError, match="certificate"):
        connect(base_url=secure_url, trust_store="system", max_retries=0).health()


@pytest.mark.parametrize("kind", KINDS)
def test_a_client_with_a_trust_store_can_be_pickled(kind: Any, system: System) -> None:
    client = pickle.loads(pickle.dumps(kind(trust_store="system")))
    assert client.options.trust_store == "system"
    assert isinstance(client._pipeline.exchange._ssl_context, ssl.SSLContext)


@pytest.mark.parametrize("kind", KINDS)
def test_two_things_that_decide_on_certificates_are_refused(kind: Any, system: System) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match="give one of the two"):
        kind(trust_store="system", ssl_context=ssl.create_default_context())


@pytest.mark.parametrize("value", ["windows", 1, True])
def test_another_trust_store_is_refused(value: Any) -> None:
    with pytest.raises(InfinityAssistantArgumentError, match='must be "system"'):
        InfinityAssistantClient(trust_store=value)


def test_a_platform_without_tls_is_told_so(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(System, "SSLContext")
    with pytest.raises(InfinityAssistantArgumentError, match="this platform has none"):
        InfinityAssistantClient(trust_store="system")


def test_certifi_is_the_default() -> None:
    assert InfinityAssistantClient(trust_store="certifi").options == InfinityAssistantClient().options
    with pytest.raises(InfinityAssistantArgumentError, match="when a client is made"):
        InfinityAssistantClient().with_options(trust_store="system")  # type: ignore[call-arg]
