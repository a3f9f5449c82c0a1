"""Runs the tests of the package on every supported Python that is installed.

    python tests/every_python.py [--quick] [--only 3.8 …]

Interpreters are found on PATH, and through pyenv where there is one. Each gets an environment in .venvs, with the
locked requirements and the wheel of this checkout. What needs the tools of development is left to `make test`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, List

ROOT = Path(__file__).resolve().parent.parent
SUPPORTED = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]
QUICK = ["client", "drift", "events", "models", "testing", "webhooks", "test_import_cost.py"]
TESTS = ["cli", "docs", "reliability", "sse", *QUICK]


def interpreters() -> Dict[str, str]:
    """Supported versions that are installed, and where. The one that runs this is left out: `make test` covers it."""
    found: Dict[str, str] = {}
    own = f"{sys.version_info[0]}.{sys.version_info[1]}"
    for version in SUPPORTED:
        for candidate in [*_from_pyenv(version), shutil.which(f"python{version}") or ""]:
            if candidate and version != own and _works(candidate, version):
                found.setdefault(version, candidate)
    return found


def _from_pyenv(version: str) -> List[str]:
    if not shutil.which("pyenv"):
        return []
    listed = subprocess.run(["pyenv", "versions", "--bare"], capture_output=True, text=True).stdout.split()
    full = [name for name in listed if name == version or name.startswith(f"{version}.")]
    prefixes = [
        subprocess.run(["pyenv", "prefix", name], capture_output=True, text=True).stdout.strip() for name in full
    ]
    return [str(Path(prefix, "bin", "python")) for prefix in prefixes if prefix]


def _works(candidate: str, version: str) -> bool:
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([candidate, "-c", code], capture_output=True, text=True)
    return done.returncode == 0 and done.stdout.strip() == version


def wheel() -> Path:
    """The wheel of this checkout, built anew."""
    out = ROOT / ".venvs" / "wheel"
    shutil.rmtree(out, ignore_errors=True)
    _run([sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(out), str(ROOT)], quiet=True)
    return next(out.glob("*.whl"))


def environment(version: str, interpreter: str, package: Path) -> str:
    """The Python of an environment with the requirements and the package."""
    folder = ROOT / ".venvs" / version
    python = str(folder / "bin" / "python")
    lock = ROOT / "requirements" / "test.txt"
    stamp = folder / "lock"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        _run([interpreter, "-m", "venv", "--clear", str(folder)])
        _run(
            [
                python,
                "-m",
                "pip",
                "install",
                "-q",
                "--disable-pip-version-check",
                "--no-deps",
                "--require-hashes",
                "-r",
                str(lock),
            ]
        )
        stamp.write_bytes(lock.read_bytes())
    _run(
        [
            python,
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            "--no-deps",
            "--force-reinstall",
            str(package),
        ]
    )
    return python


def main() -> int:
    """Test every Python that is there; fail if one of them does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    parser.add_argument("--only", nargs="*", metavar="VERSION", help="these versions alone")
    parser.add_argument("rest", nargs="*", help="what pytest gets besides")
    options = parser.parse_args()
    chosen = {v: path for v, path in interpreters().items() if not options.only or v in options.only}
    print(f"Pythons besides this one: {', '.join(chosen) or 'none'}", flush=True)
    package, failed = wheel(), []
    for version, interpreter in chosen.items():
        began = time.monotonic()
        python = environment(version, interpreter, package)
        tests = [
            str(Path("tests", name)) for name in (QUICK if options.quick else TESTS) if (ROOT / "tests" / name).exists()
        ]
        done = subprocess.run(
            [python, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *tests, *options.rest], cwd=ROOT
        )
        print(
            f"Python {version}: {'passed' if not done.returncode else 'FAILED'} in {time.monotonic() - began:.0f} s",
            flush=True,
        )
        failed += [version] if done.returncode else []
    return 1 if failed else 0


def _run(command: List[str], quiet: bool = False) -> None:
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(command, check=True, env=environ, stdout=subprocess.DEVNULL if quiet else None)


if __name__ == "__main__":
    raise SystemExit(main())
