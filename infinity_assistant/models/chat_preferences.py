# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ChatPreferences, a JSON object of the API."""

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
from infinity_assistant.models.assistant_mode import AssistantMode
from infinity_assistant.models.chat_mode import ChatMode
from infinity_assistant.models.communication_adaptation import CommunicationAdaptation
from infinity_assistant.models.communication_style import CommunicationStyle
from infinity_assistant.models.preferred_language import PreferredLanguage
from infinity_assistant.models.workflow_phase import WorkflowPhase

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ChatPreferences(Model):
    """Who the user is and how they like to be answered. Keys beyond these are allowed."""

    name: Optional[str] = None
    """The name to be called by."""
    role: Optional[str] = None
    """What the user does, such as developer."""
    experience_level: Optional[str] = None
    """How experienced the user is, such as senior."""
    assistant_mode: Optional[AssistantMode] = None
    """Whether the assistant speaks as a companion or as a professional."""
    preferred_mode: Optional[ChatMode] = None
    """The mode for messages that name none."""
    workflow_phases: Optional[List[WorkflowPhase]] = None
    """The phases of work that the user wants help with."""
    primary_goals: Optional[List[str]] = None
    """What the user wants to reach."""
    interests: Optional[List[str]] = None
    """What the user cares about."""
    custom_interests: Optional[List[str]] = None
    """Interests in the user's own words."""
    communication_style: Optional[CommunicationStyle] = None
    """How much the assistant says."""
    communication_adaptation: Optional[CommunicationAdaptation] = None
    """Whether the assistant follows the user's tone or balances it."""
    preferred_language: Optional[PreferredLanguage] = None
    """The language to answer in."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "name": "name",
        "role": "role",
        "experienceLevel": "experience_level",
        "assistantMode": "assistant_mode",
        "preferredMode": "preferred_mode",
        "workflowPhases": "workflow_phases",
        "primaryGoals": "primary_goals",
        "interests": "interests",
        "customInterests": "custom_interests",
        "communicationStyle": "communication_style",
        "communicationAdaptation": "communication_adaptation",
        "preferredLanguage": "preferred_language",
    }
    _shown = (
        "assistant_mode",
        "preferred_mode",
        "communication_style",
        "communication_adaptation",
        "preferred_language",
    )

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ChatPreferences":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.name = get("name")
        model.role = get("role")
        model.experience_level = get("experienceLevel")
        model.assistant_mode = get("assistantMode")
        model.preferred_mode = get("preferredMode")
        model.workflow_phases = get("workflowPhases")
        model.primary_goals = get("primaryGoals")
        model.interests = get("interests")
        model.custom_interests = get("customInterests")
        model.communication_style = get("communicationStyle")
        model.communication_adaptation = get("communicationAdaptation")
        model.preferred_language = get("preferredLanguage")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[str]: ...
        def __iter__(self) -> Iterator[str]: ...
        @overload
        def __getitem__(self, key: Literal["name", "role", "experienceLevel"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["assistantMode"], /) -> Optional[AssistantMode]: ...
        @overload
        def __getitem__(self, key: Literal["preferredMode"], /) -> Optional[ChatMode]: ...
        @overload
        def __getitem__(self, key: Literal["workflowPhases"], /) -> Optional[List[WorkflowPhase]]: ...
        @overload
        def __getitem__(
            self, key: Literal["primaryGoals", "interests", "customInterests"], /
        ) -> Optional[List[str]]: ...
        @overload
        def __getitem__(self, key: Literal["communicationStyle"], /) -> Optional[CommunicationStyle]: ...
        @overload
        def __getitem__(self, key: Literal["communicationAdaptation"], /) -> Optional[CommunicationAdaptation]: ...
        @overload
        def __getitem__(self, key: Literal["preferredLanguage"], /) -> Optional[PreferredLanguage]: ...
        @overload
        def __getitem__(self, key: str, /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["name", "role", "experienceLevel"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["name", "role", "experienceLevel"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["assistantMode"], /) -> Optional[AssistantMode]: ...
        @overload
        def get(self, key: Literal["assistantMode"], default: _T, /) -> Union[AssistantMode, _T]: ...
        @overload
        def get(self, key: Literal["preferredMode"], /) -> Optional[ChatMode]: ...
        @overload
        def get(self, key: Literal["preferredMode"], default: _T, /) -> Union[ChatMode, _T]: ...
        @overload
        def get(self, key: Literal["workflowPhases"], /) -> Optional[List[WorkflowPhase]]: ...
        @overload
        def get(self, key: Literal["workflowPhases"], default: _T, /) -> Union[List[WorkflowPhase], _T]: ...
        @overload
        def get(self, key: Literal["primaryGoals", "interests", "customInterests"], /) -> Optional[List[str]]: ...
        @overload
        def get(
            self, key: Literal["primaryGoals", "interests", "customInterests"], default: _T, /
        ) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: Literal["communicationStyle"], /) -> Optional[CommunicationStyle]: ...
        @overload
        def get(self, key: Literal["communicationStyle"], default: _T, /) -> Union[CommunicationStyle, _T]: ...
        @overload
        def get(self, key: Literal["communicationAdaptation"], /) -> Optional[CommunicationAdaptation]: ...
        @overload
        def get(
            self, key: Literal["communicationAdaptation"], default: _T, /
        ) -> Union[CommunicationAdaptation, _T]: ...
        @overload
        def get(self, key: Literal["preferredLanguage"], /) -> Optional[PreferredLanguage]: ...
        @overload
        def get(self, key: Literal["preferredLanguage"], default: _T, /) -> Union[PreferredLanguage, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
