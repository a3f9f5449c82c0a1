# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""NewApiKey, a JSON object of the API."""

import datetime
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterator,
    KeysView,
    Literal,
    Mapping,
    Optional,
    TypeVar,
    Union,
    overload,
)

import attrs

from infinity_assistant._models import datetimes as timestamps
from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class NewApiKey(Model):
    """A key that has just been created, the only time that it is shown."""

    id: str
    """Its id; `delete_api_key` takes it."""
    name: str
    """Its name."""
    key: str = attrs.field(repr=False)
    """The key itself: `ia_` and 43 base64url characters."""
    prefix: Optional[str] = None
    """The first 12 characters of the key."""
    created_at: Optional[datetime.datetime] = None
    """When it was created."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"id": "id", "name": "name", "key": "key", "prefix": "prefix", "createdAt": "created_at"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "NewApiKey":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.id = value if (value := get("id")).__class__ is str else reading.read_text(data, "id")
        model.name = reading.read_required(data, "name")
        model.key = value if (value := get("key")).__class__ is str else reading.read_text(data, "key")
        model.prefix = get("prefix")
        model.created_at = None if (value := get("createdAt")) is None else timestamps.parse_timestamp_or_keep(value)
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["id", "name", "key", "prefix", "createdAt"]]: ...
        def __iter__(self) -> Iterator[Literal["id", "name", "key", "prefix", "createdAt"]]: ...
        @overload
        def __getitem__(self, key: Literal["id", "name", "key"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["prefix"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["createdAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["id", "name", "key", "prefix", "createdAt"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["id", "name", "key"], /) -> str: ...
        @overload
        def get(self, key: Literal["id", "name", "key"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["prefix"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["prefix"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["createdAt"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["createdAt"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
