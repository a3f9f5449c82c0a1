# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""SpeakerEventData, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.age_group import AgeGroup

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class SpeakerEventData(Model):
    """The service believes to know who is speaking."""

    speaker_id: Optional[str] = None
    """The id of the speaker."""
    speaker_name: Optional[str] = None
    """The name of the speaker."""
    age_group: Optional[AgeGroup] = None
    """How old the speaker sounds."""
    greeting: Optional[str] = None
    """Words to greet the speaker with."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"speakerId": "speaker_id", "speakerName": "speaker_name", "ageGroup": "age_group", "greeting": "greeting"}
    _shown = ("age_group",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "SpeakerEventData":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.speaker_id = get("speakerId")
        model.speaker_name = get("speakerName")
        model.age_group = get("ageGroup")
        model.greeting = get("greeting")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["speakerId", "speakerName", "ageGroup", "greeting"]]: ...
        def __iter__(self) -> Iterator[Literal["speakerId", "speakerName", "ageGroup", "greeting"]]: ...
        @overload
        def __getitem__(self, key: Literal["speakerId", "speakerName", "greeting"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["ageGroup"], /) -> Optional[AgeGroup]: ...
        @overload
        def __getitem__(self, key: Literal["speakerId", "speakerName", "ageGroup", "greeting"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["speakerId", "speakerName", "greeting"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["speakerId", "speakerName", "greeting"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["ageGroup"], /) -> Optional[AgeGroup]: ...
        @overload
        def get(self, key: Literal["ageGroup"], default: _T, /) -> Union[AgeGroup, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
