"""Texts of the document stay texts in the generated code, whatever they contain."""

from __future__ import annotations

import ast
import unicodedata

import pytest

from generator.code import find_first_sentence, format_docstring, to_literal, to_literals
from generator.errors import GeneratorError
from generator.render import format_files
from tests.generator.small import document, files, generate, properties

TEXTS = [
    '"""\nimport os\nos.canary = 1\n"""',
    '"""+__import__("os").putenv("CANARY", "1")+"""',
    'x"""',
    '"',
    '""',
    "\\",
    "x\\",
    "ends in a backslash \\\n\\",
    "\\N{NO SUCH CHARACTER} \\x \\u12",
    "{{ 7 * 7 }}{% for x in y %}{# #}",
    "%s %(x)s {x!r}",
    "\u202e\u2066abc\u2028import os",
    "a\0b\x1b[31m\ufeff",
    "#\r\nimport os\rimport os",
    "\n\n\n",
    '    indented\n      code\n- list """\n\n| a | table |',
    "word" * 4000,
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_docstring_cannot_be_left(text: str) -> None:
    """It parses as one string, and shows every character that can be seen."""
    for indent in (0, 4):
        source = format_docstring(text, indent)
        found = ast.literal_eval(source)
        assert "".join(found.split()) == "".join(c for c in _visible(text) if not c.isspace())
        assert "7 * 7" not in source or "{{ 7 * 7 }}" in source


def _visible(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\t", " ")
    hidden = ("C", "Zl", "Zp")
    return "".join(c if c == "\n" or not unicodedata.category(c).startswith(hidden) else "\ufffd" for c in plain)


@pytest.mark.parametrize("text", [*TEXTS, "\ud800"], ids=range(len(TEXTS) + 1))
def test_a_literal_is_ascii_and_the_text_itself(text: str) -> None:
    assert to_literal(text).isascii()
    assert ast.literal_eval(to_literal(text)) == text


@pytest.mark.parametrize("text", TEXTS[:-1], ids=range(len(TEXTS) - 1))
def test_a_text_in_every_place_of_a_document_stays_a_text(text: str) -> None:
    doc = document()
    doc["info"].update(title=text, description=text)
    properties(doc)["id"].update(description=text, default=text, example=text)
    properties(doc)[f"k{text}"] = {"const": text, "description": text}
    doc["components"]["schemas"]["Thing"]["description"] = text
    doc["components"]["schemas"]["Paint"].update(enum=["red", text], description=text)
    doc["components"]["schemas"][f"S{text}"] = {"type": "object", "properties": {"q": {"type": "string"}}}
    event = {text: {"schema": "Part", "friendly": "part"}}
    doc["paths"]["/things"]["post"].update(summary=text, description=text, tags=[text], **{"x-events": event})
    doc["paths"]["/things"]["post"]["operationId"] = f"make{text}x"
    with generate(doc) as (models, api):
        assert models.Thing.from_dict({"id": "t", "size": 1, f"k{text}": "v"})[f"k{text}"] == "v"
        (operation,) = (found for found in api.OPERATIONS.values() if found.method == "POST")
        assert list(operation.events) == [text]
    for source in files(doc).values():
        assert not [c for c in source if c != "\n" and unicodedata.category(c).startswith(("C", "Zl", "Zp"))]


def test_what_ruff_cannot_read_is_refused() -> None:
    with pytest.raises(GeneratorError, match="ruff could not read what was generated"):
        format_files({"models/thing.py": "class:"})


def test_paragraphs_are_wrapped_and_lists_are_not() -> None:
    text = "One two.\nThree.\n\n- first\n- second\n\n" + "word " * 40
    lines = format_docstring(text).splitlines()
    assert lines[:5] == ['"""One two. Three.', "", "    - first", "    - second", ""]
    assert max(map(len, lines)) <= 112
    assert format_docstring("Short.") == '"""Short."""'


def test_the_first_sentence_ends_with_it() -> None:
    assert find_first_sentence("Where to deliver, e.g.: here. More.") == "Where to deliver, e.g.: here."
    assert find_first_sentence("An id; `delete` takes it.") == "An id"
    assert find_first_sentence("") == ""


def test_tuples_of_one_are_tuples() -> None:
    assert [ast.literal_eval(to_literals(texts)) for texts in ([], ["a"], ["a, b"], ["a", "b"])] == [
        (),
        ("a",),
        ("a, b",),
        ("a", "b"),
    ]


def test_each_class_knows_its_types() -> None:
    source = files(document())["models/thing.py"]
    assert 'def __getitem__(self, key: Literal["parts"], /) -> Optional[List[Part]]: ...' in source
    assert "by_name: Optional[Dict[str, Part]] = None" in source
    assert "size: Optional[float]\n" in source
