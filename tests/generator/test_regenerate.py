"""`python -m generator regenerate`: from a new document to a change that is ready for review."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator import document, transaction
from generator.__main__ import main
from generator.document import parse
from generator.release.version import Version, read_version
from tests.generator.conftest import Project
from tests.generator.probes import MODE, MORE_MODES


def test_a_new_specbecomes_a_package_a_version_an_entry_and_a_text(project: Project, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    text = project.read("openapi.yaml")
    # As an editor on Windows would save it.
    new.write_bytes(b"\xef\xbb\xbf" + text.replace(MODE, MORE_MODES).replace("\n", "\r\n").encode())
    assert main(["regenerate", "--spec", str(new)], project.root) == 0
    assert project.read("openapi.yaml") == text.replace(MODE, MORE_MODES)
    assert '"probe_plan"' in project.read("infinity_assistant/models/chat_mode.py")
    assert read_version(project.read("overlays/_version.py")) == Version(1, 1, 0)
    assert '`ChatMode="probe_plan"` (`chat`, `chat_stream`) is new.' in project.read("CHANGELOG.md")
    told = project.read("build/pull-request.md")
    assert told.startswith("# 1.1.0\n")
    assert "For callers: additive; on the wire: additive." in told
    assert "To do" not in told


def test_what_is_left_to_people_stands_in_the_text(project: Project, tmp_path: Path) -> None:
    """The package is made all the same, so that a reviewer sees it whole."""
    new = tmp_path / "new.yaml"
    text = project.read("openapi.yaml").replace("        userContext:\n", "        probe_tone:\n", 1)
    new.write_text(text, encoding="utf-8")
    assert main(["regenerate", "--spec", str(new), "--body", "body.md"], project.root) == 0
    told = project.read("body.md")
    assert told.startswith("# 2.0.0\n")
    assert "## To do in the hand-written layer\n\n- [ ] overlays/_client/async_chat.py:" in told
    assert "```\n        probe_tone: Optional[str] = None,\n" in told
    assert "## Migration notes that are missing" in told
    assert "- `ChatRequest.userContext`: <what to do:" in told
    assert main(["release", "--dry-run"], project.root) == 1
    changelog = project.read("CHANGELOG.md")
    assert main(["regenerate", "--spec", str(new), "--body", "again.md"], project.root) == 0
    assert project.read("again.md") == told, "what is left to do is told until it is done"
    assert project.read("CHANGELOG.md") == changelog


def test_a_specin_json_changes_what_it_says_and_leaves_our_layout(project: Project, tmp_path: Path) -> None:
    """What `json.dumps` writes: an emoji is a pair of escapes."""
    text = project.read("openapi.yaml")
    spec = parse(text.encode())
    spec["info"]["title"] = "Talk \U0001f44d"
    new = tmp_path / "openapi.json"
    new.write_text(json.dumps(spec), encoding="ascii")
    assert main(["regenerate", "--spec", str(new)], project.root) == 0
    assert parse(project.read("openapi.yaml").encode()) == spec
    changed = set(project.read("openapi.yaml").splitlines()) ^ set(text.splitlines())
    assert len(changed) == 2, changed


def test_the_same_specchanges_nothing(project: Project) -> None:
    assert main(["regenerate", "--spec", str(project.root / "openapi.yaml")], project.root) == 0
    assert project.git("status", "--porcelain") == ""


@pytest.mark.parametrize("content", [b"a: [", b"openapi: 3.1.0\nx: !!python/name:os.system\n", b"{}"])
def test_a_specthat_cannot_be_used_leaves_everything_as_it_was(
    content: bytes, project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.yaml"
    path.write_bytes(content)
    assert main(["regenerate", "--spec", str(path)], project.root) == 1
    assert capsys.readouterr().err.startswith("error: ")
    assert project.git("status", "--porcelain") == ""


@pytest.mark.parametrize("spec", ["nowhere.yaml", "file:///etc/passwd", "ftp://127.0.0.1/x"])
def test_only_files_and_web_addresses_are_read(spec: str, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regenerate", "--spec", spec], project.root) == 1
    assert "name a file, or an http or https URL" in capsys.readouterr().err


@contextmanager
def serve(content: bytes, status: int = 200) -> Iterator[str]:
    """A server on this machine that responds to everything alike."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            try:
                self.wfile.write(content)
            except ConnectionError:
                return

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/openapi.yaml"
        finally:
            server.shutdown()
            thread.join()


def test_a_specis_taken_from_a_web_address(project: Project) -> None:
    new = project.read("openapi.yaml").replace(MODE, MORE_MODES)
    with serve(new.encode()) as url:
        assert main(["regenerate", "--spec", url], project.root) == 0
    assert project.read("openapi.yaml") == new


