# SPDX-License-Identifier: MIT
"""Read the data files of the package, also out of a zip archive, where there are no paths."""

from __future__ import annotations

import pkgutil

from infinity_assistant.testing.errors import EmulatorError

PACKAGE = "infinity_assistant"


def read_resource(path: str) -> bytes:
    """Read a file of the package, such as `openapi.json`, by the package's loader.

    Raises:
        EmulatorError: This installation lacks the file, as a bundle made without the data files does.
    """
    try:
        content = pkgutil.get_data(PACKAGE, path)
    except OSError:
        content = None
    if content is None:
        raise EmulatorError(
            f"{path} of {PACKAGE} is missing from this installation: install infinity-assistant again,"
            " or add its data files to your bundle (PyInstaller: --collect-data infinity_assistant)"
        )
    return content
