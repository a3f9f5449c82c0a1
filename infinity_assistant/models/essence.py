# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""Essence, a JSON object of the API."""

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
from infinity_assistant.models.child_safety_level import ChildSafetyLevel
from infinity_assistant.models.response_style import ResponseStyle
from infinity_assistant.models.voice_tone import VoiceTone

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Essence(Model):
    """The character that the assistant takes on."""

    voice_tone: Optional[VoiceTone] = None
    """The tone of voice."""
    response_style: Optional[ResponseStyle] = None
    """The length of answers."""
    personality_traits: Optional[List[str]] = None
    """Traits, such as witty."""
    custom_greeting: Optional[str] = None
    """The words to greet with."""
    family_mode: Optional[bool] = None
    """Whether several members of a family share the assistant."""
    family_members: Optional[List[Any]] = None
    """The members of the family, as names or objects."""
    child_safety_level: Optional[ChildSafetyLevel] = None
    """What is fit for the ears of those listening."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "voiceTone": "voice_tone",
        "responseStyle": "response_style",
        "personalityTraits": "personality_traits",
        "customGreeting": "custom_greeting",
        "familyMode": "family_mode",
        "familyMembers": "family_members",
        "childSafetyLevel": "child_safety_level",
    }
    _shown = ("voice_tone", "response_style", "child_safety_level")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Essence":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.voice_tone = get("voiceTone")
        model.response_style = get("responseStyle")
        model.personality_traits = get("personalityTraits")
        model.custom_greeting = get("customGreeting")
        model.family_mode = get("familyMode")
        model.family_members = get("familyMembers")
        model.child_safety_level = get("childSafetyLevel")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[
            Literal[
                "voiceTone",
                "responseStyle",
                "personalityTraits",
                "customGreeting",
                "familyMode",
                "familyMembers",
                "childSafetyLevel",
            ]
        ]: ...
        def __iter__(
            self,
        ) -> Iterator[
            Literal[
                "voiceTone",
                "responseStyle",
                "personalityTraits",
                "customGreeting",
                "familyMode",
                "familyMembers",
                "childSafetyLevel",
            ]
        ]: ...
        @overload
        def __getitem__(self, key: Literal["voiceTone"], /) -> Optional[VoiceTone]: ...
        @overload
        def __getitem__(self, key: Literal["responseStyle"], /) -> Optional[ResponseStyle]: ...
        @overload
        def __getitem__(self, key: Literal["personalityTraits"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(self, key: Literal["customGreeting"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["familyMode"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(self, key: Literal["familyMembers"], /) -> Optional[List[Any]]: ...
        @overload
        def __getitem__(self, key: Literal["childSafetyLevel"], /) -> Optional[ChildSafetyLevel]: ...
        @overload
        def __getitem__(
            self,
            key: Literal[
                "voiceTone",
                "responseStyle",
                "personalityTraits",
                "customGreeting",
                "familyMode",
                "familyMembers",
                "childSafetyLevel",
            ],
            /,
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["voiceTone"], /) -> Optional[VoiceTone]: ...
        @overload
        def get(self, key: Literal["voiceTone"], default: _T, /) -> Union[VoiceTone, _T]: ...
        @overload
        def get(self, key: Literal["responseStyle"], /) -> Optional[ResponseStyle]: ...
        @overload
        def get(self, key: Literal["responseStyle"], default: _T, /) -> Union[ResponseStyle, _T]: ...
        @overload
        def get(self, key: Literal["personalityTraits"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["personalityTraits"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: Literal["customGreeting"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["customGreeting"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["familyMode"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["familyMode"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["familyMembers"], /) -> Optional[List[Any]]: ...
        @overload
        def get(self, key: Literal["familyMembers"], default: _T, /) -> Union[List[Any], _T]: ...
        @overload
        def get(self, key: Literal["childSafetyLevel"], /) -> Optional[ChildSafetyLevel]: ...
        @overload
        def get(self, key: Literal["childSafetyLevel"], default: _T, /) -> Union[ChildSafetyLevel, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
