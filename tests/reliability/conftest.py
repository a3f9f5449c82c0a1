from __future__ import annotations

from functools import lru_cache
from typing import Iterator

import pytest

from .certificates import Certificates


@lru_cache(maxsize=None)
def _make_certificates() -> Certificates:
    """One authority for the process: folders that share the fixture set it up anew, and all trust the same."""
    return Certificates()


@pytest.fixture(scope="session", autouse=True)
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Certificates]:
    """Certificates whose authority every client of these tests trusts, by way of the environment."""
    made = _make_certificates()
    path = tmp_path_factory.mktemp("tls") / "authority.pem"
    made.authority.cert_pem.write_to_path(str(path))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(path))
        for name in (
            "SSL_CERT_DIR",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "http_proxy",
            "https_proxy",
            "all_proxy",
        ):
            patch.delenv(name, raising=False)
        yield made
