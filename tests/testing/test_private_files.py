"""Files that the emulator writes and reads: its own alone to read, and none from elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from infinity_assistant.testing import Emulator, EmulatorError
from infinity_assistant.testing._http.messages import Request

on_posix = pytest.mark.skipif(os.name == "nt", reason="files of Windows have no such modes")


@on_posix
def test_a_database_is_its_owners_alone(tmp_path: Path) -> None:
    with Emulator(tmp_path / "state.db") as emulator, emulator.client() as client:
        client.chat("Hello!")
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600} and "state.db" in modes


@on_posix
def test_knowledge_comes_from_its_folder_alone_and_waits_for_no_pipe(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "knowledge", tmp_path / "elsewhere.md"
    folder.mkdir()
    elsewhere.write_text("# A secret\n\nThe word is zebrafish.\n", "utf-8")
    (folder / "link.md").symlink_to(elsewhere)
    os.mkfifo(folder / "pipe.md")
    with pytest.raises(EmulatorError, match="holds no Markdown file"):
        Emulator(knowledge=folder)
    (folder / "own.md").write_text("# Own\n\nThe word is goldfish.\n", "utf-8")
    (folder / "again.md").symlink_to(folder / "own.md")
    with Emulator(knowledge=folder) as emulator, emulator.client() as client:
        assert "goldfish" in str(client.search_knowledge("goldfish").to_dict())
        assert "zebrafish" not in str(client.search_knowledge("the secret word").to_dict())


@pytest.mark.parametrize("name", ["api_key", "token", "X-Amz-Secret", "password"])
def test_what_looks_like_a_credential_in_a_query_is_masked(name: str) -> None:
    request = Request("GET", "/api/search", f"query=fish&{name}=hunter2&limit=3")
    assert request.masked_query() == f"query=fish&{name}=***&limit=3"
    assert "hunter2" not in repr(request)


@pytest.mark.parametrize("name", ["Proxy-Authorization", "X-Auth-Token", "X-Emulator-Key", "Cookie", "X-API-Key"])
def test_headers_that_hold_a_credential_are_masked(name: str) -> None:
    assert Request("GET", "/", "", ((name, "hunter2"),)).masked_headers() == {name.lower(): "***"}
