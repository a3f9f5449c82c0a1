# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchSynthesis, a JSON object of the API."""

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

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchSynthesis(Model):
    """What the findings mean together."""

    summary: str
    """The result in a sentence."""
    key_insights: List[str]
    """What matters most."""
    recommendations: List[str]
    """What to do."""
    gaps: List[str]
    """What was not found."""
    confidence: Optional[float] = None
    """How far the synthesis can be trusted, 0 to 1."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "summary": "summary",
        "keyInsights": "key_insights",
        "recommendations": "recommendations",
        "gaps": "gaps",
        "confidence": "confidence",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchSynthesis":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.summary = value if (value := get("summary")).__class__ is str else reading.read_text(data, "summary")
        model.key_insights = (
            value if (value := get("keyInsights")).__class__ is list else reading.read_array(data, "keyInsights")
        )
        model.recommendations = (
            value
            if (value := get("recommendations")).__class__ is list
            else reading.read_array(data, "recommendations")
        )
        model.gaps = value if (value := get("gaps")).__class__ is list else reading.read_array(data, "gaps")
        model.confidence = get("confidence")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["summary", "keyInsights", "recommendations", "gaps", "confidence"]]: ...
        def __iter__(self) -> Iterator[Literal["summary", "keyInsights", "recommendations", "gaps", "confidence"]]: ...
        @overload
        def __getitem__(self, key: Literal["summary"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["keyInsights", "recommendations", "gaps"], /) -> List[str]: ...
        @overload
        def __getitem__(self, key: Literal["confidence"], /) -> Optional[float]: ...
        @overload
        def __getitem__(
            self, key: Literal["summary", "keyInsights", "recommendations", "gaps", "confidence"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["summary"], /) -> str: ...
        @overload
        def get(self, key: Literal["summary"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["keyInsights", "recommendations", "gaps"], /) -> List[str]: ...
        @overload
        def get(
            self, key: Literal["keyInsights", "recommendations", "gaps"], default: _T, /
        ) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: Literal["confidence"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["confidence"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
