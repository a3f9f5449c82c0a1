# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""ResearchQuery, a JSON object of the API."""

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
from infinity_assistant.models.research_mode import ResearchMode

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ResearchQuery(Model):
    """A research request as the service understood it."""

    topic: str
    """What to find out about."""
    mode: Optional[ResearchMode] = None
    """How thorough to be."""
    context: Optional[str] = None
    """What the findings are needed for."""
    domains: Optional[List[str]] = None
    """The domains to look into."""
    max_sources: Optional[int] = None
    """The most sources to use."""
    include_external: Optional[bool] = None
    """Whether to look beyond the knowledge base."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "topic": "topic",
        "mode": "mode",
        "context": "context",
        "domains": "domains",
        "maxSources": "max_sources",
        "includeExternal": "include_external",
    }
    _shown = ("mode",)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ResearchQuery":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.topic = value if (value := get("topic")).__class__ is str else reading.read_text(data, "topic")
        model.mode = get("mode")
        model.context = get("context")
        model.domains = get("domains")
        model.max_sources = get("maxSources")
        model.include_external = get("includeExternal")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["topic", "mode", "context", "domains", "maxSources", "includeExternal"]]: ...
        def __iter__(
            self,
        ) -> Iterator[Literal["topic", "mode", "context", "domains", "maxSources", "includeExternal"]]: ...
        @overload
        def __getitem__(self, key: Literal["topic"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["mode"], /) -> Optional[ResearchMode]: ...
        @overload
        def __getitem__(self, key: Literal["context"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["domains"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(self, key: Literal["maxSources"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["includeExternal"], /) -> Optional[bool]: ...
        @overload
        def __getitem__(
            self, key: Literal["topic", "mode", "context", "domains", "maxSources", "includeExternal"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["topic"], /) -> str: ...
        @overload
        def get(self, key: Literal["topic"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["mode"], /) -> Optional[ResearchMode]: ...
        @overload
        def get(self, key: Literal["mode"], default: _T, /) -> Union[ResearchMode, _T]: ...
        @overload
        def get(self, key: Literal["context"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["context"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["domains"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["domains"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: Literal["maxSources"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["maxSources"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["includeExternal"], /) -> Optional[bool]: ...
        @overload
        def get(self, key: Literal["includeExternal"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
