# SPDX-License-Identifier: MIT. Generated from overlays/_client/annotation_names.py: edit that file, then run `make generate`.
"""Names that the signatures of clients use and nothing else does: imported when somebody asks for their types."""

from __future__ import annotations

from ssl import SSLContext as SSLContext

from infinity_assistant._core.option_types import CallOptions as CallOptions
from infinity_assistant._core.option_types import ClientOptions as ClientOptions
from infinity_assistant._core.option_types import ConstructorOptions as ConstructorOptions
from infinity_assistant._core.option_types import RareOptions as RareOptions
from infinity_assistant._drift.report import CompatibilityReport as CompatibilityReport
from infinity_assistant._models.typing_names import Unpack as Unpack
from infinity_assistant._streaming.async_stream import AsyncStream as AsyncStream
from infinity_assistant._streaming.stream import Stream as Stream
from infinity_assistant.models import RateLimit as RateLimit
