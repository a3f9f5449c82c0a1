"""What a new document of the service makes of our contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.contract.merge import merge
from generator.contract.operation_ids import find_missing_ids
from generator.contract.overlay import apply_overlay, load_overlay
from generator.contract.yaml_text import dump, edit_text, rewrite_text
from generator.document import Document, parse
from generator.errors import DocumentError, GeneratorError
from generator.leave_out import LeftOut, leave_out
from generator.package import CONTRACT
from generator.regenerate.spec import Spec
from generator.unsupported import find_unsupported


@dataclass(frozen=True)
class Incoming:
    """The contract to come, and what a person has to look at."""

    text: str
    document: Document
    applied: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class RefusedError(GeneratorError):
    """Everything that keeps a document from becoming the contract, and what to paste."""

    def __init__(self, errors: Sequence[DocumentError], snippet: str, *, can_leave_out: bool) -> None:
        lines = [str(error) for error in errors]
        count = "1 error" if len(lines) == 1 else f"{len(lines)} errors"
        remedy = "; --allow-unsupported leaves out the operations that this is about" if can_leave_out else ""
        lines.append(f"{count}{remedy}")
        super().__init__("\n".join(lines) + (f"\n\n{snippet}" if snippet else ""))
        self.errors = tuple(errors)


def receive(root: Path, spec: Spec, base: Spec | None, *, allow_unsupported: bool) -> Incoming:
    """Make the contract of a new document: merged into ours where its former state is given.

    Raises `RefusedError` with everything that cannot be generated, unless it may be left out.
    """
    incoming, errors = _merge(root, spec, base) if base else _overlay(root, spec)
    unsupported = [*errors, *find_unsupported(incoming.document)]
    if not unsupported:
        return incoming
    if not allow_unsupported or errors:
        # What the overlay says must be right first: nothing of the document can be left out for it.
        raise RefusedError(unsupported, find_missing_ids(incoming.document), can_leave_out=not errors)
    document, left_out = leave_out(incoming.document, unsupported)
    return Incoming(dump(document), document, incoming.applied, incoming.conflicts, tuple(left_out))


def _merge(root: Path, spec: Spec, base: Spec) -> tuple[Incoming, list[DocumentError]]:
    text, ours = _read_ours(root)
    result = merge(base.document, spec.document, ours)
    merged = edit_text(text, ours, result.edits)
    document = parse(merged.encode(), CONTRACT)
    overlaid = apply_overlay(document, load_overlay(root))
    if overlaid.document != document:
        merged, document = rewrite_text(merged, document, overlaid.document), overlaid.document
    conflicts = (*result.conflicts, *overlaid.conflicts)
    return Incoming(merged, document, tuple(result.applied), conflicts), overlaid.errors


def _overlay(root: Path, spec: Spec) -> tuple[Incoming, list[DocumentError]]:
    overlaid = apply_overlay(spec.document, load_overlay(root))
    text, document = spec.text, spec.document
    if spec.text.lstrip().startswith("{"):  # JSON has neither comments nor a layout: ours stay
        text, document = _read_ours(root)
    text = rewrite_text(text, document, overlaid.document)
    return Incoming(text, overlaid.document, (), tuple(overlaid.conflicts)), overlaid.errors


def _read_ours(root: Path) -> tuple[str, Document]:
    text = (root / CONTRACT).read_bytes().replace(b"\r\n", b"\n").decode("utf-8")
    return text, parse(text.encode(), CONTRACT)
