"""Print a software bill of materials of the package in CycloneDX 1.6: what it needs, in the versions that are tested.

python .ci/sbom.py > sbom.cdx.json
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_ENTRY = re.compile(r"^([\w.-]+)==([^\s;\\]+).*?((?:\n    --hash=sha256:\w+.*)+)", re.MULTILINE)
#: Of the lock of `make demo`, what is there to install a checkout.
_OF_THE_BUILD = {"editables", "hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}


def normalise(name: str) -> str:
    """The name of a package as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def components() -> list[dict[str, Any]]:
    """The packages that are installed with this one."""
    found = _ENTRY.findall((ROOT / "requirements" / "demo.txt").read_text("utf-8"))
    return [
        _component(normalise(name), version, hashes) for name, version, hashes in found if name not in _OF_THE_BUILD
    ]


def _component(name: str, version: str, hashes: str) -> dict[str, Any]:
    return {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in re.findall(r"sha256:(\w+)", hashes)],
    }


def main() -> None:
    """Print the document."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = (ROOT / "overlays" / "_version.py").read_text("utf-8")
    version = re.findall(r'__version__(?:: \w+)? = "([^"]+)"', text)[0]
    itself = {"type": "library", "name": project["name"], "version": version, "licenses": [{"license": {"id": "MIT"}}]}
    itself["purl"] = itself["bom-ref"] = f"pkg:pypi/{project['name']}@{version}"
    needed = components()
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": itself},
        "components": needed,
        "dependencies": [{"ref": itself["bom-ref"], "dependsOn": [one["bom-ref"] for one in needed]}],
    }
    print(json.dumps(document, indent=2))


if __name__ == "__main__":
    main()
