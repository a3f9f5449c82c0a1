# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""CreateWebhookResponse, a JSON object of the API."""

from typing import TYPE_CHECKING, Any, Dict, Iterator, KeysView, Literal, Mapping, Optional, TypeVar, Union, overload

import attrs

from infinity_assistant._models import json_reader as reading
from infinity_assistant._models.model import Model
from infinity_assistant.models.new_webhook import NewWebhook

_T = TypeVar("_T")
_new = object.__new__


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateWebhookResponse(Model):
    """The response to registering a webhook."""

    success: bool
    """Always true."""
    webhook: NewWebhook
    """The webhook."""
    message: Optional[str] = None
    """What to do now, in words."""
    additional_properties: Dict[str, Any] = attrs.field(factory=dict)
    """What the API description does not mention, by its name on the wire."""

    __module__ = "infinity_assistant.models"
    _keys = {"success": "success", "webhook": "webhook", "message": "message"}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "CreateWebhookResponse":
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
        model.webhook = reading.read_member(data, "webhook", NewWebhook.from_dict)
        model.message = get("message")
        return model  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        def keys(self) -> KeysView[Literal["success", "webhook", "message"]]: ...
        def __iter__(self) -> Iterator[Literal["success", "webhook", "message"]]: ...
        @overload
        def __getitem__(self, key: Literal["success"], /) -> bool: ...
        @overload
        def __getitem__(self, key: Literal["webhook"], /) -> NewWebhook: ...
        @overload
        def __getitem__(self, key: Literal["message"], /) -> Optional[str]: ...
        @overload
        def __getitem__(self, key: Literal["success", "webhook", "message"], /) -> Any: ...
        def __getitem__(self, key: Any, /) -> Any: ...
        @overload
        def get(self, key: Literal["success"], /) -> bool: ...
        @overload
        def get(self, key: Literal["success"], default: _T, /) -> Union[bool, _T]: ...
        @overload
        def get(self, key: Literal["webhook"], /) -> NewWebhook: ...
        @overload
        def get(self, key: Literal["webhook"], default: _T, /) -> Union[NewWebhook, _T]: ...
        @overload
        def get(self, key: Literal["message"], /) -> Optional[str]: ...
        @overload
        def get(self, key: Literal["message"], default: _T, /) -> Union[str, _T]: ...
        @overload
        def get(self, key: str, default: Any = ..., /) -> Any: ...
        def get(self, key: str, default: Any = ..., /) -> Any: ...
