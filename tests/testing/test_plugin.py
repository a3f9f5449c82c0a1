"""What the package gives to users' tests: fixtures without an import, and the same by hand."""

from __future__ import annotations

import asyncio
import importlib.metadata as metadata
import os
import subprocess
import sys
import time
import unittest

import pytest

import infinity_assistant as ia
from infinity_assistant.testing import Emulator, record

pytest_plugins = ["pytester"]

# In an installed package the plugin is there by its entry point; this checkout may not be installed.
INSTALLED = any(found.metadata["Name"] == "infinity-assistant" for found in metadata.distributions())
PLUGIN = () if INSTALLED else ("-p", "infinity_assistant.testing.plugin")


def test_fixtures_are_there_without_an_import(pytester):
    """A chatbot is tested against a scripted response, a 429, a cut stream and a slow response in a few lines each."""
    pytester.makepyfile(
        """
        import pytest
        import infinity_assistant as ia

        def test_a_scripted_answer(infinity_assistant, infinity_assistant_emulator):
            infinity_assistant_emulator.on_chat(matches="weather").reply("It rains.")
            assert infinity_assistant.chat("How is the weather?").response == "It rains."
            assert infinity_assistant_emulator.requests[0].json == {"message": "How is the weather?"}

        def test_the_quota_ends(infinity_assistant, infinity_assistant_emulator):
            infinity_assistant_emulator.quota(1)
            infinity_assistant.chat("one")
            with pytest.raises(ia.InfinityAssistantRateLimitError):
                infinity_assistant.chat("two")

        def test_a_stream_is_cut(infinity_assistant, infinity_assistant_emulator):
            infinity_assistant_emulator.cut_stream(after=3)
            with pytest.raises(ia.InfinityAssistantStreamInterruptedError):
                infinity_assistant.chat_stream("Hello").collect()

        def test_an_answer_is_slow(infinity_assistant, infinity_assistant_emulator):
            infinity_assistant_emulator.delay(60)
            with pytest.raises(ia.InfinityAssistantTimeoutError):
                infinity_assistant.chat("Hello", timeout=0.01)

        def test_a_failure_passes(infinity_assistant, infinity_assistant_emulator):
            infinity_assistant_emulator.fail("chat", times=2, status=503)
            assert infinity_assistant.chat("Hello").response
            assert len(infinity_assistant_emulator.requests) == 3

        def test_each_test_has_an_emulator_of_its_own(infinity_assistant_emulator):
            assert infinity_assistant_emulator.requests == []
        """
    )
    pytester.runpytest_inprocess(*PLUGIN, "-W", "error").assert_outcomes(passed=6)


def test_a_cassette_is_loaded_from_beside_the_test_by_a_fixture(pytester):
    with Emulator(frozen=True) as service, service.client() as client, record(client, pytester.path / "hello.json"):
        client.chat("Hello")
    pytester.makepyfile(
        """
        import pytest
        from infinity_assistant.testing import CassetteMissError

        def test_it(infinity_assistant_cassette):
            emulator = infinity_assistant_cassette("hello.json")
            with emulator.client() as client:
                assert client.chat("Hello").response
                with pytest.raises(CassetteMissError):
                    client.chat("Hello")
        """
    )
    pytester.runpytest_inprocess(*PLUGIN, "-W", "error").assert_outcomes(passed=1)


