# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""UsageExport, a JSON object of the API."""

import datetime
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterator,
    KeysView,
    List,
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
from infinity_assistant.models.usage_record import UsageRecord

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class UsageExport(Model):
    """The usage of the account."""

    success: bool
    """Always true."""
    data: List[UsageRecord]
    """The records."""
    export_date: Optional[datetime.datetime] = None
    """When the export was made."""
    format: Optional[str] = None
    """The format of the export."""
    record_count: Optional[int] = None
    """The number of records."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "success": "success",
        "data": "data",
        "exportDate": "export_date",
        "format": "format",
        "recordCount": "record_count",
    }
    _shown = ("format",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "UsageExport":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.success = value if (value := get("success")).__class__ is bool else reading.read_boolean(data, "success")
        model.data = reading.read_member(data, "data", reading.Items(UsageRecord.from_dict))
        model.export_date = None if (value := get("exportDate")) is None else timestamps.parse_timestamp_or_keep(value)
        model.format = get("format")
        model.record_count = get("recordCount")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["success", "data", "exportDate", "format", "recordCount"]]: ...
        def __iter__(self) -> Iterator[Literal["success", "data", "exportDate", "format", "recordCount"]]: ...
        @overload
        def __getitem__(self, key: Literal["success"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["data"], /) -> List[UsageRecord]: ...
        @overload
        def __getitem__(self, key: Literal["exportDate"], /) -> Optional[datetime.datetime]: ...
        @overload
        def __getitem__(self, key: Literal["format"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["recordCount"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["success", "data", "exportDate", "format", "recordCount"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["success"], /) -> bool: ...
        @overload
        def get(self, key: Literal["success"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["data"], /) -> List[UsageRecord]: ...
        @overload
        def get(self, key: Literal["data"], default: _T, /) -> Union[List[UsageRecord], _T]: ...
        @overload
        def get(self, key: Literal["exportDate"], /) -> Optional[datetime.datetime]: ...
        @overload
        def get(self, key: Literal["exportDate"], default: _T, /) -> Union[datetime.datetime, _T]: ...
        @overload
        def get(self, key: Literal["format"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["format"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["recordCount"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["recordCount"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
