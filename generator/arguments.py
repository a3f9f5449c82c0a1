"""The arguments of an operation, and the checks that the document asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.code import find_first_sentence, to_literal
from generator.document import Document
from generator.schema_facts import write_description
from generator.value_types import ValueType, to_value_literal

UTF16 = "utf-16"
#: More values than these are no help to a reader.
_MOST_VALUES = 20


@dataclass(frozen=True)
class Argument:
    """A parameter of an operation, a property of its body, or its body as a whole.

    `place` is path, query, header, body or payload. `style` says how a parameter is written, where that is not usual.
    """

    wire: str
    name: str
    place: str
    kind: ValueType
    required: bool
    facts: Document
    style: str = ""
    #: The operation changes what is there (PATCH): null clears a value, and absence leaves it.
    may_clear: bool = False

    @property
    def key(self) -> str:
        """The name on the wire, as a literal."""
        return to_literal(self.wire)

    @property
    def declaration(self) -> str:
        """The parameter in the signature."""
        plain = self.kind.annotate_argument()
        if self.required:
            return f"{self.name}: {f'Optional[{plain}]' if self.kind.nullable else plain}"
        if self.is_clearable:
            return f"{self.name}: Union[{plain}, NotGiven, None] = NOT_GIVEN"
        return f"{self.name}: {plain if plain == 'Any' else f'Optional[{plain}]'} = None"

    @property
    def is_clearable(self) -> bool:
        """Whether `None` says something else than nothing."""
        return self.may_clear and self.kind.nullable and not self.required and self.kind.tag != "any"

    @property
    def given(self) -> str:
        """The condition under which an argument that may be left out was given."""
        return f"{self.name} is not {'NOT_GIVEN' if self.is_clearable else 'None'}"

    @property
    def value(self) -> str:
        """The expression for the value on the wire, checked as the document says."""
        checked = _build_check(self.kind, to_literal(self.name), self.name, self.facts)
        if self.place == "header":
            style = f", {to_literal(self.style)}" if self.style else ""
            return f"check.check_header({to_literal(self.name)}, {checked}{style})"
        unset = (self.required or self.is_clearable) and self.kind.nullable and checked != self.name
        return f"None if {self.name} is None else {checked}" if unset else checked

    @property
    def deprecations(self) -> list[tuple[str, str]]:
        """When to warn of its use, as expressions, and the messages."""
        found = []
        if self.facts.get("deprecated") is True and not self.required:
            found.append((self.given, to_literal(f"{self.name} is deprecated: the service may ignore it")))
        for value in self.facts.get("x-deprecated-values", ()):
            message = to_literal(f"{self.name}={value!r} is deprecated: the service may cease to know it")
            found.append((f"{self.name} == {to_value_literal(value)}", message))
        return found

    @property
    def doc(self) -> str:
        """The description, with the values that are known."""
        return " ".join(filter(None, [write_description(self.facts), _format_known_values(self.kind, self.facts)]))


def _format_known_values(kind: ValueType, facts: Document) -> str:
    """Format the values of an enum, in the order of the document where it stands there."""
    if kind.tag == "list":
        return _format_known_values(kind.inner[0], {})
    values = [value for value in facts.get("enum", kind.values) if value is not None]
    return f"One of {', '.join(f'`{value}`' for value in values)}." if 1 < len(values) <= _MOST_VALUES else ""


def _build_check(kind: ValueType, name: str, value: str, facts: Document) -> str:
    """Build the expression that checks an argument and puts it into wire form."""
    if kind.tag in ("string", "enum") and all(isinstance(known, str) for known in kind.values):
        if facts.get("x-checked") is True and kind.values:
            return f"check.check_choice({name}, {value}, {_format_values(kind)})"
        return f"check.check_text({name}, {value}{_list_limits(facts)})"
    if kind.tag == "list":
        item = kind.inner[0]
        allowed = f", allowed={_format_values(item)}" if facts.get("x-checked") is True and item.values else ""
        min_items = f", min_items={int(facts['minItems'])}" if facts.get("minItems") else ""
        value = f"check.check_list({name}, {value}{min_items}{allowed})"
    elif kind.tag == "map" and not kind.models():
        return f"check.check_mapping({name}, {value})"
    if kind.models():
        return f"check.check_object({name}, {value}, {kind.annotate('m.')})"
    return value


def _list_limits(facts: Document) -> str:
    """List the keywords of a check of text, only those that the document sets."""
    limits = {
        "min_length": int(facts.get("minLength") or 0) or None,
        "max_length": int(facts["maxLength"]) if facts.get("maxLength") is not None else None,
        "blank": False if facts.get("x-not-blank") is True else None,
        "unit": "check.UTF16" if facts.get("x-length-unit") == UTF16 and "maxLength" in facts else None,
        "pattern": _translate_pattern(facts["pattern"]) if _is_pattern(facts) else None,
        "description": to_literal(find_first_sentence(facts.get("description", ""))) if _is_pattern(facts) else None,
    }
    return "".join(f", {key}={value}" for key, value in limits.items() if value is not None)


def _is_pattern(facts: Document) -> bool:
    """Return whether there is a pattern that Python understands; the service checks any other alone."""
    try:
        re.compile(facts.get("pattern", "("))
    except re.error:
        return False
    return True


def _translate_pattern(pattern: str) -> str:
    """Return a pattern for Python, in which `$` would let a line feed pass."""
    ends = pattern.endswith("$") and not pattern.endswith("\\$")
    return to_literal(pattern[:-1] + r"\Z" if ends else pattern)


def _format_values(kind: ValueType) -> str:
    return f"({', '.join(to_literal(str(value)) for value in kind.values)},)"
