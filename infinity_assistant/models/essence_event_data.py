# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""EssenceEventData, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.voice_tone import VoiceTone

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class EssenceEventData(Model):
    """The essence of the request was taken on."""

    applied: Optional[bool] = None
    """Always true."""
    voice_tone: Optional[VoiceTone] = None
    """The tone of voice that was asked for."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"applied": "applied", "voiceTone": "voice_tone"}
    _shown = ("voice_tone",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "EssenceEventData":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.applied = get("applied")
        model.voice_tone = get("voiceTone")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["applied", "voiceTone"]]: ...
        def __iter__(self) -> Iterator[Literal["applied", "voiceTone"]]: ...
        @overload
        def __getitem__(self, key: Literal["applied"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(self, key: Literal["voiceTone"], /) -> Optional[VoiceTone]: ...
        @overload
        def __getitem__(self, key: Literal["applied", "voiceTone"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["applied"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["applied"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["voiceTone"], /) -> Optional[VoiceTone]: ...
        @overload
        def get(self, key: Literal["voiceTone"], default: _T, /) -> Union[VoiceTone, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
