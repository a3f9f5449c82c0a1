# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchAssessment, a JSON object of the API."""

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
class ResearchAssessment(Model):
    """What the knowledge base knows of a topic, and what it lacks."""

    needs_research: bool
    """Whether research is needed."""
    topic: Optional[str] = None
    """The topic."""
    confidence_in_existing: Optional[float] = None
    """How far what is known can be trusted, from 0 to 1."""
    gaps: Optional[List[str]] = None
    """What is not known."""
    suggested_questions: Optional[List[str]] = None
    """What to ask."""
    urgency: Optional[str] = None
    """How urgent it is, such as medium."""
    reasoning: Optional[str] = None
    """Why."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "needsResearch": "needs_research",
        "topic": "topic",
        "confidenceInExisting": "confidence_in_existing",
        "gaps": "gaps",
        "suggestedQuestions": "suggested_questions",
        "urgency": "urgency",
        "reasoning": "reasoning",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchAssessment":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.needs_research = (
            value if (value := get("needsResearch")).__class__ is bool else reading.read_boolean(data, "needsResearch")
        )
        model.topic = get("topic")
        model.confidence_in_existing = get("confidenceInExisting")
        model.gaps = get("gaps")
        model.suggested_questions = get("suggestedQuestions")
        model.urgency = get("urgency")
        model.reasoning = get("reasoning")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[
            Literal[
                "needsResearch", "topic", "confidenceInExisting", "gaps", "suggestedQuestions", "urgency", "reasoning"
            ]
        ]: ...
        def __iter__(
            self,
        ) -> Iterator[
            Literal[
                "needsResearch", "topic", "confidenceInExisting", "gaps", "suggestedQuestions", "urgency", "reasoning"
            ]
        ]: ...
        @overload
        def __getitem__(self, key: Literal["needsResearch"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["topic", "urgency", "reasoning"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["confidenceInExisting"], /) -> Optional[float]: ...
        @overload
        def __getitem__(self, key: Literal["gaps", "suggestedQuestions"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(
            self,
            key: Literal[
                "needsResearch", "topic", "confidenceInExisting", "gaps", "suggestedQuestions", "urgency", "reasoning"
            ],
            /,
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["needsResearch"], /) -> bool: ...
        @overload
        def get(self, key: Literal["needsResearch"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["topic", "urgency", "reasoning"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["topic", "urgency", "reasoning"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["confidenceInExisting"], /) -> Optional[float]: ...
        @overload
        def get(self, key: Literal["confidenceInExisting"], default: _T, /) -> Union[float, _T]: ...
        @overload
        def get(self, key: Literal["gaps", "suggestedQuestions"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["gaps", "suggestedQuestions"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
