# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ExportFormat, a choice of values of the API."""

from typing import Literal

ExportFormat = Literal["json", "csv"]
"""The format of an export."""
