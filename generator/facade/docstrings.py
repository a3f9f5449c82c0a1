"""The docstrings of the client's methods: what each argument is."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from generator.facade.api_functions import ApiFunction
from generator.facade.client_methods import Method
from generator.facade.signatures import DeclaredArgument

_WIDTH = 120
_INDENT = " " * 8
OPTIONS = (
    "**options: For this call alone: `timeout`, `max_retries`, `headers`, `idempotency_key`, `retry_unsafe`, "
    "`extra_body`, `extra_query`, `max_response_bytes`, `on_attempt`, `on_call`; see "
    "`infinity_assistant.types.CallOptions`."
)
_RAISES = "InfinityAssistantError: The call failed; its subclasses tell how (see `infinity_assistant.errors`)."


def build_docstring(function: ApiFunction) -> str:
    """Build the docstring of a method for an operation, in the manner of its neighbours."""
    required_first = sorted(function.arguments.values(), key=lambda argument: not argument.required)
    lines = [
        f'{_INDENT}"""{_escape(function.summary)}',
        "",
        f"{_INDENT}Args:",
        *explain_arguments(required_first),
        *_wrap(OPTIONS),
        "",
        f"{_INDENT}Raises:",
        *_wrap(_RAISES),
        f'{_INDENT}"""',
    ]
    return "\n".join(lines)


def explain_arguments(arguments: Iterable[DeclaredArgument]) -> list[str]:
    """Explain the lines of a docstring about arguments."""
    return [line for argument in arguments for line in _wrap(f"{argument.name}: {_explain(argument)}")]


def find_unexplained(method: Method, function: ApiFunction) -> list[DeclaredArgument]:
    """Find the arguments that the list in the docstring of a method lacks; none where it has no such list."""
    explained = method.doc.partition("Args:")[2].partition("Raises:")[0]
    passed = [(method.passed.get(name, ""), argument) for name, argument in function.arguments.items()]
    return [
        argument for name, argument in passed
        if explained and name in method.arguments and not re.search(rf"^\s*{name}: ", explained, re.MULTILINE)
    ]  # fmt: skip


def _explain(argument: DeclaredArgument) -> str:
    quoted, marked = ([form.format(value) for value in argument.values] for form in ('"{}"', "`{}`"))
    choice = f"One of {', '.join(quoted)}."
    text = _escape(argument.doc.replace(f"One of {', '.join(marked)}.", choice))
    if not text:
        text = f"The `{argument.name}` of the request."
    return text if not quoted or choice in text else f"{text} {choice}"


def _wrap(text: str) -> list[str]:
    inner = _INDENT + " " * 4
    return textwrap.wrap(
        text, _WIDTH, initial_indent=inner, subsequent_indent=inner + " " * 4, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _escape(text: str) -> str:
    """Return a text that begins and ends no docstring."""
    return re.sub(r'^"|"(?="|$)', r"\"", text.replace("\\", "\\\\"))
