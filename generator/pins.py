"""The tools whose versions decide on the output."""

from __future__ import annotations

from generator.errors import GeneratorError

PINS = {"openapi-python-client": "0.29.1", "ruff": "0.17.6"}


def check_pins() -> None:
    """Refuse to generate with other versions: a patch release of either has changed the output before."""
    from importlib.metadata import PackageNotFoundError, version  # 20 ms that `--overlays-only` does not have

    for tool, pinned in PINS.items():
        try:
            found = version(tool)
        except PackageNotFoundError:
            found = "none"
        if found != pinned:
            raise GeneratorError(f"{tool} {pinned} is needed, {found} is installed: run `pip install {tool}=={pinned}`")
