"""JSON as JavaScript reads and writes it: numbers are doubles, halves of a character can stand alone."""

from __future__ import annotations

import pytest

from infinity_assistant.testing._http.json_text import MalformedJSON, cut_utf16_units, dumps, loads


@pytest.mark.parametrize(
    ("sent", "returned"),
    [
        ("1234567890123456789", "1234567890123456800"),
        ("1.0", "1"),
        ("-0", "0"),
        ("1e400", "null"),
        ("-1e400", "null"),
        ("1" + "0" * 400, "null"),
        ("123456789012345680000", "123456789012345680000"),
        ("1e21", "1e+21"),
        ("0.000001", "0.000001"),
        ("1e-7", "1e-7"),
        ("0.1", "0.1"),
        ("9007199254740993", "9007199254740992"),
        ("5e-324", "5e-324"),
        ("true", "true"),
        ('{"a":[],"b":{},"c":[1,{"d":null}]}', '{"a":[],"b":{},"c":[1,{"d":null}]}'),
    ],
)
def test_a_value_comes_back_as_from_javascript(sent, returned):
    assert dumps(loads(sent.encode())) == returned


def test_a_number_passes_through_a_double_on_its_way_to_memory(call):
    body = b'{"preferences": {"big": 1234567890123456789, "whole": 1.0, "endless": 1e400}}'
    call("POST", "/chat", {"message": "Hi"})
    call("POST", "/user/preferences", body)
    shown = call("GET", "/user/preferences").body
    assert shown == b'{"preferences":{"big":1234567890123456800,"whole":1,"endless":null}}'


@pytest.mark.parametrize("depth", [100, 900])
def test_what_can_be_read_can_be_written_however_deep(call, depth):
    nested = "[" * depth + "]" * depth
    response = call("POST", "/chat", f'{{"message": "Hi", "conversationId": {nested}}}'.encode())
    assert nested.encode() in response.body


def test_what_is_not_json_is_malformed():
    with pytest.raises(MalformedJSON, match="Unexpected token NaN"):
        loads(b"NaN")
    with pytest.raises(TypeError, match="set is not JSON serializable"):
        dumps({1, 2})


def test_memory_cuts_contents_after_200_utf16_units_also_inside_a_character(call):
    call("POST", "/memory", {"conversationId": "c", "content": "x"})
    call("POST", "/chat", {"message": "a" + "🚀" * 150, "conversationId": "c"})
    shown = call.json("GET", "/memory?conversationId=c")["memory"]["recentMessages"][0]["content"]
    assert shown == "a" + "🚀" * 99 + "\ud83d" + "..."
    assert cut_utf16_units("🚀", 1) == "\ud83d"
