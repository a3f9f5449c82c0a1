"""The new document: from a file, or from a URL with its size and time bounded."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import httpx

from generator.checks import check
from generator.document import MEGABYTES, parse
from generator.errors import GeneratorError

_SECONDS = 30.0


def fetched(spec: str) -> bytes:
    """The bytes of a document that can be generated from, with LF line ends. Raises `GeneratorError` for any other."""
    content = _downloaded(spec) if urlsplit(spec).scheme in ("http", "https") else _read(Path(spec))
    check(parse(content, spec))
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise GeneratorError(f"{path}: {problem.strerror}; name a file, or an http or https URL") from None


def _downloaded(url: str) -> bytes:
    content = b""
    try:
        with httpx.stream("GET", url, follow_redirects=True, timeout=_SECONDS) as answer:
            answer.raise_for_status()
            for chunk in answer.iter_bytes():
                content += chunk
                if len(content) > MEGABYTES * 2**20:
                    raise GeneratorError(f"{url}: more than {MEGABYTES} MB")
    except httpx.HTTPError as problem:
        raise GeneratorError(f"{url}: {problem}") from None
    return content
