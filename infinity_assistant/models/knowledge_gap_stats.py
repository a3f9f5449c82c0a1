# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeGapStats, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeGapStats(Model):
    """Figures on reported gaps."""

    total: Optional[int] = None
    """All of them."""
    pending: Optional[int] = None
    """Those that wait."""
    resolved: Optional[int] = None
    """Those that are closed."""
    researching: Optional[int] = None
    """Those that are being researched."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"total": "total", "pending": "pending", "resolved": "resolved", "researching": "researching"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeGapStats":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.total = get("total")
        model.pending = get("pending")
        model.resolved = get("resolved")
        model.researching = get("researching")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["total", "pending", "resolved", "researching"]]: ...
        def __iter__(self) -> Iterator[Literal["total", "pending", "resolved", "researching"]]: ...
        def __getitem__(self, key: Literal["total", "pending", "resolved", "researching"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["total", "pending", "resolved", "researching"], /) -> Optional[int]: ...
        @overload
        def get(
            self, key: Literal["total", "pending", "resolved", "researching"], default: _T, /
        ) -> Union[int, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
