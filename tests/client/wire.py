"""A server of the standard library that says what it is told to say, and remembers what it heard."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Union

CHAT = {
    "response": "Hello!",
    "conversationId": "conv_1",
    "rateLimit": {"allowed": True, "limit": 50, "remaining": 44},
    "metadata": {"model": "infinity-agent", "tokensUsed": 42, "processingTime": 54},
}


class ReceivedRequest(NamedTuple):
    """A request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class QueuedResponse(NamedTuple):
    """A response to give."""

    status: int
    headers: Dict[str, str]
    body: bytes


class WireServer(ThreadingHTTPServer):
    """Gives its responses in turn, the last of them for ever."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.heard: List[ReceivedRequest] = []
        self._responses: List[QueuedResponse] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api"

    def say(
        self, body: Union[bytes, str, Any] = b"", status: int = 200, headers: Optional[Dict[str, str]] = None
    ) -> WireServer:
        """Queue a response: bytes or text as they are, anything else as JSON."""
        kind = "application/json"
        if isinstance(body, (bytes, str)):
            content, kind = body if isinstance(body, bytes) else body.encode(), "text/html"
        else:
            content = json.dumps(body).encode()
        self._responses.append(QueuedResponse(status, {"content-type": kind, **(headers or {})}, content))
        return self

    def stream(self, *events: str) -> WireServer:
        """Queue a stream of events, each as it travels."""
        return self.say("".join(events), headers={"content-type": "text/event-stream"})

    def cut(self) -> WireServer:
        """Queue the end of the connection, in the place of a response."""
        self._responses.append(QueuedResponse(0, {}, b""))
        return self

    def take(self) -> QueuedResponse:
        return self._responses.pop(0) if len(self._responses) > 1 else self._responses[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: WireServer

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.heard.append(ReceivedRequest(self.command, self.path, dict(self.headers), body))
        said = self.server.take()
        if not said.status:
            self.close_connection = True
            return
        (self.send_response_only if "date" in said.headers else self.send_response)(said.status)
        for name, value in {**said.headers, "content-length": str(len(said.body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(said.body)

    do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = do_HEAD = _respond

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def event(name: str, data: Any) -> str:
    """An event of a stream as the service sends it."""
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


START = event("start", {"conversationId": "conv_1"})
DONE = event("done", {"conversationId": "conv_1", "metadata": {"tokensUsed": 2, "processingTime": 9}})
