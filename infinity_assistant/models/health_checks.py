# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""HealthChecks, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, ItemsView, Iterator, KeysView, Mapping, TypeVar, Union, ValuesView

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.health_check import HealthCheck

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class HealthChecks(Model):
    """The health of each part of the service, by its name."""

    additional_properties: Dict[str, HealthCheck] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "HealthChecks":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        model.additional_properties = reading.read_rest(data, cls._keys, HealthCheck.from_dict)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...
        def values(self) -> ValuesView[HealthCheck]: ...
        def items(self) -> ItemsView[str, HealthCheck]: ...
        def __getitem__(self, key: str, /) -> HealthCheck: ...
        def get(self, key: str, default: Any = ..., /) -> Union[HealthCheck, Any]: ...
