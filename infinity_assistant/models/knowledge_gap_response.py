# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeGapResponse, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeGapResponse(Model):
    """What became of a reported gap."""

    success: bool
    """Always true."""
    response: str
    """What can be said to the user, in Markdown."""
    gap_id: str
    """The id of the gap."""
    knowledge_created: Optional[int] = None
    """How many pieces of knowledge were created."""
    had_existing_knowledge: Optional[bool] = None
    """Whether something was known after all."""
    processing_time: Optional[int] = None
    """Milliseconds that the service took."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "success": "success",
        "response": "response",
        "gapId": "gap_id",
        "knowledgeCreated": "knowledge_created",
        "hadExistingKnowledge": "had_existing_knowledge",
        "processingTime": "processing_time",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeGapResponse":
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
        model.response = value if (value := get("response")).__class__ is str else reading.read_text(data, "response")
        model.gap_id = value if (value := get("gapId")).__class__ is str else reading.read_text(data, "gapId")
        model.knowledge_created = get("knowledgeCreated")
        model.had_existing_knowledge = get("hadExistingKnowledge")
        model.processing_time = get("processingTime")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(
            self,
        ) -> KeysView[
            Literal["success", "response", "gapId", "knowledgeCreated", "hadExistingKnowledge", "processingTime"]
        ]: ...
        def __iter__(
            self,
        ) -> Iterator[
            Literal["success", "response", "gapId", "knowledgeCreated", "hadExistingKnowledge", "processingTime"]
        ]: ...
        @overload
        def __getitem__(self, key: Literal["success"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["response", "gapId"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["knowledgeCreated", "processingTime"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["hadExistingKnowledge"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(
            self,
            key: Literal["success", "response", "gapId", "knowledgeCreated", "hadExistingKnowledge", "processingTime"],
            /,
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["success"], /) -> bool: ...
        @overload
        def get(self, key: Literal["success"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["response", "gapId"], /) -> str: ...
        @overload
        def get(self, key: Literal["response", "gapId"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["knowledgeCreated", "processingTime"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["knowledgeCreated", "processingTime"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["hadExistingKnowledge"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["hadExistingKnowledge"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
