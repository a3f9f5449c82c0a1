# SPDX-License-Identifier: MIT
"""What pydantic asks of types of this package. It is not imported here: what asks is there already."""

from __future__ import annotations

from typing import Any


class ModelHooks:
    """A model is read from a JSON object, and written as one."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from infinity_assistant._models.pydantic_schemas import model_core_schema

        return model_core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> Any:
        from infinity_assistant._models.pydantic_schemas import model_json_schema

        return model_json_schema(cls)


class RecordHooks:
    """An attrs class of options is read from a mapping of its fields, and written as one."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from infinity_assistant._models.pydantic_schemas import record_core_schema

        return record_core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> Any:
        from infinity_assistant._models.pydantic_schemas import record_json_schema

        return record_json_schema(cls)


class InstanceHooks:
    """What only a program can make is taken as it is, and written as its repr."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from infinity_assistant._models.pydantic_schemas import instance_core_schema

        return instance_core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> Any:
        from infinity_assistant._models.pydantic_schemas import instance_json_schema

        return instance_json_schema(cls)
