# SPDX-License-Identifier: MIT
"""Asks the service whether it still is what the package was made for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Sequence

from infinity_assistant._drift.description import Description
from infinity_assistant._drift.report import (
    CompatibilityReport,
    OperationReport,
    build_probes,
    report_answer,
    report_error,
)
from infinity_assistant._models.call import Call
from infinity_assistant.errors import InfinityAssistantError

if TYPE_CHECKING:
    from typing_extensions import Protocol

    class AsyncRequester(Protocol):
        """Whatever makes calls: the client."""

        async def request(self, call: Call[Any]) -> Any:
            """Make one call."""


async def check_compatibility(
    client: AsyncRequester, *, operations: Optional[Sequence[str]] = None
) -> CompatibilityReport:
    """Call the operations that only read and compare their answers with the API description.

    `operations` names those to call; all of them unless given. Nothing is changed on the service. An operation that
    needs an argument for which the description has no example is not called, and the report says so.
    """
    description = Description.load_packaged()
    reports: List[OperationReport] = []
    for name, call in build_probes(description):
        if operations is None or name in operations:
            reports.append(await _check_operation(client, description, name, call))
    return CompatibilityReport(description.version, tuple(reports))


async def _check_operation(
    client: AsyncRequester, description: Description, name: str, call: Optional[Call[Any]]
) -> OperationReport:
    if call is None:
        return OperationReport(name, problem="not called: a required argument has no example in the API description")
    try:
        response = await client.request(call)
    except InfinityAssistantError as error:
        return report_error(description, name, error)
    return report_answer(description, name, response.status_code, response.parsed)
