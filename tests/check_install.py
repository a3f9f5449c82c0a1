"""Installs the locks as the Makefile does, with the oldest pip that a supported Python bundles and with the newest.

    python tests/check_install.py [--quick] [--only 3.12 …] [--pip 23.2.1 …]

For each Python of development that `.ci/interpreters` finds, and each pip: what `make demo` needs in an environment
of its own, what `make test` needs on top of it, and the requirements of the tests apart from them. Older Pythons get
the last alone. With `--quick`, each Python uses the pip that it bundles. Nothing is resolved.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import List

from every_python import interpreters

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(".venvs", "install")
BUNDLED, NEWEST = "bundled", "newest"
# The first is what CPython 3.11.7 and 3.12.1 bundle, the second comes with 3.13.0.
PIPS = ["23.2.1", "24.2", NEWEST]
DEVELOPMENT = ["3.11", "3.12", "3.13", "3.14"]
TESTS = ["3.8", "3.9", "3.10"]


def main() -> int:
    """Install everything; fail if something cannot be installed, or nothing was."""
    options = _options()
    found = {v: path for v, path in interpreters().items() if v in (options.only or DEVELOPMENT + TESTS)}
    failed = [
        f"Python {version} with pip {pip}"
        for version, path in found.items()
        for pip in options.pip or ([BUNDLED] if options.quick or version in TESTS else PIPS)
        if not _is_installed(version, path, pip)
    ]
    print("\n".join(f"FAILED: {name}" for name in failed) or f"Installed on {', '.join(found) or 'no Python'}")
    return 1 if failed or not found else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="the bundled pip alone")
    parser.add_argument("--only", nargs="+", metavar="VERSION", choices=DEVELOPMENT + TESTS, help="these Pythons alone")
    parser.add_argument("--pip", nargs="+", metavar="VERSION", help='such as 23.2.1, "bundled" or "newest"')
    return parser.parse_args()


def _is_installed(version: str, interpreter: str, pip: str) -> bool:
    shutil.rmtree(ROOT / FOLDER, ignore_errors=True)
    began = time.monotonic()
    try:
        if version in DEVELOPMENT:
            _install_development(interpreter, pip)
        _install_tests(interpreter, pip)
    except subprocess.CalledProcessError as error:
        print(f"Python {version} with pip {pip}: {error}\n{error.output[-3000:]}", flush=True)
        return False
    print(f"Python {version} with pip {pip}: installed in {time.monotonic() - began:.0f} s", flush=True)
    return True


def _install_development(interpreter: str, pip: str) -> None:
    folder = FOLDER / "development"
    make = ["make", f"VENV={folder}", f"PYTHON={interpreter}"]
    _run([*make, str(folder / "python")])
    _set_pip(folder, pip)
    for stamp in ("demo", "dev"):
        _run([*make, str(folder / stamp)])
        _run([str(folder / "bin" / "infinity-assistant"), "--version"])


def _install_tests(interpreter: str, pip: str) -> None:
    folder = FOLDER / "tests"
    _run([interpreter, "-m", "venv", str(folder)])
    _set_pip(folder, pip)
    _pip(folder, "install", "--quiet", "--no-deps", "--require-hashes", "-r", "requirements/test.txt")
    _pip(folder, "check")


def _set_pip(folder: Path, pip: str) -> None:
    if pip != BUNDLED:
        _pip(folder, "install", "--quiet", "--upgrade", "pip" if pip == NEWEST else f"pip=={pip}")


def _pip(folder: Path, *arguments: str) -> None:
    _run([str(ROOT / folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", *arguments])


def _run(command: List[str]) -> None:
    # What `make check-install` tells its own commands is not for these.
    environ = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MFLAGS", "MAKELEVEL"}}
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    subprocess.run(command, cwd=ROOT, env=environ, check=True, encoding="utf-8", **output)


if __name__ == "__main__":
    sys.exit(main())
