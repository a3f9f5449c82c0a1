"""What all tests share."""

from __future__ import annotations

import gc
import logging
from typing import Any, Iterator, Optional

# Its pytest plugin imports it at the end of each session in any case. Once objects are frozen (see below) it is too
# late: hypothesis asks the garbage collector who refers to the random numbers of trio.
import hypothesis  # noqa: F401
import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_collection() -> Iterator[None]:
    """Collect tests without the garbage collector, which takes a quarter of that time and finds nothing."""
    gc.disable()
    yield
    gc.enable()


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what lives as long as the session, and come by less often.

    Thousands of collected tests are millions of objects. Many tests collect garbage to see that nothing is left of
    theirs, and would walk over all of those each time: that was a sixth of the time of the whole suite. The generator
    makes big trees, over which the collector walked for a third of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: Optional[pytest.Item]) -> None:
    """Do the same with what the tests of a file leave behind, such as the trees of parsed sources."""
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Takes back what a test, or a page of the docs that it runs, says of the logs."""
    root, package = logging.getLogger(), logging.getLogger("infinity_assistant")
    before = [(logger, logger.level, logger.propagate, logger.handlers[:]) for logger in (root, package)]
    yield
    for logger, level, propagate, handlers in before:
        for handler in [handler for handler in logger.handlers if handler not in handlers]:
            logger.removeHandler(handler)
        if logger.level != level:
            logger.setLevel(level)  # With the cache of what is enabled, which an attribute that is set leaves alone.
        logger.propagate = propagate


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Certificates whose authority every client trusts from now on, by way of the environment.

    There is one authority for the session: of two, the environment would name the last.
    """
    from tests.reliability.certificates import Certificates

    made = Certificates()
    path = tmp_path_factory.mktemp("tls") / "authority.pem"
    made.authority.cert_pem.write_to_path(str(path))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(path))
        proxies = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
        for name in ("SSL_CERT_DIR", *proxies):
            patch.delenv(name, raising=False)
        yield made
