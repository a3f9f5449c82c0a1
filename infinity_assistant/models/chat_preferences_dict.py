# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChatPreferencesDict: an argument that is a ChatPreferences or a mapping with its keys, in either spelling."""

from typing import TYPE_CHECKING, Sequence, Union

from infinity_assistant._models.own_typed_dict import OwnTypedDict
from infinity_assistant._models.typing_names import TypedDict
from infinity_assistant.models.assistant_mode import AssistantMode
from infinity_assistant.models.chat_mode import ChatMode
from infinity_assistant.models.chat_preferences import ChatPreferences
from infinity_assistant.models.communication_adaptation import CommunicationAdaptation
from infinity_assistant.models.communication_style import CommunicationStyle
from infinity_assistant.models.preferred_language import PreferredLanguage
from infinity_assistant.models.workflow_phase import WorkflowPhase

ChatPreferencesDict = TypedDict(
    "ChatPreferencesDict",
    {
        "name": str,
        "role": str,
        "experience_level": str,
        "experienceLevel": str,
        "assistant_mode": AssistantMode,
        "assistantMode": AssistantMode,
        "preferred_mode": ChatMode,
        "preferredMode": ChatMode,
        "workflow_phases": Sequence[WorkflowPhase],
        "workflowPhases": Sequence[WorkflowPhase],
        "primary_goals": Sequence[str],
        "primaryGoals": Sequence[str],
        "interests": Sequence[str],
        "custom_interests": Sequence[str],
        "customInterests": Sequence[str],
        "communication_style": CommunicationStyle,
        "communicationStyle": CommunicationStyle,
        "communication_adaptation": CommunicationAdaptation,
        "communicationAdaptation": CommunicationAdaptation,
        "preferred_language": PreferredLanguage,
        "preferredLanguage": PreferredLanguage,
    },
    total=False,
)
"""Who the user is and how they like to be answered. Keys beyond these are allowed. As a mapping, with the names on
the wire or those of Python.
"""

if TYPE_CHECKING:
    ChatPreferencesParam = Union[ChatPreferences, ChatPreferencesDict, OwnTypedDict]
else:
    ChatPreferencesDict.__pydantic_config__ = {"extra": "allow"}
    ChatPreferencesParam = Union[ChatPreferences, ChatPreferencesDict]
