"""`python -m generator`: make the package; `diff`, `release` and `regenerate` follow the contract as it changes."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from generator import lock, package
from generator.refusal import Refusal
from generator.unasync import NAMES

COMMANDS = {name: f"generator.{name}.command" for name in ("diff", "release", "regenerate")}


def main(arguments: list[str], root: Path = package.ROOT) -> int:
    """Run the command line; the result is the exit code."""
    try:
        if arguments and arguments[0] in COMMANDS:
            return _command(arguments, root)
        options = _parser().parse_args(arguments)
        return (check if options.check else generate)(root, overlays_only=options.overlays_only)
    except Refusal as refusal:
        print(f"error: {refusal}", file=sys.stderr)
        return 1


def generate(root: Path, *, overlays_only: bool = False) -> int:
    """Write the package and the lock file, and name what changed."""
    present = package.present(root)
    wanted = package.overlays(root) if overlays_only else package.build(root)
    stale = set() if overlays_only else present.keys() - wanted.keys()
    outdated = {name: text for name, text in wanted.items() if present.get(name) != text}
    package.write(outdated, stale, root)
    for name in sorted([*outdated, *stale]):
        print(f"{'removed' if name in stale else 'wrote'} {package.PACKAGE}/{name}")
    lock.write(root, lock.locked(root, overlays_only=overlays_only))
    return 0


def check(root: Path, *, overlays_only: bool = False) -> int:
    """Change nothing; say which output differs from what would be generated, and which input is the cause."""
    used: set[str] = set()
    present, wanted = package.present(root), package.overlays(root, used)
    if not overlays_only:
        wanted = {**package.generated(root), **wanted}
    names = wanted.keys() if overlays_only else present.keys() | wanted.keys()
    differing = sorted(name for name in names if present.get(name) != wanted.get(name))
    causes = lock.changed(lock.read(root), lock.locked(root, overlays_only=overlays_only))
    problems = [
        *(f"{package.PACKAGE}/{name} {_difference(name, present, wanted)}" for name in differing),
        *(f"input since the last generation: {cause}" for cause in causes),
        *(f"generator/unasync.py: no overlay needs the rule {name!r}; remove it" for name in NAMES if name not in used),
    ]
    if differing and not causes:
        problems.append(f"no input changed: {package.PACKAGE}/ was edited by hand; edit its sources instead")
    if differing or causes:
        problems.append("run `make generate`, and commit what it writes")
    if not overlays_only:
        problems += _facade(root, wanted)
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


def _facade(root: Path, wanted: package.Files) -> list[str]:
    from generator.facade import check as check_facade
    from generator.facade.sources import FOLDERS

    generated = {name: wanted[name].decode("utf-8") for name in wanted if name.partition("/")[0] in FOLDERS}
    return check_facade(root, generated)


def _difference(name: str, present: package.Files, wanted: package.Files) -> str:
    if name not in present:
        return "is missing"
    return "differs from what would be generated" if name in wanted else "comes from no input"


def _command(arguments: list[str], root: Path) -> int:
    command = importlib.import_module(COMMANDS[arguments[0]])
    parser = argparse.ArgumentParser(prog=f"python -m generator {arguments[0]}")
    command.add_arguments(parser)
    return int(command.run(root, parser.parse_args(arguments[1:])))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Make the package infinity_assistant out of openapi.yaml and overlays/.",
        epilog="Commands of their own: diff, release, regenerate (each with --help).",
    )
    parser.add_argument("--check", action="store_true", help="change nothing, fail if anything would change")
    parser.add_argument("--overlays-only", action="store_true", help="skip what openapi.yaml contributes")
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