def test_a_program_that_makes_its_own_client_reaches_the_server_of_the_test(pytester, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    pytester.makepyfile(
        """
        import asyncio
        import infinity_assistant

        def program():
            with infinity_assistant.InfinityAssistantClient() as client:
                return client.chat("How is the weather?").response

        async def async_program():
            async with infinity_assistant.AsyncInfinityAssistantClient() as client:
                return (await client.chat("How is the weather?")).response

        def test_it(infinity_assistant_server, infinity_assistant_emulator, infinity_assistant_client):
            assert infinity_assistant_server.emulator is infinity_assistant_emulator
            infinity_assistant_emulator.on_chat(matches="weather").reply("It rains.")
            assert program() == asyncio.run(async_program()) == "It rains."
            sent = infinity_assistant_emulator.requests
            assert {one.headers["x-api-key"] for one in sent} == {infinity_assistant_emulator.api_key}
            assert infinity_assistant_client.chat("The weather?").response == "It rains."
            assert len(infinity_assistant_emulator.requests) == 3

        def test_the_environment_is_as_before():
            import os
            assert "INFINITY_ASSISTANT_BASE_URL" not in os.environ
        """
    )
    monkeypatch.delenv("INFINITY_ASSISTANT_BASE_URL", raising=False)
    pytester.runpytest_inprocess(*PLUGIN, "-W", "error").assert_outcomes(passed=2)


def test_clients_have_names_that_do_not_hide_the_package(pytester):
    pytester.makepyfile(
        """
        import infinity_assistant as package

        def test_old_and_new_names(
            infinity_assistant, infinity_assistant_client, async_infinity_assistant, async_infinity_assistant_client
        ):
            assert infinity_assistant is infinity_assistant_client
            assert async_infinity_assistant is async_infinity_assistant_client
            assert isinstance(infinity_assistant_client, package.InfinityAssistantClient)
        """
    )
    pytester.runpytest_inprocess(*PLUGIN, "-W", "error").assert_outcomes(passed=1)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_asynchronous_client_works_under_both_kinds_of_loop(pytester, backend):
    pytester.makepyfile(
        f"""
        import asyncio, trio

        async def talk(client):
            text = ""
            async for event in client.chat_stream("Hello"):
                text += event.content if event.type == "text" else ""
            return (await client.health()).status, text

        def test_it(async_infinity_assistant):
            run = asyncio.run if {backend!r} == "asyncio" else lambda talking: trio.run(lambda: talking)
            status, text = run(talk(async_infinity_assistant))
            assert status == "healthy" and text.startswith("Hello!")
        """
    )
    # A generator of httpx's own stays behind when a stream is left at its last event; trio says so.
    left = "ignore:Async generator 'httpx._client:ResourceWarning"
    pytester.runpytest_inprocess(*PLUGIN, "-W", "error", "-W", left).assert_outcomes(passed=1)


def test_test_runs_that_do_not_use_it_do_not_pay_for_it():
    """The plugin is loaded with every run of pytest in the environment: it may import nothing to speak of."""
    program = (
        "import sys, pytest; before = set(sys.modules); import infinity_assistant.testing.plugin;"
        "print(*sorted(set(sys.modules) - before))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=_environment()
    )
    package, plugin = "infinity_assistant", "infinity_assistant.testing.plugin"
    assert set(run.stdout.split()) <= {package, f"{package}._version", f"{package}.testing", plugin}


class WithUnittest(unittest.TestCase):
    """The same without pytest's fixtures."""

    def setUp(self):
        self.emulator = Emulator(frozen=True)
        self.addCleanup(self.emulator.close)
        self.client = self.emulator.client(max_retries=0)
        self.addCleanup(self.client.close)

    def test_a_chatbot(self):
        self.emulator.on_chat().reply("It rains.")
        self.assertEqual(self.client.chat("How is the weather?").response, "It rains.")
        self.emulator.fail("chat", status=500)
        with self.assertRaises(ia.InfinityAssistantServerError):
            self.client.chat("And now?")


def test_by_hand_as_a_context_manager():
    with Emulator(frozen=True) as emulator, emulator.client() as client:
        assert client.search_knowledge("webhooks").counts.total > 0


def test_by_hand_with_the_asynchronous_client():
    async def main():
        with Emulator(frozen=True) as emulator:
            async with emulator.async_client() as client:
                return await client.chat("Hello")

    assert asyncio.run(main()).response.startswith("Hello!")


def test_no_proxy_of_the_environment_is_asked(monkeypatch):
    """Nothing reaches the network unless it is asked for."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with Emulator(frozen=True) as emulator, emulator.client(max_retries=0) as client:
        assert client.health().status == "healthy"


def test_keys_made_by_the_client_work_and_stop_to():
    with Emulator(frozen=True) as emulator, emulator.client() as client:
        made = client.create_api_key("ci").api_key
        with emulator.client(api_key=made.key) as other:
            assert other.chat("Hello").response
            client.delete_api_key(made.id)
            with pytest.raises(ia.InfinityAssistantAuthenticationError):
                other.chat("Hello")


def test_a_slow_response_costs_the_time_of_the_caller_and_no_more():
    with Emulator(frozen=True) as emulator, emulator.client(max_retries=0) as client:
        emulator.delay(600)
        started = time.monotonic()
        with pytest.raises(ia.InfinityAssistantTimeoutError):
            client.chat("Hello", timeout=0.02)
        assert time.monotonic() - started < 60


def _environment():
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
