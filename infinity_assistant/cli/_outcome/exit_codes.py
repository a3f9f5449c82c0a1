# SPDX-License-Identifier: MIT. Generated from overlays/cli/_outcome/exit_codes.py: edit that file, then run `make generate`.
"""Define the exit codes and what they mean."""

from __future__ import annotations

OK = 0
FAILED = 1
USAGE = 2
NETWORK = 3
AUTHENTICATION = 4
RATE_LIMIT = 5
INCOMPLETE = 6
INTERRUPTED = 130
BROKEN_PIPE = 141

MEANINGS = {
    OK: "success",
    FAILED: "the service rejected the request or failed, or is not healthy",
    USAGE: "wrong usage, or an invalid argument",
    NETWORK: "the service could not be reached, took too long, or the connection was lost",
    AUTHENTICATION: "the API key is missing, wrong, or does not allow this",
    RATE_LIMIT: "the quota is used up",
    INCOMPLETE: "some calls of a job failed, or are in doubt",
    INTERRUPTED: "interrupted by Ctrl-C",
    BROKEN_PIPE: "the reader of the output closed it",
}
