# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeSearchRequest, a JSON object of the API."""

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
from infinity_assistant.models.knowledge_type import KnowledgeType

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeSearchRequest(Model):
    """A search of the knowledge base."""

    query: str
    """The words to search for. At most 500 UTF-16 code units (an emoji is two), not blank."""
    type: Optional[KnowledgeType] = None
    """The groups to search; all by default."""
    limit: Optional[int] = None
    """The most results in each group; the service gives at most 50. The service takes `20` when it is absent."""
    domain: Optional[str] = None
    """Only knowledge of this domain, such as api."""
    tags: Optional[List[str]] = None
    """Only knowledge with these tags."""
    user_id: Optional[str] = None
    """Who is searching."""
    user_tier: Optional[str] = None
    """The tier of the user, such as free or pro."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {
        "query": "query",
        "type": "type",
        "limit": "limit",
        "domain": "domain",
        "tags": "tags",
        "userId": "user_id",
        "userTier": "user_tier",
    }
    _shown = ("type", "user_tier")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeSearchRequest":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.query = value if (value := get("query")).__class__ is str else reading.read_text(data, "query")
        model.type = get("type")
        model.limit = get("limit")
        model.domain = get("domain")
        model.tags = get("tags")
        model.user_id = get("userId")
        model.user_tier = get("userTier")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["query", "type", "limit", "domain", "tags", "userId", "userTier"]]: ...
        def __iter__(self) -> Iterator[Literal["query", "type", "limit", "domain", "tags", "userId", "userTier"]]: ...
        @overload
        def __getitem__(self, key: Literal["query"], /) -> str: ...
        @overload
        def __getitem__(self, key: Literal["type"], /) -> Optional[KnowledgeType]: ...
        @overload
        def __getitem__(self, key: Literal["limit"], /) -> Optional[int]: ...
        @overload
        def __getitem__(self, key: Literal["domain", "userId", "userTier"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["tags"], /) -> Optional[List[str]]: ...
        @overload
        def __getitem__(
            self, key: Literal["query", "type", "limit", "domain", "tags", "userId", "userTier"], /
        ) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["query"], /) -> str: ...
        @overload
        def get(self, key: Literal["query"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["type"], /) -> Optional[KnowledgeType]: ...
        @overload
        def get(self, key: Literal["type"], default: _T, /) -> Union[KnowledgeType, _T]: ...
        @overload
        def get(self, key: Literal["limit"], /) -> Optional[int]: ...
        @overload
        def get(self, key: Literal["limit"], default: _T, /) -> Union[int, _T]: ...
        @overload
        def get(self, key: Literal["domain", "userId", "userTier"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["domain", "userId", "userTier"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: Literal["tags"], /) -> Optional[List[str]]: ...
        @overload
        def get(self, key: Literal["tags"], default: _T, /) -> Union[List[str], _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
