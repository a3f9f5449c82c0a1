"""A client that is used where locks do not hold: in signal handlers, after a fork, and when the interpreter ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from typing import List

import pytest

import infinity_assistant as ia
from tests.client.wire import CHAT, WireServer

CALLS = 150
AT_EXIT = """
import atexit, sys
import infinity_assistant as ia

class Holder:
    def __del__(self):
        report("del")

def report(where):
    for url in ("http://127.0.0.1:9/api", "http://name.invalid/api", "https://127.0.0.1:9/api"):
        try:
            ia.InfinityAssistantClient(base_url=url, max_retries=0, timeout=5).chat("hi")
        except ia.InfinityAssistantError as error:
            print(where, type(error).__name__, flush=True)
        except BaseException as error:
            print(where, "FOREIGN", repr(error), flush=True)

holder = Holder()
atexit.register(report, "atexit")
if len(sys.argv) > 1:
    ia.InfinityAssistantClient()
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="signals of a timer are a matter of POSIX")
def test_a_signal_handler_makes_a_call_while_the_main_thread_makes_one(wire: WireServer) -> None:
    wire.say({"error": "no"}, status=503).say(CHAT)
    interrupted: List[str] = []
    with ia.InfinityAssistantClient("ia_key", base_url=wire.url, retry_delay=0.0) as client:
        client.chat("a first one, which imports what it needs")

        def handle(number: int, frame: object) -> None:
            interrupted.append(client.chat("from a handler").response)

        before = signal.signal(signal.SIGALRM, handle)
        try:
            for number in range(CALLS):
                signal.setitimer(signal.ITIMER_REAL, 0.0001 + number % 20 * 0.0001)
                client.chat("from the main thread")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0.0)
            signal.signal(signal.SIGALRM, before)
    assert interrupted
    assert len(wire.heard) == CALLS + len(interrupted) + 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a matter of POSIX")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_child_makes_calls_although_threads_of_its_parent_were_in_the_midst_of_some(wire: WireServer) -> None:
    wire.say(CHAT)
    finished = threading.Event()
    with ia.InfinityAssistantClient("ia_key", base_url=wire.url) as client:
        client.chat("a first one, which imports what it needs: Python's own locks of imports do not outlive a fork")

        def hammer() -> None:
            while not finished.is_set():
                client.chat("hi")

        threads = [threading.Thread(target=hammer) for _ in range(4)]
        for thread in threads:
            thread.start()
        try:
            codes = [run_child(client) for _ in range(5)]
        finally:
            finished.set()
            for thread in threads:
                thread.join()
    assert codes == [0] * 5


def run_child(client: ia.InfinityAssistantClient) -> int:
    """Fork, make a call in the child, and return its exit code; 9 if it hangs."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if client.chat("from the child").response == "Hello!" else 1)
        except BaseException:
            os._exit(2)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.WEXITSTATUS(status)
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 9


@pytest.mark.parametrize("arguments", [(), ("used",)], ids=["never-used", "used"])
def test_a_call_at_the_end_of_the_interpreter_fails_with_an_error_of_ours(arguments: List[str]) -> None:
    command = [sys.executable, "-W", "ignore", "-c", AT_EXIT, *arguments]
    outcome = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert "FOREIGN" not in outcome.stdout, outcome.stdout
    assert outcome.stdout.count("atexit") == 3, outcome.stderr
    assert outcome.stdout.count("del ") in (0, 3), outcome.stderr
