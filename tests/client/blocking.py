"""The asynchronous client, used as if it were the other one: so that one test speaks for both."""

from __future__ import annotations

import inspect
from typing import Any, Iterator

from anyio.from_thread import BlockingPortal

STREAMED = ("__anext__",)


class Blocking:
    """An asynchronous object whose coroutines are run to their end, on the event loop of `portal`."""

    def __init__(self, target: Any, portal: BlockingPortal) -> None:
        self._target, self._portal = target, portal

    def __getattr__(self, name: str) -> Any:
        return self._wrapped(getattr(self._target, {"close": "aclose"}.get(name, name)))

    def __repr__(self) -> str:
        return repr(self._target)

    def __enter__(self) -> Blocking:
        self._portal.call(self._target.__aenter__)
        return self

    def __exit__(self, *exc: Any) -> None:
        self._portal.call(self._target.__aexit__, *exc)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        try:
            return self._portal.call(self._target.__anext__)
        except StopAsyncIteration:
            raise StopIteration from None

    def _wrapped(self, value: Any) -> Any:
        if hasattr(value, "__anext__") or any(hasattr(type(value), name) for name in ("with_options", "retry_last")):
            return Blocking(value, self._portal)
        return self._called(value) if callable(value) else value

    def _called(self, function: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            if inspect.iscoroutinefunction(inspect.unwrap(function)):
                return self._wrapped(self._portal.call(lambda: function(*args, **kwargs)))
            return self._wrapped(function(*args, **kwargs))

        return call
