# SPDX-License-Identifier: MIT
"""The types of models that contain themselves, or each other."""

from __future__ import annotations

from typing import Any, Dict

import attrs


def resolve_types(model: Any, namespace: Dict[str, Any]) -> None:
    """Put the classes themselves where the types of a model's fields have their names in quotes."""
    attrs.resolve_types(model, localns=namespace)
    types = {field.name: field.type for field in attrs.fields(model)}
    model.__annotations__.update(types)
    model.__init__.__annotations__.update(types)
