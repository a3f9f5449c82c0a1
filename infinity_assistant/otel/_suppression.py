# SPDX-License-Identifier: MIT. Generated from overlays/otel/_suppression.py: edit that file, then run `make generate`.
"""How instrumentations of HTTP libraries are told that an attempt has a span already.

They all stand on opentelemetry-instrumentation: where that is not installed, there is nothing to suppress.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Callable, ContextManager

if TYPE_CHECKING:
    suppress_http_instrumentation: Callable[[], ContextManager[None]]
else:
    try:
        from opentelemetry.instrumentation.utils import suppress_http_instrumentation
    except ImportError:
        suppress_http_instrumentation = nullcontext
