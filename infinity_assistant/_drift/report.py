# SPDX-License-Identifier: MIT. Generated from overlays/_drift/report.py: edit that file, then run `make generate`.
"""What `client.check_compatibility()` finds, and which calls it makes. Nothing here does I/O."""

from __future__ import annotations

from typing import Any, Dict, Iterable, Iterator, List, Literal, Mapping, Optional, Tuple

from attrs import frozen

from infinity_assistant._drift.description import Description
from infinity_assistant._drift.difference import Difference
from infinity_assistant._models.call import Call
from infinity_assistant._models.json_reader import keep
from infinity_assistant._models.operation import Operation
from infinity_assistant._models.pydantic_hooks import InstanceHooks
from infinity_assistant._text import suggest
from infinity_assistant.errors import (
    InfinityAssistantAPIError,
    InfinityAssistantArgumentError,
    InfinityAssistantError,
    InfinityAssistantResponseError,
)

#: Who calls, and how often, is no matter of the description; any operation may be refused for it.
_SAY_NOTHING = frozenset({401, 403, 407, 408, 425, 429})


@frozen
class OperationReport:
    """What one operation responded with.

    `problem` says why nothing was compared: the operation was not called, it was refused, or there was no response
    (`status_code` is `None` then).
    """

    operation: str
    status_code: Optional[int] = None
    differences: Tuple[Difference, ...] = ()
    problem: Optional[str] = None


@frozen
class CompatibilityReport(InstanceHooks):
    """How the service compares with the API description of this version of the package.

    `asked` names the operations that were to be compared.
    """

    api_version: str
    operations: Tuple[OperationReport, ...]
    asked: Tuple[str, ...] = ()

    @property
    def differences(self) -> Tuple[Difference, ...]:
        """Every difference, in the order of the operations."""
        return tuple(difference for report in self.operations for difference in report.differences)

    @property
    def verdict(self) -> Literal["compatible", "incompatible", "undecided"]:
        """Whether code that was written for the description can rely on the responses.

        "incompatible" if one has missing fields, other types, or a status that is not described; further fields, values
        and events do not count against it. "undecided" if something that was asked for could not be compared: a service
        that does not respond is not compatible.
        """
        if any(difference.kind in ("missing", "type", "status") for difference in self.differences):
            return "incompatible"
        compared = {report.operation for report in self.operations if report.problem is None}
        return "compatible" if self.asked and compared.issuperset(self.asked) else "undecided"

    @property
    def compatible(self) -> bool:
        """Whether everything that was asked for was compared, and fits."""
        return self.verdict == "compatible"

    def __str__(self) -> str:
        verdict = {"incompatible": "not compatible"}.get(self.verdict, self.verdict)
        lines = [f"API {self.api_version}: {verdict}"]
        for report in self.operations:
            lines.append(f"  {report.operation}: {report.problem or report.status_code}")
            lines.extend(f"    {d.place or 'the response'} {d.detail}" for d in report.differences)
        return "\n".join(lines)


def build_probes(description: Description) -> Iterator[Tuple[str, Optional[Call[Any]]]]:
    """Build the operations that only read, each with a call of it, or `None` if a required argument has no example."""
    for name, (method, path, _) in description.operations.items():
        if method == "GET":
            arguments = _collect_arguments(description, name)
            operation = Operation(name, method, path, read=keep, idempotent=True)
            yield name, None if arguments is None else Call(operation, path=arguments["path"], query=arguments["query"])


def choose_operations(description: Description, operations: Optional[Iterable[str]]) -> Tuple[str, ...]:
    """Return the names of the operations that are to be compared: those that are given, else all that can be called.

    Raises:
        InfinityAssistantArgumentError: There is no such operation.
    """
    if operations is None:
        return tuple(name for name, call in build_probes(description) if call is not None)
    if isinstance(operations, (str, bytes)) or not isinstance(operations, Iterable):
        raise InfinityAssistantArgumentError("operations must be a list of names", argument="operations")
    asked = tuple(operations)
    for name in asked:
        if not isinstance(name, str) or name not in description.operations:
            suggestion = (
                suggest(name, description.operations) or f"; there are {', '.join(sorted(description.operations))}"
            )
            raise InfinityAssistantArgumentError(f"operations: there is no {name!r}{suggestion}", argument="operations")
    return asked


def report_uncalled(name: str, method: str) -> OperationReport:
    """Return the report on an operation that was not called."""
    if method != "GET":
        return OperationReport(name, problem="not called: it does not only read")
    return OperationReport(name, problem="not called: a required argument has no example in the API description")


def report_response(description: Description, operation: str, status: int, value: Any) -> OperationReport:
    """Return the report on a response."""
    return OperationReport(operation, status, tuple(description.differences(operation, value, status)))


def report_error(description: Description, operation: str, error: InfinityAssistantError) -> OperationReport:
    """Return the report on a failed call.

    A success that cannot be read is a difference, and so is an error that is not described. Any other error says
    nothing of the responses that programs rely on.
    """
    status = error.status_code
    if isinstance(error, InfinityAssistantResponseError):
        difference = Difference(operation, "type", "", f"cannot be read: {error.message}")
        return OperationReport(operation, status, (difference,))
    is_client_error = isinstance(error, InfinityAssistantAPIError) and status is not None and status < 500
    if is_client_error and status not in _SAY_NOTHING:
        report = report_response(description, operation, int(status or 0), error.response)
        if report.differences:
            return report
    return OperationReport(operation, status, problem=str(error))


def _collect_arguments(description: Description, operation: str) -> Optional[Dict[str, Dict[str, Any]]]:
    found: Dict[str, Dict[str, Any]] = {"path": {}, "query": {}, "header": {}, "cookie": {}}
    for parameter in description.parameters(operation):
        if parameter.get("required"):
            examples = _collect_examples(parameter)
            if not examples:
                return None
            found[parameter["in"]][parameter["name"]] = examples[0]
    return found


def _collect_examples(parameter: Mapping[str, Any]) -> List[Any]:
    """Collect the examples of a parameter, in each of the ways in which OpenAPI can give them."""
    schema = parameter.get("schema", {})
    own_examples = [node["example"] for node in (parameter, schema) if "example" in node]
    named_examples = [example["value"] for example in parameter.get("examples", {}).values() if "value" in example]
    return [*own_examples, *named_examples, *schema.get("examples", [])]
