"""The bill of materials names what the package needs, and nothing of the set-up."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib

from packaging.requirements import Requirement

from .machine import ROOT


def test_the_bill_of_materials_has_the_closure_of_what_the_package_needs() -> None:
    command = [sys.executable, str(ROOT / ".ci" / "sbom.py")]
    document = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    names = [component["name"] for component in document["components"]]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {Requirement(one).name for one in project["dependencies"]} <= set(names)
    assert not {"hatchling", "editables", "pip", "pytest"} & set(names)
    assert document["dependencies"][0]["dependsOn"] == [one["purl"] for one in document["components"]]
    assert all(one["version"] and one["hashes"] for one in document["components"])
