"""Operations, as the template of a function needs them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.arguments import Argument
from generator.code import format_docstring, to_literal
from generator.document import Document
from generator.modules import to_module_name
from generator.stream_events import to_event_class
from generator.value_types import to_value_literal


@dataclass(frozen=True)
class EventView:
    """An event of a stream: its name on the wire, its type, how it ends the stream, and what its data is."""

    wire: str
    event_type: str
    ends: str
    form: str

    @property
    def class_name(self) -> str:
        """The class of the event."""
        return to_event_class(self.event_type)

    @property
    def source(self) -> str:
        """The event as Python source."""
        read = f'reading.ModelReader(m, "{self.class_name}")'
        ends = f', ends="{self.ends}"' if self.ends else ""
        form = f', form="{self.form}"' if self.form != "object" else ""
        name = to_literal(self.wire)
        return f"{name}: StreamEvent({name}, {to_literal(self.event_type)}, {read}{ends}{form})"


@dataclass(frozen=True)
class OperationView:
    """An operation, ready to become a function."""

    name: str
    tag: str
    method: str
    path: str
    response: str
    reader: str
    #: Media types in which the response is text, not JSON.
    text_media_types: tuple[str, ...]
    arguments: tuple[Argument, ...]
    #: How the body is sent, as a call of `Call` names it: empty if there is none.
    body: str
    media_type: str
    #: A success may have no body.
    empty: bool
    #: Media types in which the response is bytes.
    binary: tuple[str, ...]
    #: Media types that are asked for; empty for JSON.
    accept: tuple[str, ...]
    #: Readers by status, where successes differ.
    readers: tuple[tuple[str, str], ...]
    events: tuple[EventView, ...]
    facts: Document

    @property
    def module(self) -> str:
        """The module of `api` in which it stands; a function may be called as its tag, so modules are private."""
        return f"_{to_module_name(self.tag)}"

    @property
    def constant(self) -> str:
        """The name of the constant; not every script has capitals."""
        upper = self.name.upper()
        return f"{upper}_OPERATION" if upper == self.name else upper

    @property
    def idempotent(self) -> bool:
        """Whether it is safe to repeat."""
        return bool(self.facts.get("x-idempotent", self.method in ("GET", "HEAD")))

    @property
    def deprecated(self) -> bool:
        """Whether the document advises against it."""
        return self.facts.get("deprecated") is True

    @property
    def deprecation(self) -> str:
        """The warning of a deprecated operation."""
        return f"{self.name} is deprecated: the service may cease to offer it"

    def at(self, place: str) -> list[Argument]:
        """Return the arguments that travel at `place`."""
        return [argument for argument in self.arguments if argument.place == place]

    @property
    def argument_names(self) -> list[tuple[str, str]]:
        """The wire names, as literals, with their place where several share one, and the names of the arguments."""
        count = Counter(argument.wire for argument in self.arguments)
        return [(to_literal(f"{a.place}.{a.wire}") if count[a.wire] > 1 else a.key, a.name) for a in self.arguments]

    @property
    def conditions(self) -> list[tuple[str, str, str]]:
        """Arguments that are required when another has a value: both names, and the value, as a literal."""
        names = {argument.wire: argument.name for argument in self.arguments}
        return [
            (argument.name, names[wire], to_value_literal(value))
            for argument in self.arguments
            for wire, value in argument.facts.get("x-required-when", {}).items()
            if wire in names and not argument.required
        ]

    @property
    def styles(self) -> list[tuple[str, str]]:
        """The names on the wire, as literals, of parameters that are not written as usual, and how they are."""
        found = [argument for argument in self.arguments if argument.style and argument.place != "header"]
        return [(to_literal(f"{argument.place}.{argument.wire}"), argument.style) for argument in found]

    @property
    def doc(self) -> str:
        """The docstring."""
        parts = [str(self.facts.get(key, "")).strip() for key in ("summary", "description")]
        described = (argument for argument in self.arguments if argument.doc)
        arguments = [f"- `{argument.name}`: {' '.join(argument.doc.split())}" for argument in described]
        is_choice = bool(self.text_media_types and self.reader)
        text_media_types = (
            f"Where the arguments ask for {' or '.join(self.text_media_types)}, the response is a `str`."
            if is_choice
            else ""
        )
        deprecated = "Deprecated: the service may cease to offer it." if self.deprecated else ""
        return format_docstring(
            "\n\n".join(filter(None, [*parts, text_media_types, deprecated, "\n".join(arguments)])) or self.name
        )
