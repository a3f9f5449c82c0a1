"""The new document: from a file, or from a URL with its size and time bounded."""

from __future__ import annotations

import hashlib
import ipaddress
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

import httpx

from generator.document import MEGABYTES, Document, parse
from generator.errors import GeneratorError

_SECONDS = 30.0


class Spec(NamedTuple):
    """A document as it came. `source` is its URL, or the name of its file without the folders of this machine."""

    source: str
    text: str
    document: Document

    @property
    def sha256(self) -> str:
        """The hash of its text, with LF line ends."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def fetch_spec(spec: str) -> Spec:
    """Read a document, with LF line ends. Raises `GeneratorError` for what cannot be read as one."""
    is_url = urlsplit(spec).scheme in ("http", "https")
    content = _download(spec) if is_url else _read(Path(spec))
    document = parse(content, _remove_password(spec) if is_url else spec)
    text = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").decode("utf-8")
    return Spec(_remove_password(spec) if is_url else Path(spec).name, text, document)


def _remove_password(url: str) -> str:
    """Return the address as it may be shown: its user and password left out."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise GeneratorError(f"{path}: {problem.strerror}; name a file, or an http or https URL") from None


def _download(url: str) -> bytes:
    shown, content, deadline = _remove_password(url), b"", time.monotonic() + _SECONDS
    hooks = {"request": [lambda request: _check_redirect(url, request)]}
    try:
        with (
            httpx.Client(follow_redirects=True, max_redirects=5, timeout=_SECONDS, event_hooks=hooks) as client,
            client.stream("GET", url) as response,
        ):
            if not response.is_success:
                raise GeneratorError(f"{shown}: status {response.status_code}; name a file, or an http or https URL")
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > MEGABYTES * 2**20:
                    raise GeneratorError(f"{shown}: more than {MEGABYTES} MB; name a smaller document")
                if time.monotonic() > deadline:
                    raise GeneratorError(
                        f"{shown}: not complete after {_SECONDS:.0f} s; download it, and name the file"
                    )
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        reason = str(problem).replace(url, shown)
        raise GeneratorError(f"{shown}: {reason}; name a file, or an http or https URL") from None
    return content


def _check_redirect(url: str, request: httpx.Request) -> None:
    """Let no web server lead to a service of this machine, or of its network's metadata."""
    host = request.url.host
    if host != urlsplit(url).hostname and _is_private(host):
        raise GeneratorError(
            f"{_remove_password(url)}: it redirects to {host}, which is not followed; name that URL itself"
        )


def _is_private(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
    return not address.is_global
