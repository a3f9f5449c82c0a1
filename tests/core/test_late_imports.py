"""What is imported when it is first used must not cost a response, nor raise what is not ours."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from infinity_assistant.testing import EmulatorServer

ROOT = Path(__file__).resolve().parents[2]

NOTHING_IMPORTED = """
    import asyncio, sys
    from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient
    from infinity_assistant._core import async_exchange, exchange
    from infinity_assistant.testing import EmulatorServer

    seen, imported = [], []

    def watch(kind):
        send = kind.send
        def watched(self, *args, **kwargs):
            seen[:] = [set(sys.modules)]
            return send(self, *args, **kwargs)
        kind.send = watched

    def look(name):
        late = [m for m in set(sys.modules) - seen[0] if m.startswith(PARTS)]
        if late:
            imported.append((name, sorted(late)))

    PARTS = ("infinity_assistant._core", "infinity_assistant._drift", "infinity_assistant._models",
             "infinity_assistant._streaming", "infinity_assistant.models", "msgspec", "pydantic")
    CALLS = {
        "chat": lambda c: c.chat("hi"),
        "health": lambda c: c.health(),
        "search": lambda c: c.search_knowledge("tea"),
        "keys": lambda c: c.list_api_keys(),
        "webhooks": lambda c: c.list_webhooks(),
        "usage": lambda c: c.get_usage(),
    }
    watch(exchange.Exchange)
    watch(async_exchange.AsyncExchange)
    OPTIONS = {"drift_warnings": True, "on_attempt": lambda event: None, "on_call": lambda event: None}

    async def main(url):
        async with AsyncInfinityAssistantClient(base_url=url, **OPTIONS) as client:
            for name, call in CALLS.items():
                await call(client)
                look(name)
            async for _ in client.chat_stream("hi"):
                pass
            look("stream")

    with EmulatorServer() as server:
        if sys.argv[1] == "async":
            asyncio.run(main(server.base_url))
        else:
            with InfinityAssistantClient(base_url=server.base_url, **OPTIONS) as client:
                for name, call in CALLS.items():
                    call(client)
                    look(name)
                client.chat_stream("hi").collect()
                look("stream")
    print(imported)
"""

FILES_RUN_OUT = """
    import asyncio, json, os, resource, socket, sys, threading
    import infinity_assistant as ia

    resource.setrlimit(resource.RLIMIT_NOFILE, (150, 150))
    listener, taken = socket.create_server(("127.0.0.1", 0)), []
    BODY = json.dumps({"response": "Hi", "conversationId": "c", "metadata": {"model": "m"}}).encode()

    def take_all_files():
        try:
            while True:
                taken.append(os.open(os.devnull, os.O_RDONLY))
        except OSError:
            pass

    def serve():
        sock, _ = listener.accept()
        received = b""
        while b"}" not in received:
            received += sock.recv(65536)
        take_all_files()
        head = "HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\n\\r\\n"
        sock.sendall(head.encode() % len(BODY) + BODY)

    threading.Thread(target=serve, daemon=True).start()
    options = {"base_url": "http://127.0.0.1:%d/api" % listener.getsockname()[1], "max_retries": 0}

    async def main():
        async with ia.AsyncInfinityAssistantClient(**options) as client:
            if sys.argv[2] == "before":
                take_all_files()
            return await client.chat("hi")

    def call():
        if sys.argv[1] == "async":
            return asyncio.run(main())
        with ia.InfinityAssistantClient(**options) as client:
            if sys.argv[2] == "before":
                take_all_files()
            return client.chat("hi")

    try:
        said = call().response
    except ia.InfinityAssistantNetworkError as error:
        said = str(error)
    for number in taken:
        os.close(number)
    print(said)
