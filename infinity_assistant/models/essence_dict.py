# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""EssenceDict: an argument that is a Essence or a mapping with its keys, in either spelling."""

from typing import TYPE_CHECKING, Any, Sequence, Union

from infinity_assistant._models.own_typed_dict import OwnTypedDict
from infinity_assistant._models.typing_names import TypedDict
from infinity_assistant.models.child_safety_level import ChildSafetyLevel
from infinity_assistant.models.essence import Essence
from infinity_assistant.models.response_style import ResponseStyle
from infinity_assistant.models.voice_tone import VoiceTone

EssenceDict = TypedDict(
    "EssenceDict",
    {
        "voice_tone": VoiceTone,
        "voiceTone": VoiceTone,
        "response_style": ResponseStyle,
        "responseStyle": ResponseStyle,
        "personality_traits": Sequence[str],
        "personalityTraits": Sequence[str],
        "custom_greeting": str,
        "customGreeting": str,
        "family_mode": bool,
        "familyMode": bool,
        "family_members": Sequence[Any],
        "familyMembers": Sequence[Any],
        "child_safety_level": ChildSafetyLevel,
        "childSafetyLevel": ChildSafetyLevel,
    },
    total=False,
)
"""The character that the assistant takes on. As a mapping, with the names on the wire or those of Python."""

if TYPE_CHECKING:
    EssenceParam = Union[Essence, EssenceDict, OwnTypedDict]
else:
    EssenceDict.__pydantic_config__ = {"extra": "allow"}
    EssenceParam = Union[Essence, EssenceDict]
