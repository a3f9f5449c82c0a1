"""`python -m generator`: make the package; `diff`, `release` and `regenerate` follow the contract as it changes."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from generator import package
from generator.errors import GeneratorError
from generator.transaction import finish
from generator.unasync import NAMES

#: A command whose folder has another name: `overlay` is a module.
_FOLDERS = {"overlay": "contract"}
COMMANDS = {
    name: f"generator.{_FOLDERS.get(name, name)}.command"
    for name in ("diff", "facade", "overlay", "regenerate", "release")
}


def main(arguments: list[str], root: Path = package.ROOT) -> int:
    """Run the command line; the result is the exit code."""
    try:
        finish(root)
        if arguments and arguments[0] in COMMANDS:
            return _run_command(arguments, root)
        options = _build_parser().parse_args(arguments)
        if options.check:
            return check(root, overlays_only=options.overlays_only, outputs_only=options.outputs_only)
        return generate(root, overlays_only=options.overlays_only)
    except GeneratorError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


def generate(root: Path, *, overlays_only: bool = False) -> int:
    """Write the package, and name what changed."""
    present = package.read_present(root)
    wanted = package.collect_overlays(root) if overlays_only else package.build(root)
    stale = package.find_left_over(present, wanted) if overlays_only else present.keys() - wanted.keys()
    outdated = {name: text for name, text in wanted.items() if present.get(name) != text}
    package.write(outdated, stale, root)
    package.protect(wanted, root)
    for name in sorted([*outdated, *stale]):
        print(f"{'removed' if name in stale else 'wrote'} {package.PACKAGE}/{name}")
    return 0


def check(root: Path, *, overlays_only: bool = False, outputs_only: bool = False) -> int:
    """Change nothing; say which output is not what its source makes, and what else is not as it should be."""
    used: set[str] = set()
    present, wanted = package.read_present(root), package.collect_overlays(root, used)
    names = wanted.keys() | package.find_left_over(present, wanted)
    if not overlays_only:
        wanted = {**package.collect_generated(root), **wanted}
        names = present.keys() | wanted.keys()
    problems = [
        _describe_difference(name, present, wanted) for name in sorted(names) if present.get(name) != wanted.get(name)
    ]
    if problems:
        problems.append("run `make generate`, and commit what it writes")
    if not outputs_only:
        problems += _find_idle_rules(used)
    if not outputs_only and not overlays_only:
        problems += _check_facade(root, wanted)
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


def _find_idle_rules(used: set[str]) -> list[str]:
    return [
        f"generator/unasync.py: no overlay needs the rule {name!r}; remove it" for name in NAMES if name not in used
    ]


def _check_facade(root: Path, wanted: package.Files) -> list[str]:
    from generator.facade import check as check_facade
    from generator.facade.sources import FOLDERS

    generated = {name: wanted[name].decode("utf-8") for name in wanted if name.partition("/")[0] in FOLDERS}
    return check_facade(root, generated)


def _describe_difference(name: str, present: package.Files, wanted: package.Files) -> str:
    output = f"{package.PACKAGE}/{name}"
    if name not in wanted:
        return f"{output} comes from no input"
    source = package.find_source(name, wanted[name])
    if name not in present:
        return f"{output} is missing: {source} makes it"
    return f"{output} differs from what {source} makes"


def _run_command(arguments: list[str], root: Path) -> int:
    command = importlib.import_module(COMMANDS[arguments[0]])
    parser = argparse.ArgumentParser(prog=f"python -m generator {arguments[0]}")
    command.add_arguments(parser)
    return int(command.run(root, parser.parse_args(arguments[1:])))


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Make the package infinity_assistant out of openapi.yaml and overlays/.",
        epilog="Commands of their own: diff, facade, overlay, regenerate, release (each with --help).",
    )
    parser.add_argument("--check", action="store_true", help="change nothing, fail if anything would change")
    parser.add_argument("--overlays-only", action="store_true", help="skip what openapi.yaml contributes")
    parser.add_argument(
        "--outputs-only",
        action="store_true",
        help="check that outputs are fresh, and not whether the client is complete",
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