"""

SHUTDOWN = """
    import atexit, sys
    import infinity_assistant as ia
    from infinity_assistant.testing import EmulatorServer

    def call(client, when):
        try:
            client.health()
            client.chat_stream("hi").collect()
            print(when, "fine")
        except ia.InfinityAssistantError as error:
            print(when, "ours")

    class Last:
        def __init__(self):
            self.client = ia.InfinityAssistantClient(base_url=sys.argv[1], max_retries=0)

        def __del__(self, call=call):
            call(self.client, "end")

    last = Last()
    atexit.register(call, last.client, "exit")
    if sys.argv[2] == "unused":
        atexit.unregister(call)
"""

LEFT_OPEN = """
    import sys
    import httpx
    import infinity_assistant as ia

    options = {"http_client": httpx.Client()} if sys.argv[2] == "httpx" else {}
    events = ia.InfinityAssistantClient(base_url=sys.argv[1], **options).chat_stream("hi")
    print(next(events).type)
"""

HANDLER = """
    import sys
    import infinity_assistant as ia

    client, outcomes = ia.InfinityAssistantClient(base_url="http://127.0.0.1:9/api", max_retries=0), []

    def handle(frame, event, argument):
        \"\"\"Call as a signal handler does: while a module of the package is half-way through its import.\"\"\"
        if event != "line" or not frame.f_globals.get("__name__", "").startswith("infinity_assistant."):
            return handle
        sys.settrace(None)
        try:
            CALLS[sys.argv[1]]()
        except Exception as error:
            outcomes.append(type(error).__name__)
        return None

    def trace(frame, event, argument):
        name = frame.f_globals.get("__name__", "")
        return handle if frame.f_code.co_name == "<module>" and name.endswith(sys.argv[2]) else None

    CALLS = {"call": lambda: client.health(), "stream": lambda: client.chat_stream("hi").collect()}
    sys.settrace(trace)
    try:
        CALLS[sys.argv[1]]()
    except Exception as error:
        outcomes.append(type(error).__name__)
    sys.settrace(None)
    print(outcomes)
"""

every_runtime = pytest.mark.parametrize("runtime", ["sync", "async"])


def run(program: str, *arguments: str) -> str:
    """What a new process prints that runs `program`."""
    command = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(program), *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout.decode().strip()


@every_runtime
def test_nothing_that_reads_a_response_is_imported_after_the_request_has_left(runtime: str) -> None:
    assert run(NOTHING_IMPORTED, runtime) == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@every_runtime
def test_a_response_is_not_lost_when_the_program_runs_out_of_files_meanwhile(runtime: str) -> None:
    assert run(FILES_RUN_OUT, runtime, "meanwhile") == "Hi"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@every_runtime
def test_a_part_that_cannot_be_imported_is_an_error_of_ours(runtime: str) -> None:
    said = run(FILES_RUN_OUT, runtime, "before")
    assert said == "a part of the package could not be imported: Too many open files"


@pytest.mark.parametrize("client", ["used", "unused"])
def test_a_call_while_the_interpreter_shuts_down_is_made_or_an_error_of_ours(client: str) -> None:
    """What nobody has called before cannot be imported by then, and even the name of the error is looked up then."""
    with EmulatorServer() as server:
        said = run(SHUTDOWN, server.base_url, client).splitlines()
    assert said[:-1] == (["exit fine"] if client == "used" else [])
    assert said[-1] in ("end fine", "end ours")


@pytest.mark.parametrize("way", ["own", "httpx"])
def test_a_program_may_end_while_a_stream_is_open(way: str) -> None:
    with EmulatorServer(pace=0.2) as server:
        assert run(LEFT_OPEN, server.base_url, way) == "start"


@pytest.mark.parametrize(
    ("call", "module"), [("call", "api._service"), ("call", "health_response"), ("stream", "api._chat")]
)
def test_a_signal_handler_that_comes_in_during_an_import_gets_an_error_of_ours(call: str, module: str) -> None:
    assert run(HANDLER, call, module) == str(["InfinityAssistantNetworkError"] * 2)
