# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""PhaseEventData, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.conversation_phase import ConversationPhase

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PhaseEventData(Model):
    """The conversation passes from one phase into another."""

    from_: Optional[ConversationPhase] = None
    """The phase that ends."""
    to: Optional[ConversationPhase] = None
    """The phase that begins."""
    confidence: Optional[float] = None
    """How sure the service is, 0 to 1."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"from": "from_", "to": "to", "confidence": "confidence"}
    _shown = ("from_", "to")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "PhaseEventData":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.from_ = get("from")
        model.to = get("to")
        model.confidence = get("confidence")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["from", "to", "confidence"]]: ...
        def __iter__(self) -> Iterator[Literal["from", "to", "confidence"]]: ...
        @overload
        def __getitem__(self, key: Literal["from", "to"], /) -> Optional[ConversationPhase]: ...
        @overload
        def __getitem__(self, key: Literal["confidence"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["from", "to", "confidence"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["from", "to"], /) -> Optional[ConversationPhase]: ...
        @overload
        def get(self, key: Literal["from", "to"], default: _T, /) -> Union[ConversationPhase, _T]: ...
        @overload
        def get(self, key: Literal["confidence"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["confidence"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
