"""What the service says about when to come back, sensible or not."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime
from typing import Any, Callable, Dict, Tuple

from ..case import Case, case
from ..responses import CHAT, QUOTA, response
from ..server import Script
from ..steps import read, send, send_now

OK: Script = [read, send(response(CHAT))]


def limit(status: int = 429, body: Any = None, **headers: str) -> Script:
    """A response that asks to come back later."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return [read, send(response({"error": "slow down"} if body is None else body, status, named))]


def later(make: Callable[[dt.datetime], str], seconds: float, header: str = "Retry-After") -> Script:
    """A response that names a time which lies that far ahead when it is sent."""

    def data(_: Any) -> bytes:
        moment = dt.datetime.now(dt.timezone.utc) + dt.timedelta(seconds=seconds)
        return response({"error": "slow down"}, 429, {header: make(moment)})

    return [read, send_now(data)]


def imf(moment: dt.datetime) -> str:
    return format_datetime(moment, usegmt=True)


def rfc_850(moment: dt.datetime) -> str:
    return moment.strftime("%A, %d-%b-%y %H:%M:%S GMT")


def asctime(moment: dt.datetime) -> str:
    return moment.strftime("%a %b %d %H:%M:%S %Y")


def epoch(moment: dt.datetime) -> str:
    return str(int(moment.timestamp()))


def again(name: str, script: Script, **facts: Any) -> Case:
    """The client comes back."""
    return case(f"{name}-then-fine", "chat", script, OK, returns="Hello.", attempts=2, **facts)


def at_once(name: str, script: Script, **facts: Any) -> Case:
    """The wait would be too long: the client says so at once."""
    return case(f"{name}-is-raised", "chat", script, raises="RateLimitError", within=0.6, **facts)


def asks_for(low: float, high: float) -> Callable[[Any, Any], None]:
    """The error says how many seconds the service asked for."""

    def check(outcome: Any, _: Any) -> None:
        assert low <= outcome.error.retry_after <= high

    return check


def quota(outcome: Any, _: Any) -> None:
    """The error says what the quota is and when it starts anew."""
    error = outcome.error
    assert (error.limit, error.remaining) == (50, 0)
    assert error.reset_at == dt.datetime(2099, 1, 1, tzinfo=dt.timezone.utc)


def odd_quota(**changes: Any) -> Dict[str, Any]:
    return {**QUOTA, "rateLimit": {**QUOTA["rateLimit"], **changes}}


INVALID = {
    "negative": "-5",
    "negative-zero": "-0.0",
    "nan": "NaN",
    "infinite": "inf",
    "minus-infinite": "-inf",
    "empty": "",
    "text": "soon",
    "words": "in a minute",
    "hex": "0x10",
    "with-unit": "5s",
    "list": "1, 2",
    "401-digits": "9" * 401,
    "underscore": "1_0",
    "latin-1-digit": "\xb2",
    "year-99999": "Fri, 31 Dec 99999 23:59:59 GMT",
    "year-0": "Sat, 01 Jan 0000 00:00:00 GMT",
    "no-such-day": "Fri, 31 Feb 2026 23:59:59 GMT",
    "hour-25": "Sun, 22 Nov 2026 25:00:00 GMT",
    "exponent": "1e400",
    "date-with-huge-zone": "Sun, 22 Nov 2026 10:00:00 +999999999999",
}

CASES: Tuple[Case, ...] = (
    *(again(f"invalid-{name}", limit(Retry_After=value), within=2.0) for name, value in INVALID.items()),
    again("seconds", limit(Retry_After="1"), at_least=1.0, within=1.6),
    again("float", limit(Retry_After="0.2"), at_least=0.2, within=0.8),
    again("zero", limit(Retry_After="0"), within=0.6),
    again("503-seconds", limit(503, Retry_After="0.2"), at_least=0.2, within=0.8),
    again("milliseconds", limit(Retry_After_Ms="200", Retry_After="30"), at_least=0.2, within=0.8),
    again("invalid-milliseconds", limit(Retry_After_Ms="soon", Retry_After="0.2"), at_least=0.2, within=0.8),
    again("date", later(imf, 2.0), at_least=0.7, within=2.9),
    again("rfc-850", later(rfc_850, 2.0), at_least=0.7, within=2.9),
    again("asctime", later(asctime, 2.0), at_least=0.7, within=2.9),
    again("past-date", later(imf, -3600), within=0.9),
    again("past-rfc-850", later(rfc_850, -3600), within=0.9),
    again("long-past-date", limit(Retry_After="Thu, 01 Jan 1970 00:00:00 GMT"), within=0.9),
    again("reset", later(epoch, 2.0, "X-RateLimit-Reset"), at_least=0.7, within=2.9),
    again("small-reset", limit(X_RateLimit_Reset="5"), within=0.9),
    again("past-reset", limit(X_RateLimit_Reset="1100000000"), within=0.9),
    again("invalid-reset", limit(X_RateLimit_Reset="tomorrow"), within=0.9),
    at_once("beyond-the-deadline", limit(Retry_After="30"), check=asks_for(30, 30)),
    at_once("beyond-a-minute", limit(Retry_After="61"), timeout=600.0, check=asks_for(61, 61)),
    at_once("a-billion", limit(Retry_After="1000000000"), check=asks_for(1e9, 1e9)),
    at_once("year-9999", limit(Retry_After="Fri, 31 Dec 9999 23:59:59 GMT"), check=asks_for(1e9, 1e12)),
    at_once("far-date", later(imf, 3600), check=asks_for(3500, 3600)),
    at_once("far-rfc-850", later(rfc_850, 3600), check=asks_for(3500, 3600)),
    at_once("far-asctime", later(asctime, 3600), check=asks_for(3500, 3600)),
    at_once("far-reset", later(epoch, 3600, "X-RateLimit-Reset")),
    at_once("daily-quota", limit(body=QUOTA), check=quota),
    at_once("should-not-retry", limit(X_Should_Retry="false")),
    again("should-retry", limit(X_Should_Retry="true"), within=2.0),
    case("503-should-not-retry", "health", limit(503, X_Should_Retry="false"), raises="ServerError"),
    case("500-should-retry", "chat", limit(500, X_Should_Retry="true"), raises="ServerError"),
    case("stream-daily-quota", "stream", limit(body=QUOTA), raises="RateLimitError", within=0.6, open=1, check=quota),
    case("503-a-billion", "health", limit(503, Retry_After="1000000000"), raises="ServerError", within=0.6),
    *(
        again(f"quota-{name}", limit(body=body), within=2.0)
        for name, body in {
            "reset-text": odd_quota(reset_at="tomorrow"),
            "reset-number": odd_quota(reset_at=7),
            "reset-null": odd_quota(reset_at=None),
            "year-99999": odd_quota(reset_at="99999-01-01T00:00:00Z"),
            "limit-a-list": odd_quota(limit=[], reset_at=None),
            "past": odd_quota(reset_at="1999-01-01T00:00:00Z"),
            "a-list": {**QUOTA, "rateLimit": []},
        }.items()
    ),
)
