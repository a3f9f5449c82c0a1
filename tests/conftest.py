"""What all tests share."""

from __future__ import annotations

import gc

# Its pytest plugin imports it at the end of each session in any case. Once objects are frozen (see below) it is too
# late: hypothesis asks the garbage collector who refers to the random numbers of trio.
import hypothesis  # noqa: F401


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what lives as long as the session, and come by less often.

    Thousands of collected tests are millions of objects. Many tests collect garbage to see that nothing is left of
    theirs, and would walk over all of those each time: that was a sixth of the time of the whole suite. The generator
    makes big trees, over which the collector walked for a third of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
