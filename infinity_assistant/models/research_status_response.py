# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchStatusResponse, a JSON object of the API."""

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

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.research_metrics import ResearchMetrics
from infinity_assistant.models.research_time_budgets import ResearchTimeBudgets

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchStatusResponse(Model):
    """The state and the figures of the research service."""

    success: bool
    """Always true."""
    status: str
    """The state of the research service."""
    metrics: Optional[ResearchMetrics] = None
    """Its figures."""
    modes: Optional[List[str]] = None
    """The modes that it knows."""
    time_budgets: Optional[ResearchTimeBudgets] = None
    """The time that each mode may take."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "success": "success",
        "status": "status",
        "metrics": "metrics",
        "modes": "modes",
        "timeBudgets": "time_budgets",
    }
    _shown = ("status",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchStatusResponse":
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
        model.status = value if (value := get("status")).__class__ is str else reading.read_text(data, "status")
        model.metrics = (
            None
            if (value := get("metrics")) is None
            else reading.read_optional(value, "metrics", ResearchMetrics.from_dict)
        )
        model.modes = get("modes")
        model.time_budgets = (
            None
            if (value := get("timeBudgets")) is None
            else reading.read_optional(value, "timeBudgets", ResearchTimeBudgets.from_dict)
        )
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["success", "status", "metrics", "modes", "timeBudgets"]]: ...
        def __iter__(self) -> Iterator[Literal["success", "status", "metrics", "modes", "timeBudgets"]]: ...
        @overload
        def __getitem__(self, key: Literal["success"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["status"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["metrics"], /) -> Optional[ResearchMetrics]: ...
        @overload
        def __getitem__(self, key: Literal["modes"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(self, key: Literal["timeBudgets"], /) -> Optional[ResearchTimeBudgets]: ...
        @overload
        def __getitem__(self, key: Literal["success", "status", "metrics", "modes", "timeBudgets"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["success"], /) -> bool: ...
        @overload
        def get(self, key: Literal["success"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["status"], /) -> str: ...
        @overload
        def get(self, key: Literal["status"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["metrics"], /) -> Optional[ResearchMetrics]: ...
        @overload
        def get(self, key: Literal["metrics"], default: _T, /) -> Union[ResearchMetrics, _T]: ...
        @overload
        def get(self, key: Literal["modes"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["modes"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: Literal["timeBudgets"], /) -> Optional[ResearchTimeBudgets]: ...
        @overload
        def get(self, key: Literal["timeBudgets"], default: _T, /) -> Union[ResearchTimeBudgets, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
