"""What runs within WebAssembly: the tests of the package that need no threads, no sockets and no compiled packages."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from contextlib import contextmanager
from typing import Any, Coroutine, Iterator, Optional

import pytest

TESTS = ["drift", "events", "models", "sse", "webhooks", "pyodide/inside"]
COMPILED = re.compile(r"^(?:from|import) (?:hypothesis|jsonschema|psutil|trio|trustme)\b", re.MULTILINE)
UNSUPPORTED = ("can't start new thread", "emscripten does not support processes")
# The stack of WebAssembly ends the process where an ordinary one raises RecursionError.
DEEP = re.compile("deep|depth")
PLUGINS = ["-p", "no:cacheprovider", "-p", "infinity_assistant.testing.plugin"]
# The conftest.py of all tests imports hypothesis, and addopts names a plugin that starts a program.
PLAIN = ["-o", "addopts=--import-mode=importlib", "--noconftest", "--capture=sys"]
OPTIONS = ["-q", "-rs", "--tb=short", *PLAIN, *PLUGINS]


class Platform:
    """A plugin of pytest that leaves out what the platform cannot do, and says so."""

    @staticmethod
    def pytest_ignore_collect(collection_path: Any) -> Optional[bool]:
        """Ignore the files of tests that import a compiled package."""
        is_test = collection_path.name.startswith("test_")
        return True if is_test and COMPILED.search(collection_path.read_text("utf-8")) else None

    @staticmethod
    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(item: Any) -> Iterator[None]:
        """Skip a test whose fixtures need threads or processes, or one that exhausts the stack."""
        if _is_deep(item):
            pytest.skip("exhausts the stack")
        with _skips_what_is_unsupported():
            return (yield)

    @staticmethod
    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call() -> Iterator[None]:
        """Skip a test that turns out to need threads or processes."""
        with _skips_what_is_unsupported():
            return (yield)


@contextmanager
def _skips_what_is_unsupported() -> Iterator[None]:
    try:
        yield
    except (RuntimeError, OSError) as error:
        for reason in UNSUPPORTED:
            if reason in str(error):
                pytest.skip(reason)
        raise


def _is_deep(item: Any) -> bool:
    parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return any(DEEP.search(str(value)) for value in (item.name, *parameters, *item.function.__code__.co_consts))


def _cannot_run(coroutine: Coroutine[Any, Any, None], **_: Any) -> None:
    coroutine.close()
    pytest.skip("an event loop cannot block here")


async def main() -> int:
    """Run the tests, then what is asynchronous on the event loop that runs this; give the exit status."""
    from tests.pyodide.inside.scenario import meet_no_sockets, talk

    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    asyncio.run = _cannot_run  # type: ignore[assignment]
    print(f"CPython {sys.version.split()[0]} on {sys.platform}")
    status = pytest.main([*OPTIONS, *(f"tests/{name}" for name in TESTS)], plugins=[Platform()])
    await talk()
    await meet_no_sockets()
    print("asynchronous calls and streams: passed")
    return int(status)
