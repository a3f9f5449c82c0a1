# SPDX-License-Identifier: MIT
"""What `client.check_compatibility()` finds, and which calls it makes. Nothing here does I/O."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple

from attrs import frozen

from infinity_assistant._drift.description import Description, Difference
from infinity_assistant._models.call import Call, Operation
from infinity_assistant._models.pydantic_hooks import InstanceHooks
from infinity_assistant.errors import InfinityAssistantAPIError, InfinityAssistantError


@frozen
class OperationReport:
    """What one operation answered.

    `status_code` is `None` when there was no answer; `problem` then says why, in particular why the operation was not
    called.
    """

    operation: str
    status_code: Optional[int] = None
    differences: Tuple[Difference, ...] = ()
    problem: Optional[str] = None


@frozen
class CompatibilityReport(InstanceHooks):
    """How the service compares with the API description of this version of the package."""

    api_version: str
    operations: Tuple[OperationReport, ...]

    @property
    def differences(self) -> Tuple[Difference, ...]:
        """Every difference, in the order of the operations."""
        return tuple(difference for report in self.operations for difference in report.differences)

    @property
    def compatible(self) -> bool:
        """Whether code that was written for the description can rely on the answers.

        Further fields, values and events do not count against it; missing fields, other types and answers that are
        not described do.
        """
        return not any(difference.kind in ("missing", "type", "status") for difference in self.differences)

    def __str__(self) -> str:
        lines = [f"API {self.api_version}: {'compatible' if self.compatible else 'not compatible'}"]
        for report in self.operations:
            lines.append(f"  {report.operation}: {report.problem or report.status_code}")
            lines.extend(f"    {d.place or 'the answer'} {d.detail}" for d in report.differences)
        return "\n".join(lines)


def build_probes(description: Description) -> Iterator[Tuple[str, Optional[Call[Any]]]]:
    """The operations that only read, each with a call of it, or `None` if a required argument has no example."""
    for name, (method, path, _) in description.operations.items():
        if method == "GET":
            arguments = _collect_arguments(description, name)
            operation = Operation(name, method, path, read=_return_unchanged, idempotent=True)
            yield name, None if arguments is None else Call(operation, path=arguments["path"], query=arguments["query"])


def report_answer(description: Description, operation: str, status: int, value: Any) -> OperationReport:
    """The report on an answer."""
    return OperationReport(operation, status, tuple(description.differences(operation, value, status)))


def report_error(description: Description, operation: str, error: InfinityAssistantError) -> OperationReport:
    """The report on a failed call: an error that the description knows is an answer, a failure of the day is none."""
    status = error.status_code
    if not isinstance(error, InfinityAssistantAPIError) or status is None or status == 429 or status >= 500:
        return OperationReport(operation, status, problem=str(error))
    return report_answer(description, operation, status, error.response)


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
    """The examples of a parameter, in each of the ways in which OpenAPI can give them."""
    schema = parameter.get("schema", {})
    own_examples = [node["example"] for node in (parameter, schema) if "example" in node]
    named_examples = [example["value"] for example in parameter.get("examples", {}).values() if "value" in example]
    return [*own_examples, *named_examples, *schema.get("examples", [])]


def _return_unchanged(value: Any) -> Any:
    return value
