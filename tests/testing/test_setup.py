"""Setting an emulator up, and what it says when that cannot be done."""

from __future__ import annotations

import sqlite3

import pytest

import infinity_assistant.testing as testing
from infinity_assistant.testing import Emulator, EmulatorError
from infinity_assistant.testing._state.store import Store, _describe_error


def test_state_in_a_file_is_there_the_next_time(tmp_path, call):
    for count in (1, 2):
        with Emulator(tmp_path / "state.db") as emulator:
            type(call)(emulator)("POST", "/chat", {"message": "Hi"})
            assert len(emulator.conversations) == count


def test_a_file_that_is_no_database_is_not_touched(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Dear Ana, " * 100)
    with pytest.raises(EmulatorError, match="letter.txt is not an SQLite database"):
        Emulator(file)
    assert file.read_text().startswith("Dear Ana")


def test_a_file_in_a_folder_that_does_not_exist_is_an_error(tmp_path):
    with pytest.raises(EmulatorError, match="cannot be opened"):
        Emulator(tmp_path / "nowhere" / "state.db")


def test_an_sqlite_without_full_text_search_is_named():
    assert "FTS5" in _describe_error("x", sqlite3.OperationalError("no such module: fts5"))


def test_an_unknown_profile_is_an_error_that_names_the_known_ones():
    with pytest.raises(EmulatorError, match="no profile is called 'loose'; there are: default, strict"):
        Emulator(profile="loose")


def test_a_change_that_fails_half_way_is_not_kept():
    store = Store()
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.execute("INSERT INTO users VALUES ('ana', 'pro')")
        raise ZeroDivisionError
    assert store.fetch_all("SELECT * FROM users") == []
    store.close()


def test_a_closed_emulator_may_be_closed_again():
    emulator = Emulator()
    emulator.close()
    emulator.close()


def test_public_names_are_imported_when_they_are_used():
    assert set(testing.__all__) <= set(dir(testing))
    for name in testing.__all__:
        assert getattr(testing, name).__name__ == name if name != "API_KEY" else testing.API_KEY.startswith("ia_")
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        testing.Nothing  # noqa: B018


def test_the_former_name_of_response_is_deprecated():
    import infinity_assistant.testing as testing

    with pytest.warns(DeprecationWarning, match="testing.Answer is called Response now"):
        assert testing.Answer is testing.Response
    assert "Answer" not in testing.__all__
    with pytest.raises(AttributeError, match="has no attribute 'Anser'"):
        testing.Anser  # noqa: B018
