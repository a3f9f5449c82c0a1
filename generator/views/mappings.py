"""Models among arguments as mappings, as the template of a TypedDict needs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.code import to_literal
from generator.modules import to_module_name
from generator.value_types import DICT, PARAM, ValueType
from generator.views.schemas import Field, ModelView


@dataclass(frozen=True)
class DictView:
    """A model among arguments, as a mapping: a TypedDict with the names on the wire and those of Python."""

    model: ModelView
    circle: frozenset[str]

    @property
    def name(self) -> str:
        """The name of the TypedDict."""
        return f"{self.model.name}{DICT}"

    @property
    def param(self) -> str:
        """The name of the type of an argument that is the model or the mapping."""
        return f"{self.model.name}{PARAM}"

    @property
    def module(self) -> str:
        """The module in which both stand."""
        return to_module_name(self.name)

    @property
    def keys(self) -> list[tuple[str, str, str]]:
        """Each key as a literal, its type, and its description."""
        return [
            (to_literal(name), self._build_type(field), field.doc)
            for field in self.model.fields
            for name in dict.fromkeys((field.name, field.wire))
        ]

    def _build_type(self, field: Field) -> str:
        plain = field.kind.annotate_argument("", self.circle | {self.param})
        nullable = f"Optional[{plain}]" if field.kind.nullable and plain != "Any" else plain
        # One of two spellings is enough, which no type can say.
        is_given = field.required and field.facts.get("readOnly") is not True
        return f"Required[{nullable}]" if is_given and field.name == field.wire else nullable

    @property
    def needs(self) -> frozenset[str]:
        """The types of arguments that its own types name."""
        models = frozenset[ValueType]().union(*(field.kind.models() for field in self.model.fields))
        return frozenset(f"{kind.name}{PARAM}" for kind in models if not kind.free)

    @property
    def imports(self) -> list[tuple[str, str]]:
        """Module and name of what must be there before it begins."""
        plain = [(to_module_name(name), name) for name in sorted(self.model.needs | {self.model.name})]
        return [*plain, *_list_param_modules(self.needs - self.circle - {self.param})]

    @property
    def late_imports(self) -> list[tuple[str, str]]:
        """Module and name of what is imported when it is there."""
        return _list_param_modules(self.circle - {self.param})


def _list_param_modules(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(to_module_name(f"{name.removesuffix(PARAM)}{DICT}"), name) for name in sorted(names)]
