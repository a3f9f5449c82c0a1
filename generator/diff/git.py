"""What the project looked like at a revision, by way of the git command."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from generator.errors import GeneratorError


class GitError(GeneratorError):
    """Git could not answer; the message says what was asked."""


def show(root: Path, revision: str, path: str) -> str:
    """Show the text of `path` (from the root of the project, `/` between its parts) at `revision`."""
    return _run_git(root, "show", f"{_check_revision(revision)}:./{path}").decode("utf-8")


def read_sources(root: Path, revision: str, folder: str) -> dict[str, str]:
    """Read the Python files and stubs under `folder` at `revision`, by their path in it; none if it is not there."""
    if not _run_git(root, "ls-tree", _check_revision(revision), "--", folder):
        return {}
    found = read_files(root, revision, folder)
    return {path: content.decode("utf-8") for path, content in found.items() if path.endswith((".py", ".pyi"))}


def read_files(root: Path, revision: str, folder: str) -> dict[str, bytes]:
    """Read every file under `folder` at `revision`, by its path inside it."""
    archive = _run_git(root, "archive", "--format=tar", _check_revision(revision), "--", folder)
    found = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isfile() else None
            if content:
                found[member.name.removeprefix(f"{folder}/")] = content.read()
    return found


def is_revision(root: Path, name: str) -> bool:
    """Return whether git knows a commit by this name."""
    return (
        not name.startswith("-")
        and _try_git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").returncode == 0
    )


def find_newest_tag(root: Path, at: str = "HEAD") -> str | None:
    """Find the nearest tag of a release at or before a commit, if the history has one."""
    found = _try_git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", _check_revision(at))
    return found.stdout.decode("utf-8").strip() if found.returncode == 0 else None


def find_last_change(root: Path, path: str) -> str | None:
    """Find the newest commit that changed `path`."""
    found = _try_git(root, "log", "-1", "--format=%H", "--", path)
    return found.stdout.decode("utf-8").strip() or None if found.returncode == 0 else None


def differs(root: Path, revision: str, *paths: str) -> bool:
    """Return whether `paths` in the working tree differ from `revision`."""
    return _try_git(root, "diff", "--quiet", _check_revision(revision), "--", *paths).returncode != 0


def _check_revision(revision: str) -> str:
    if revision.startswith("-") or not revision:
        raise GitError(f"{revision!r} is not a revision")
    return revision


def _run_git(root: Path, *arguments: str) -> bytes:
    done = _try_git(root, *arguments)
    if done.returncode:
        raise GitError(f"git {' '.join(arguments[:2])}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout


def _try_git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("git is not installed: name files instead of revisions") from None
