# SPDX-License-Identifier: MIT. Generated from overlays/_models/pydantic_schemas.py: edit that file, then run `make generate`.
"""What pydantic asks of types that are none of its own. It is imported here and nowhere else, when it asks."""

from __future__ import annotations

import datetime
import inspect
from typing import Any, Dict, List, Literal, Mapping, Tuple, Type, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, asdict, fields

from infinity_assistant._models.argument_types import WrongTypeError, to_wire
from infinity_assistant._models.model import Model

_NONE = type(None)
_SCALARS: Dict[Any, Dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    datetime.datetime: {"type": "string", "format": "date-time"},
    datetime.date: {"type": "string", "format": "date"},
    _NONE: {"type": "null"},
    Any: {},
}


def model_core_schema(model: Type[Any]) -> Any:
    """Return the schema of a model: read from an object with wire or Python names, written with wire names."""
    from pydantic_core import core_schema

    def read(value: Any) -> Any:
        if isinstance(value, model):
            return value
        try:
            return model.from_dict(to_wire(value, model, model.__name__))
        except (WrongTypeError, RecursionError) as problem:
            raise ValueError(str(problem)) from None

    return core_schema.no_info_plain_validator_function(
        read, ref=_build_reference(model), serialization=_serialize_by(model.to_dict)
    )


def record_core_schema(cls: Type[Any]) -> Any:
    """Return the schema of an attrs class of options: read from a mapping of its fields, and written as one."""
    from pydantic_core import core_schema

    def read(value: Any) -> Any:
        if isinstance(value, cls):
            return value
        if not isinstance(value, Mapping) or not value.keys() <= {field.name for field in fields(cls)}:
            raise ValueError(f"it is no {cls.__name__}, nor a mapping with its fields")
        return cls(**value)

    return core_schema.no_info_plain_validator_function(
        read, ref=_build_reference(cls), serialization=_serialize_by(asdict)
    )


def instance_core_schema(cls: Type[Any]) -> Any:
    """Return the schema of an object that only a program can make: it is taken as it is, and shown as its repr."""
    from pydantic_core import core_schema

    return core_schema.is_instance_schema(cls, ref=_build_reference(cls), serialization=_serialize_by(repr))


def model_json_schema(model: Type[Any], parents: Tuple[Any, ...] = ()) -> Dict[str, Any]:
    """Return the JSON Schema of a model, with those of its members in place; a circle ends where it closes."""
    names = {name: key for key, name in model._keys.items()}
    known = [field for field in fields(model) if field.name in names]
    schema: Dict[str, Any] = {
        **_build_head(model),
        "properties": {names[field.name]: _build_json_schema(field.type, (*parents, model)) for field in known},
        "additionalProperties": True,
    }
    required = [names[field.name] for field in known if field.default is NOTHING]
    return {**schema, "required": required} if required else schema


def record_json_schema(cls: Type[Any]) -> Dict[str, Any]:
    """Return the JSON Schema of an attrs class of options."""
    types = get_type_hints(cls)
    properties = {
        field.name: {**_build_json_schema(types[field.name], ()), "default": field.default} for field in fields(cls)
    }
    return {**_build_head(cls), "properties": properties, "additionalProperties": False}


def instance_json_schema(cls: Type[Any]) -> Dict[str, Any]:
    """Return the JSON Schema of what has no form in JSON but its repr."""
    return {"title": cls.__name__, "type": "string"}


def _build_head(cls: Type[Any]) -> Dict[str, Any]:
    return {"title": cls.__name__, "description": inspect.cleandoc(cls.__doc__ or ""), "type": "object"}


def _build_json_schema(expected: Any, parents: Tuple[Any, ...]) -> Dict[str, Any]:
    if isinstance(expected, type) and issubclass(expected, Model):
        return (
            {"title": expected.__name__, "type": "object"}
            if expected in parents
            else model_json_schema(expected, parents)
        )
    origin, inner = get_origin(expected), get_args(expected)
    if origin is Literal:
        return {"enum": list(inner)}
    members: List[Dict[str, Any]] = [_build_json_schema(member, parents) for member in inner]
    if origin is Union:
        return {"anyOf": members}
    if origin is list:
        return {"type": "array", "items": members[0]}
    if origin is dict:
        return {"type": "object", "additionalProperties": members[1]}
    return dict(_SCALARS[expected])


def _serialize_by(write: Any) -> Any:
    from pydantic_core import core_schema

    return core_schema.plain_serializer_function_ser_schema(write)


def _build_reference(cls: Type[Any]) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"
