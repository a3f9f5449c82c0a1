"""The code that the client lacks, ready to be pasted."""

from __future__ import annotations

from generator.facade.docstrings import explain_arguments, method_docstring
from generator.facade.reading import ApiFunction, Argument

_WIDTH = 120
_OPTIONS = "**options: t.Unpack[t.CallOptions]"


def method_source(function: ApiFunction) -> str:
    """A method for an operation, in the manner of its neighbours."""
    result, how = (function.stream, "self._stream") if function.events else (function.returns, "await self._send")
    definition = f"    {'' if function.events else 'async '}def {function.name}("
    head = _fitted(definition, ["self", *_signature(function)], f") -> {result}:", 4)
    passed = [f"{name}={name}" for name in function.arguments]
    call = _fitted(f"        return {how}(", [f"api.{function.name}", "options", *passed], ")", 8)
    mark = f"    @{function.deprecation}\n" if function.deprecation else ""
    return f"{mark}{head}\n{method_docstring(function)}\n{call}"


def parameter_source(argument: Argument) -> str:
    """The lines for a parameter: in the signature, and in the call."""
    signature = f"        {declare(argument)},"
    explanation = "\n".join(explain_arguments([argument]))
    call = f"            {argument.name}={argument.name},"
    return f"{signature}\n\nin the docstring:\n\n{explanation}\n\nand in the call:\n\n{call}"


def _signature(function: ApiFunction) -> list[str]:
    required = [declare(argument) for argument in function.arguments.values() if argument.required]
    optional = [declare(argument) for argument in function.arguments.values() if not argument.required]
    return [*required, *(["*"] if optional else []), *optional, _OPTIONS]


def declare(argument: Argument) -> str:
    """A parameter as it stands in a signature."""
    return f"{argument.name}: {argument.annotation}{'' if argument.required else f' = {argument.default}'}"


def _fitted(start: str, parts: list[str], end: str, indent: int) -> str:
    line = f"{start}{', '.join(parts)}{end}"
    if len(line) <= _WIDTH:
        return line
    margin = " " * indent
    return "\n".join([start, *(f"{margin}    {part}," for part in parts), f"{margin}{end}"])
