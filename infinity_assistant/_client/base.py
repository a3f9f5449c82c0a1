# SPDX-License-Identifier: MIT. Generated from overlays/_client/async_base.py: edit that file, then run `make generate`.
"""What a client is, whatever it offers: its configuration, its life, and the way that a call takes."""

from __future__ import annotations

import warnings
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Dict, Mapping, Optional, Tuple, Type, TypeVar, Union

from infinity_assistant._core.api_response import APIResponse
from infinity_assistant._core.exchange import Exchange
from infinity_assistant._core.pipeline import Pipeline
from infinity_assistant._core.call_options import (
    PER_CALL,
    PER_COPY,
    bind_call,
    check_names,
    merge_options,
    split_options,
)
from infinity_assistant._core.configuration import NOT_GIVEN, NotGiven, load_configuration
from infinity_assistant._core.credentials import KeySource
from infinity_assistant._core.exposure import warn_if_exposed, warn_if_unverified
from infinity_assistant._core.options import Options, TimeoutTypes
from infinity_assistant._core.privacy import private_tracebacks
from infinity_assistant._core.retry_policy import RetryBudget
from infinity_assistant._lazy_modules import LazyModule
from infinity_assistant._models.call import Call
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantClientClosedError

if TYPE_CHECKING:
    from infinity_assistant._client import annotation_names as t
else:
    t = LazyModule("infinity_assistant._client.annotation_names")

T = TypeVar("T")
ClientT = TypeVar("ClientT", bound="Base")


