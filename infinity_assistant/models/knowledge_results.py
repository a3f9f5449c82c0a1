# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""KnowledgeResults, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, List, Literal, Mapping, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.gotcha import Gotcha
from infinity_assistant.models.pattern import Pattern
from infinity_assistant.models.wisdom import Wisdom

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class KnowledgeResults(Model):
    """The results of a search by group, best first."""

    wisdom: List[Wisdom]
    """Principles."""
    patterns: List[Pattern]
    """Solutions that recur."""
    gotchas: List[Gotcha]
    """Traps."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"wisdom": "wisdom", "patterns": "patterns", "gotchas": "gotchas"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "KnowledgeResults":
        """Read a JSON object.

        Raises:
            ValueError: It is not what the API description says; the message names the place.
        """
        if data.__class__ is not dict:
            data = reading.read_object(data)
        model: Any = _new(cls)
        model._raw = data
        get = data.get
        model.wisdom = reading.read_member(data, "wisdom", reading.Items(Wisdom.from_dict))
        model.patterns = reading.read_member(data, "patterns", reading.Items(Pattern.from_dict))
        model.gotchas = reading.read_member(data, "gotchas", reading.Items(Gotcha.from_dict))
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["wisdom", "patterns", "gotchas"]]: ...
        def __iter__(self) -> Iterator[Literal["wisdom", "patterns", "gotchas"]]: ...
        @overload
        def __getitem__(self, key: Literal["wisdom"], /) -> List[Wisdom]: ...
        @overload
        def __getitem__(self, key: Literal["patterns"], /) -> List[Pattern]: ...
        @overload
        def __getitem__(self, key: Literal["gotchas"], /) -> List[Gotcha]: ...
        @overload
        def __getitem__(self, key: Literal["wisdom", "patterns", "gotchas"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["wisdom"], /) -> List[Wisdom]: ...
        @overload
        def get(self, key: Literal["wisdom"], default: _T, /) -> Union[List[Wisdom], _T]: ...
        @overload
        def get(self, key: Literal["patterns"], /) -> List[Pattern]: ...
        @overload
        def get(self, key: Literal["patterns"], default: _T, /) -> Union[List[Pattern], _T]: ...
        @overload
        def get(self, key: Literal["gotchas"], /) -> List[Gotcha]: ...
        @overload
        def get(self, key: Literal["gotchas"], default: _T, /) -> Union[List[Gotcha], _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