@pytest.mark.parametrize(("content", "status", "told"), [(b"", 404, "404"), (b"x" * 200_000, 200, "more than")])
def test_what_a_server_cannot_give_or_gives_too_much_of_is_refused(
    content: bytes, status: int, told: str, project: Project, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("generator.regenerate.spec.MEGABYTES", 0.1)
    assert document.MEGABYTES == 4
    with serve(content, status) as url:
        assert main(["regenerate", "--spec", url], project.root) == 1
    assert told in capsys.readouterr().err


def test_a_spelling_that_says_the_same_makes_no_release(project: Project, tmp_path: Path) -> None:
    """Other line ends, or the number of OpenAPI alone."""
    new = tmp_path / "new.yaml"
    text = project.read("openapi.yaml")
    for other in (text.replace("\n", "\r\n"), text.replace("openapi: 3.1.0", "openapi: 3.0.3", 1)):
        new.write_bytes(other.encode())
        assert main(["regenerate", "--spec", str(new)], project.root) == 0
        assert project.git("status", "--porcelain") == ""
        (project.root / "openapi.yaml").write_bytes(other.encode())
        assert main(["release"], project.root) == 0
        assert "1.0.0" in project.read("overlays/_version.py")
        project.git("checkout", "--", "openapi.yaml")


def test_a_refused_specleaves_nothing_behind_and_is_refused_again(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.yaml"
    added = "paths:\n  /two:\n    get: {tags: [service], responses: {'200': {description: ok}}}\n"
    new.write_text(project.read("openapi.yaml").replace("paths:\n", added, 1), encoding="utf-8")
    told = []
    for _ in range(2):
        assert main(["regenerate", "--spec", str(new)], project.root) == 1
        told.append(capsys.readouterr().err)
        assert project.git("status", "--porcelain") == ""
    assert told[0] == told[1]
    assert "paths./two.get: an operation without operationId" in told[0]
    assert (
        """- target: "$.paths['/two'].get"\n    description: The name of the method.\n    update: {operationId: """
        in told[0]
    )


def test_what_is_refused_can_be_left_out_and_is_named(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.yaml"
    added = (
        "paths:\n  /two:\n    get: {operationId: two, tags: [service], responses: {'200': {description: ok}},\n"
        "      parameters: [{name: p, in: cookie, schema: {type: string}}]}\n"
    )
    new.write_text(project.read("openapi.yaml").replace("paths:\n", added, 1), encoding="utf-8")
    assert main(["regenerate", "--spec", str(new)], project.root) == 1
    assert "1 error; --allow-unsupported leaves out the operations" in capsys.readouterr().err
    assert main(["regenerate", "--spec", str(new), "--allow-unsupported"], project.root) == 0
    assert "left out: paths./two.get: paths./two.get.parameters.p: a cookie" in capsys.readouterr().out
    # Nothing else changed, so that there is nothing to release either.
    assert "/two" not in project.read("openapi.yaml")


@pytest.mark.parametrize("failing", [1, 3, 6])
def test_a_kill_in_the_middle_leaves_one_state_or_the_other(
    failing: int, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(project.read("openapi.yaml").replace(MODE, MORE_MODES), encoding="utf-8")
    real, count = transaction._finish_one, iter(range(100))

    def killed(*arguments: object) -> None:
        if next(count) == failing:
            raise KeyboardInterrupt
        real(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_finish_one", killed)
        with pytest.raises(KeyboardInterrupt):
            main(["regenerate", "--spec", str(new)], project.root)
    assert main(["--check"], project.root) in (0, 1)
    assert "probe_plan" in project.read("openapi.yaml")
    assert "1.1.0" in project.read("overlays/_version.py")
    assert "1.1.0" in project.read("infinity_assistant/_version.py")
    assert "1.1.0" in project.read("CHANGELOG.md")


def test_a_kill_before_all_is_prepared_leaves_everything_as_it_was(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(project.read("openapi.yaml").replace(MODE, MORE_MODES), encoding="utf-8")

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(transaction.json, "dumps", killed)
        with pytest.raises(KeyboardInterrupt):
            main(["regenerate", "--spec", str(new)], project.root)
    transaction.finish(project.root)
    assert project.git("status", "--porcelain") == ""


def test_words_that_were_edited_in_an_entry_are_kept(project: Project) -> None:
    project.replace("openapi.yaml", MODE, MORE_MODES)
    assert main(["release"], project.root) == 0
    bullet = '- `ChatMode="probe_plan"` (`chat`, `chat_stream`) is new.'
    project.replace(
        "CHANGELOG.md", bullet, '- `ChatMode="probe_plan"`: plans before it acts.\n- A sentence of our own.'
    )
    assert main(["release"], project.root) == 0
    entry = project.read("CHANGELOG.md")
    assert '- `ChatMode="probe_plan"`: plans before it acts.' in entry
    assert "- A sentence of our own." in entry
    assert bullet not in entry


def test_a_bullet_of_our_own_that_begins_with_a_name_is_never_dropped(project: Project) -> None:
    """A generated one that nobody touched is, when what it told of is gone."""
    ours = "- `chat()` waits for its turn.\n- `max_connections=` bounds them.\n- A sentence."
    project.replace("CHANGELOG.md", "## Unreleased\n", f"## Unreleased\n\n### Added\n\n{ours}\n")
    project.replace("openapi.yaml", MODE, MORE_MODES[:-1] + ", probe_sketch]")
    for _ in range(2):
        assert main(["release"], project.root) == 0
        assert ours in project.read("CHANGELOG.md")
        assert project.read("CHANGELOG.md").count('`ChatMode="probe_sketch"`') == 1
    project.replace("openapi.yaml", ", probe_plan, probe_sketch]", ", probe_plan]")
    assert main(["release"], project.root) == 0
    entry = project.read("CHANGELOG.md")
    assert ours in entry and '`ChatMode="probe_plan"`' in entry
    assert "probe_sketch" not in entry
    project.commit("v1.1.0")
    project.replace("openapi.yaml", ", probe_plan]", ", probe_plan, probe_draw]")
    assert main(["release"], project.root) == 0
    assert project.read("CHANGELOG.md").count("<!-- generated") == 1, "the note is for the next run alone"


def test_a_sentence_beside_a_generated_one_about_the_same_name_is_kept_with_it(project: Project) -> None:
    project.replace("openapi.yaml", MODE, MORE_MODES)
    project.replace(
        "CHANGELOG.md", "## Unreleased\n", '## Unreleased\n\n### Added\n\n- `ChatMode="probe_plan"`: try it.\n'
    )
    for _ in range(2):
        assert main(["release"], project.root) == 0
        entry = project.read("CHANGELOG.md")
        assert entry.count("try it.") == entry.count("`chat_stream`) is new.") == 1
