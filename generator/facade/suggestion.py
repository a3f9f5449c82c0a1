"""The code that the client lacks, ready to be pasted."""

from __future__ import annotations

from generator.facade.api_functions import ApiFunction
from generator.facade.docstrings import build_docstring, explain_arguments
from generator.facade.signatures import DeclaredArgument

_WIDTH = 120
_OPTIONS = "**options: t.Unpack[t.CallOptions]"


def write_method(function: ApiFunction) -> str:
    """Write a method for an operation, in the manner of its neighbours."""
    result, how = (function.stream, "self._stream") if function.events else (function.returns, "await self._send")
    definition = f"    {'' if function.events else 'async '}def {function.name}("
    head = _fit(definition, ["self", *_write_signature(function)], f") -> {result}:", 4)
    passed = [f"{name}={name}" for name in function.arguments]
    call = _fit(f"        return {how}(", [f"api.{function.name}", "options", *passed], ")", 8)
    mark = f"    @{function.deprecation}\n" if function.deprecation else ""
    return f"{mark}{head}\n{build_docstring(function)}\n{call}"


def write_parameter(argument: DeclaredArgument) -> str:
    """Write the lines for a parameter: in the signature, and in the call."""
    signature = f"        {declare(argument)},"
    explanation = "\n".join(explain_arguments([argument]))
    call = f"            {argument.name}={argument.name},"
    return f"{signature}\n\nin the docstring:\n\n{explanation}\n\nand in the call:\n\n{call}"


def _write_signature(function: ApiFunction) -> list[str]:
    required = [declare(argument) for argument in function.arguments.values() if argument.required]
    optional = [declare(argument) for argument in function.arguments.values() if not argument.required]
    return [*required, *(["*"] if optional else []), *optional, _OPTIONS]


def declare(argument: DeclaredArgument) -> str:
    """Return a parameter as it stands in a signature."""
    return f"{argument.name}: {argument.annotation}{'' if argument.required else f' = {argument.default}'}"


def _fit(start: str, parts: list[str], end: str, indent: int) -> str:
    line = f"{start}{', '.join(parts)}{end}"
    if len(line) <= _WIDTH:
        return line
    margin = " " * indent
    return "\n".join([start, *(f"{margin}    {part}," for part in parts), f"{margin}{end}"])
