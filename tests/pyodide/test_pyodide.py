"""Runs the package on CPython 3.14 and 3.15 as WebAssembly, under `-W error`.

    make test-pyodide

The npm packages of package-lock.json are installed into .venvs/pyodide. Without node, or without a way to get them,
this is skipped, unless REQUIRE_PYODIDE is set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import NoReturn

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MODULES = ROOT / ".venvs" / "pyodide"
FILES = ["package.json", "package-lock.json"]
NPM = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=60000"]


@pytest.fixture(scope="session")
def pyodides() -> Path:
    """Install the npm packages, once for each version of the lock."""
    if not (shutil.which("node") and shutil.which("npm")):
        _give_up("node and npm are not on PATH")
    wanted = [(HERE / name).read_bytes() for name in FILES]
    stamp = MODULES / "installed"
    if not stamp.exists() or stamp.read_bytes() != b"".join(wanted):
        _install()
        stamp.write_bytes(b"".join(wanted))
    return MODULES / "node_modules"


def _install() -> None:
    shutil.rmtree(MODULES, ignore_errors=True)
    MODULES.mkdir(parents=True)
    for name in FILES:
        shutil.copyfile(HERE / name, MODULES / name)
    done = subprocess.run(NPM, cwd=MODULES, capture_output=True, text=True)
    if done.returncode:
        _give_up(f"npm cannot install pyodide: {done.stderr.strip()[-500:]}")


def _give_up(reason: str) -> NoReturn:
    if os.environ.get("REQUIRE_PYODIDE"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.mark.parametrize("version", ["3.14", "3.15"])
def test_the_package_runs_on_cpython_as_webassembly(version: str, pyodides: Path) -> None:
    pyodide = pyodides / f"pyodide-{version.replace('.', '')}"
    command = ["node", str(HERE / "run.mjs"), str(pyodide), str(ROOT), sysconfig.get_path("purelib")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    print(done.stdout)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    assert f"CPython {version}." in done.stdout and "asynchronous calls and streams: passed" in done.stdout
