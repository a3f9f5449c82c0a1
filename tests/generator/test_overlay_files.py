"""What `overlays/` contributes to the package."""

from __future__ import annotations

import pytest

from generator.overlay_files import OverlayError, build_overlays

LICENSE = b"# SPDX-License-Identifier: MIT\n"
LABEL = b"# SPDX-License-Identifier: MIT. Generated from overlays/%s: edit that file, then run `make generate`.\n"


def test_a_file_is_copied_with_a_first_line_that_names_its_source() -> None:
    assert build_overlays({"sse.py": LICENSE + b"x = 1\n"}) == {"sse.py": LABEL % b"sse.py" + b"x = 1\n"}


def test_an_asynchronous_file_comes_out_sync_and_async() -> None:
    files = build_overlays({"a/async_b.py": LICENSE + b"async def f(): ...\n"})
    assert files == {
        "a/async_b.py": LABEL % b"a/async_b.py" + b"async def f(): ...\n",
        "a/b.py": LABEL % b"a/async_b.py" + b"def f(): ...\n",
    }


def test_a_synchronous_file_written_by_hand_is_kept() -> None:
    files = build_overlays({"async_net.py": LICENSE + b"import asyncio\n", "net.py": LICENSE + b"import socket\n"})
    assert files["net.py"] == LABEL % b"net.py" + b"import socket\n"


def test_data_and_files_in_folders_are_copied_as_they_are() -> None:
    sources = {
        "testing/knowledge/1.md": b"# One\r\n",
        "py.typed": b"",
        "cli/page.html": b"\0\xff",
        "testing/__init__.py": b"",
    }
    assert build_overlays(sources) == sources


def test_what_cannot_lose_its_async_is_refused_by_name() -> None:
    with pytest.raises(OverlayError, match=r"^overlays/async_x\.py: line 2: 'asyncio' is still async; teach it to"):
        build_overlays({"async_x.py": b"\nimport asyncio\n"})
    with pytest.raises(OverlayError, match=r"^overlays/async_y\.py: "):
        build_overlays({"async_y.py": b"def f(:\n"})