@private_tracebacks
class Base:
    """Configuration, life cycle, and `request`: what every client has."""

    def __init__(
        self,
        api_key: Optional[KeySource] = None,
        *,
        base_url: Optional[str] = None,
        timeout: Union[TimeoutTypes, NotGiven] = NOT_GIVEN,
        max_retries: Optional[int] = None,
        retry_delay: float = 1.0,
        default_headers: Optional[Mapping[str, str]] = None,
        http_client: Any = None,
        ssl_context: Optional[t.SSLContext] = None,
        **options: t.Unpack[t.ConstructorOptions],
    ) -> None:
        self._pipeline: Optional[Pipeline] = None
        self._owner, self._closed = True, False
        self._credentials, self._options = load_configuration(
            api_key, base_url, timeout, max_retries, retry_delay, default_headers, options
        )
        self._special = http_client is not None or ssl_context is not None
        exchange = Exchange(
            self._options.base_url,
            http_client=http_client,
            ssl_context=ssl_context,
            max_connections=self._options.max_connections,
            trust_store=self._options.trust_store,
        )
        self._pipeline = Pipeline(exchange)
        warn_if_unverified(ssl_context)
        warn_if_exposed(exchange.origin, has_key=self._credentials.has_key)

    def request(self, call: Call[T], **options: t.Unpack[t.CallOptions]) -> APIResponse[T]:
        """Make any call of `infinity_assistant.api`, and return its result together with the exchange.

            response = client.request(api.health())
            response.parsed.status, response.status_code, response.attempts

        Any route can be called, also one that has no method here:

            call = Call(Operation("status", "GET", "/status", idempotent=True), query={"verbose": True})

        Args:
            call: What to ask: what a function of `infinity_assistant.api` returned, or a `Call` of your own.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantError: What the methods of this client raise.
            InfinityAssistantArgumentError: It responds with a stream: use `stream`. Or it cannot be sent.
        """
        check_names("request()", options, PER_CALL)
        _check_call(call)
        return self._open_pipeline().send(call, self._merge_options(dict(options)), self._credentials)

    def stream(self, call: Call[T], **options: t.Unpack[t.CallOptions]) -> t.Stream[T]:
        """Make any call of `infinity_assistant.api` that responds with a stream, and return its events.

            with client.stream(api.chat_stream(message="Tell me a story")) as events:
                for event in events: ...

        Nothing is sent before the first event is asked for.

        Args:
            call: What to ask: what a function of `infinity_assistant.api` returned, or a `Call` of your own.
            **options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`,
                `extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see
                `infinity_assistant.types.CallOptions`.

        Raises:
            InfinityAssistantArgumentError: It responds with no stream: use `request`. Or it cannot be sent.
        """
        check_names("stream()", options, PER_CALL)
        _check_call(call)
        if not call.operation.streams:
            raise InfinityAssistantArgumentError(
                f"{call.operation.id} does not respond with a stream: use client.request(call)", argument="call"
            )
        return self._open_stream(call, self._merge_options(dict(options)))

    def with_options(
        self: ClientT,
        *,
        api_key: Union[KeySource, NotGiven, None] = NOT_GIVEN,
        headers: Optional[Mapping[str, str]] = None,
        **options: t.Unpack[t.ClientOptions],
    ) -> ClientT:
        """Return a copy with other options, which shares the connections of this client.

        The connections live as long as this client: closing the copy does not close them.

        Args:
            api_key: The key, or a function that returns one; `None` for no key; that of this client unless given.
            headers: Headers to add to those that are there.
            **options: What the client takes, but for what its connections stand on: `timeout`, `max_retries`,
                `retry_delay`, `retry_unsafe`, `max_response_bytes`, `on_attempt`, …; see
                `infinity_assistant.types.ClientOptions`.

        Raises:
            InfinityAssistantArgumentError: An option cannot be right, or is one of the connections.
        """
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__, _owner=False)
        check_names("with_options()", options, PER_COPY)
        other._options = merge_options(self._options, {**options, "headers": headers})
        if not isinstance(api_key, NotGiven):
            other._credentials = self._credentials.replace(api_key)
        return other

    def set_api_key(self, api_key: Optional[KeySource]) -> None:
        """Use another key, or a function that returns one, from the next call on; `None` for no key.

        Calls under way end with the key that they began with. A quota that was used up is forgotten.

        Args:
            api_key: The key, or a function that returns one and is called for each request; `None` for no key.

        Raises:
            InfinityAssistantArgumentError: The key cannot stand in a header.
        """
        self._credentials.set(api_key)
        self.forget_quota()
        if self._pipeline is not None:
            warn_if_exposed(self._pipeline.exchange.origin, has_key=self._credentials.has_key)

    def get_api_key(self) -> Optional[str]:
        """Return the key as it is now, in full: take care where it goes."""
        return self._credentials.get()

    @property
    def options(self) -> Options:
        """How this client behaves."""
        return self._options

    @property
    def rate_limit(self) -> Optional[t.RateLimit]:
        """The quota as the service stated it last; `None` before it has."""
        return self._credentials.rate_limit

    def forget_quota(self) -> None:
        """Let the next message ask the service again, even if the quota of the day is used up, as far as is known."""
        if self._pipeline is not None:
            self._pipeline.quotas.forget()

    @property
    def retry_budget(self) -> RetryBudget:
        """What is left for retries, shared by all copies of this client."""
        return self._open_pipeline().budget

    def close(self) -> None:
        """Close the connections, unless another client or the caller owns them. Closing twice does no harm."""
        self._closed = True
        if self._owner and self._pipeline is not None:
            self._pipeline.exchange.close()

    def __enter__(self: ClientT) -> ClientT:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def __del__(self) -> None:
        pipeline = self.__dict__.get("_pipeline")
        if pipeline is not None and self._owner and not self._closed and pipeline.exchange.idle():
            advice = f"unclosed {self!r}: use it in a with statement, or close it"
            warnings.warn(advice, ResourceWarning, stacklevel=2, source=self)
            pipeline.exchange.abandon()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._options.base_url}>"

    def __copy__(self: ClientT) -> ClientT:
        return self.with_options()

    def __deepcopy__(self: ClientT, memo: Any) -> ClientT:
        return self.with_options()

    def __reduce__(self) -> Tuple[Any, ...]:
        if self._special:
            raise InfinityAssistantArgumentError(
                "a client with its own http_client or ssl_context cannot be pickled: make it anew where it is needed"
            )
        return _restore_client, (type(self), self._options, (*self._credentials.secrets, *self._options.secrets))

    def _send(self, make: Callable[..., Call[T]], options: t.CallOptions, /, **arguments: Any) -> T:
        pipeline = self._open_pipeline()
        if not options:
            return (pipeline.send(make(**arguments), self._options, self._credentials)).parsed
        call, merged = self._bind(make, options, arguments)
        return (pipeline.send(call, merged, self._credentials)).parsed

    def _stream(self, make: Callable[..., Call[T]], options: t.CallOptions, /, **arguments: Any) -> t.Stream[T]:
        return self._open_stream(*self._bind(make, options, arguments))

    def _open_stream(self, call: Call[T], options: Options) -> t.Stream[T]:
        from infinity_assistant._streaming.stream import Stream  # with the classes of all events

        pipeline = self._open_pipeline()
        drift = pipeline.drift() if options.drift_warnings else None
        return Stream(pipeline, call, options, self._credentials, drift)

    def _bind(
        self, make: Callable[..., Call[T]], given: Mapping[str, Any], arguments: Dict[str, Any]
    ) -> Tuple[Call[T], Options]:
        """Bind arguments. One that is no option may be a field that is newer than this method: the operation knows."""
        options, fields = split_options(given)
        method = getattr(type(self), make.__name__, None)
        call: Call[T] = bind_call(make, method, {**arguments, **fields})
        return call, self._merge_options(options)

    def _merge_options(self, changes: Dict[str, Any]) -> Options:
        return merge_options(self._options, changes) if changes else self._options

    def _open_pipeline(self) -> Pipeline:
        pipeline = self._pipeline
        if self._closed or pipeline is None:
            raise InfinityAssistantClientClosedError("the client has been closed: make a new one")
        return pipeline


def _check_call(call: Any) -> None:
    # Who calls by method need not wait for its patterns to be compiled.
    from infinity_assistant._models.call_checks import check_call

    check_call(call)


def _restore_client(cls: Type[Any], options: Options, missing: Tuple[str, ...] = ()) -> Any:
    # Imported here, since some frameworks pickle this function by value: what is shared stands in the module, once.
    from infinity_assistant._client.restoring import restore_client

    return restore_client(cls, options, missing)
