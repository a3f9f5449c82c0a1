"""Runs the tests of the package on every supported Python that is installed.

    python tests/every_python.py [--quick] [--lowest | --newest] [--only 3.8 …]

Interpreters are those that `.ci/interpreters` finds. Each gets an environment in .venvs, with the locked requirements
and the wheel of this checkout: with `--lowest`, the lowest versions that pyproject.toml allows; with `--newest`, what a
user who installs it today gets. What needs the tools of development is left to `make test`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, List, Optional

ROOT = Path(__file__).resolve().parent.parent
SUPPORTED = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"]
QUICK = ["bulk", "client", "drift", "events", "models", "testing", "webhooks", "test_import_cost.py"]
TESTS = ["cli", "docs", "reliability", "sse", *QUICK]
LOWEST, NEWEST = "-lowest", "-newest"
LOCKS = {"": ["test.txt"], LOWEST: ["test.txt", "lowest.txt"], NEWEST: []}


def interpreters() -> Dict[str, str]:
    """Find the supported versions that are installed, and where."""
    listed = subprocess.run(["sh", str(ROOT / ".ci" / "interpreters"), "list"], stdout=subprocess.PIPE, check=True)
    found = dict(line.split(" ", 1) for line in listed.stdout.decode().splitlines())
    return {version: found[version] for version in SUPPORTED if version in found}


def wheel() -> Path:
    """The wheel of this checkout, built anew."""
    out = ROOT / ".venvs" / "wheel"
    shutil.rmtree(out, ignore_errors=True)
    _run([sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(out), str(ROOT)], quiet=True)
    return next(out.glob("*.whl"))


def environment(version: str, interpreter: str, kind: str, package: Path) -> str:
    """Make an environment with the requirements and the package, and give its Python."""
    folder = ROOT / ".venvs" / (version + kind)
    python = str(folder / "bin" / "python")
    locks = [ROOT / "requirements" / name for name in LOCKS[kind]]
    stamp, content = folder / "lock", b"".join(lock.read_bytes() for lock in locks)
    if kind == NEWEST or not stamp.exists() or stamp.read_bytes() != content:
        _run([interpreter, "-m", "venv", "--clear", str(folder)])
        for lock in locks:
            _pip(python, "--no-deps", "--require-hashes", "-r", str(lock))
        if kind == NEWEST:
            _pip(python, "-r", str(ROOT / "requirements" / "test.in"), f"{package}[speed,trio,httpx2]")
        stamp.write_bytes(content)
    _pip(python, "--no-deps", "--force-reinstall", str(package))
    if kind != LOWEST:  # there the tools of the tests ask for newer versions than the package does
        _run([python, "-m", "pip", "--disable-pip-version-check", "check"])
    return python


def _pip(python: str, *what: str) -> None:
    _run([python, "-m", "pip", "--disable-pip-version-check", "install", "-q", *what])


def main() -> int:
    """Test every Python that is there; fail if one of them does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--lowest", dest="kind", action="store_const", const=LOWEST, help="the lowest versions allowed")
    kinds.add_argument("--newest", dest="kind", action="store_const", const=NEWEST, help="the newest versions")
    parser.add_argument("--only", nargs="*", metavar="VERSION", help="these versions alone")
    parser.add_argument("rest", nargs="*", help="what pytest gets besides")
    options = parser.parse_args()
    kind = options.kind or ""
    chosen = _chosen(options.only, kind)
    print(f"Pythons: {', '.join(chosen) or 'none besides this one'}", flush=True)
    tests = [f"tests/{name}" for name in (QUICK if options.quick else TESTS) if (ROOT / "tests" / name).exists()]
    package = wheel()
    failed = [
        version
        for version, interpreter in chosen.items()
        if not _test(version + kind, environment(version, interpreter, kind, package), [*tests, *options.rest])
    ]
    return 1 if failed else 0


def _chosen(only: Optional[List[str]], kind: str) -> Dict[str, str]:
    """Choose the versions: those that were asked for, or all but the own, which `make test` covers."""
    found, own = interpreters(), f"{sys.version_info[0]}.{sys.version_info[1]}"
    for version in only or []:
        if version not in found:
            print(f"Python {version} is not installed: it is not tested", flush=True)
    return {v: path for v, path in found.items() if (v in only if only else kind or v != own)}


def _test(name: str, python: str, arguments: List[str]) -> bool:
    began = time.monotonic()
    command = [python, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *arguments]
    passed = subprocess.run(command, cwd=ROOT).returncode == 0
    print(f"Python {name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
    return passed


def _run(command: List[str], quiet: bool = False) -> None:
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(command, check=True, env=environ, stdout=subprocess.DEVNULL if quiet else None)


if __name__ == "__main__":
    raise SystemExit(main())
