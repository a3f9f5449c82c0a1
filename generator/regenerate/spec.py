"""The new document: from a file, or from a URL with its size and time bounded."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

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
    document = parse(content, spec)
    text = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").decode("utf-8")
    return Spec(spec if is_url else Path(spec).name, text, document)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise GeneratorError(f"{path}: {problem.strerror}; name a file, or an http or https URL") from None


def _download(url: str) -> bytes:
    content = b""
    try:
        with httpx.stream("GET", url, follow_redirects=True, timeout=_SECONDS) as response:
            response.raise_for_status()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > MEGABYTES * 2**20:
                    raise GeneratorError(f"{url}: more than {MEGABYTES} MB; name a smaller document")
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        raise GeneratorError(f"{url}: {problem}; name a file, or an http or https URL") from None
    return content
