"""What a program pays for, and what it does not, when it imports the package."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import List

from infinity_assistant.testing import EmulatorServer


def modules_after(code: str) -> List[str]:
    """The modules that a fresh interpreter has loaded when it has run `code`."""
    program = f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded: List[str] = json.loads(done.stdout)
    return loaded


def test_the_import_alone_loads_nothing_else() -> None:
    """Names are found when they are used (PEP 562)."""
    loaded = modules_after("import infinity_assistant")
    assert not {"attr", "httpx", "h11", "ssl", "asyncio", "infinity_assistant.errors"} & set(loaded)


def test_a_client_needs_no_httpx() -> None:
    loaded = modules_after("from infinity_assistant import InfinityAssistantClient; InfinityAssistantClient()")
    assert not {"httpx", "httpcore", "anyio", "asyncio", "dateutil", "msgspec", "ssl"} & set(loaded)


CALL = """
import sys; sys.modules["msgspec"] = None  # It imports them.
from infinity_assistant import InfinityAssistantClient
client = InfinityAssistantClient({key!r}, base_url={url!r})
client.health()
"""


def test_a_blocking_call_needs_no_logging() -> None:
    with EmulatorServer() as server:
        program = CALL.format(url=server.base_url, key=server.emulator.api_key)
        assert not {"logging", "resource", "asyncio"} & set(modules_after(program))
        with_log = 'import logging; logging.basicConfig(level="DEBUG", stream=sys.stderr); client.health()'
        command = [sys.executable, "-c", f"{program}{with_log}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stderr.count("health: 200 in attempt 1") == 1, "who begins to listen hears what comes"


def test_a_chat_loads_the_classes_that_its_response_needs() -> None:
    """Not the other hundred, nor the events of streams, nor what annotations alone name."""
    code = """
from infinity_assistant import InfinityAssistantClient, api
InfinityAssistantClient()
call = api.chat(message="Hello", mode="assist")
metadata = {"model": "m", "tokensUsed": 1, "processingTime": 1}
limit = {"allowed": True, "limit": 1, "remaining": 1}
call.read({"response": "Hi", "conversationId": "c", "rateLimit": limit, "metadata": metadata})
"""
    loaded = modules_after(code)
    classes = {name.rpartition(".")[2] for name in loaded if name.startswith("infinity_assistant.models.")}
    assert classes == {"chat_response", "chat_metadata", "rate_limit"}
    assert [name for name in loaded if name.startswith("infinity_assistant.api.")] == ["infinity_assistant.api._chat"]
    assert not {"typing_extensions", "infinity_assistant.events", "infinity_assistant._streaming"} & set(loaded)


def test_every_public_name_is_there_and_a_misspelt_one_is_an_attribute_error() -> None:
    code = """
import infinity_assistant
for name in infinity_assistant.__all__:
    assert getattr(infinity_assistant, name) is not None
    assert name in dir(infinity_assistant)
try:
    infinity_assistant.InfinityAsistantClient
except AttributeError:
    pass
else:
    raise SystemExit("a misspelt name was found")
"""
    modules_after(code)
