# SPDX-License-Identifier: MIT. Generated from overlays/_drift/async_compatibility.py: edit that file, then run `make generate`.
"""Asks the service whether it still is what the package was made for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, List, Optional

from infinity_assistant._drift.description import Description
from infinity_assistant._drift.report import (
    CompatibilityReport,
    OperationReport,
    build_probes,
    choose_operations,
    report_error,
    report_response,
    report_uncalled,
)
from infinity_assistant._models.call import Call
from infinity_assistant.errors import (
    InfinityAssistantArgumentError,
    InfinityAssistantClientClosedError,
    InfinityAssistantError,
    InfinityAssistantMissingKeyError,
)

_NOT_OF_THE_SERVICE = (
    InfinityAssistantArgumentError,
    InfinityAssistantClientClosedError,
    InfinityAssistantMissingKeyError,
)

if TYPE_CHECKING:
    from typing_extensions import Protocol

    class Requester(Protocol):
        """Whatever makes calls: the client."""

        def request(self, call: Call[Any]) -> Any:
            """Make one call."""


def check_compatibility(
    client: Requester, *, operations: Optional[Iterable[str]] = None
) -> CompatibilityReport:
    """Call the operations that only read and compare their responses with the API description.

    `operations` names those to call; all of them unless given. Nothing is changed on the service. An operation that
    needs an argument for which the description has no example is not called, and the report says so.

    Raises:
        InfinityAssistantArgumentError: There is no such operation.
        InfinityAssistantClientClosedError: The client has been closed.
    """
    description = Description.load_packaged()
    asked = choose_operations(description, operations)
    calls = dict(build_probes(description))
    reports: List[OperationReport] = []
    for name in calls if operations is None else asked:
        reports.append(_check_operation(client, description, name, calls.get(name)))
    return CompatibilityReport(description.version, tuple(reports), asked)


def _check_operation(
    client: Requester, description: Description, name: str, call: Optional[Call[Any]]
) -> OperationReport:
    if call is None:
        return report_uncalled(name, description.operations[name][0])
    try:
        response = client.request(call)
    except _NOT_OF_THE_SERVICE:
        raise
    except InfinityAssistantError as error:
        return report_error(description, name, error)
    return report_response(description, name, response.status_code, response.parsed)
