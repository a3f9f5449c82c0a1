"""The console's files: what is served, and what can be said of them without a browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import infinity_assistant.testing
from infinity_assistant.testing import Request
from infinity_assistant.testing._server.site import Site

FOLDER = Path(infinity_assistant.testing.__file__).parent / "_server" / "console_files"
PAGE = (FOLDER / "index.html").read_text("utf-8")
STYLE = (FOLDER / "console.css").read_text("utf-8")
SCRIPTS = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.js")}
CONTROLS = {"input", "select", "textarea"}


class Tags(HTMLParser):
    """The tags of the page with their attributes, and which of them stand inside a label."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.labels = 0
        self.feed(PAGE)

    def handle_starttag(self, tag, attributes):
        self.labels += tag == "label"
        self.found.append((tag, dict(attributes), self.labels > 0))

    def handle_endtag(self, tag):
        self.labels -= tag == "label"


TAGS = Tags().found


@pytest.fixture
def get(emulator):
    """Get a path from the server."""
    return lambda path, method="GET": Site(emulator).respond(Request(method, path))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/console/console.css", "text/css; charset=utf-8"),
        *((f"/console/{name}", "text/javascript; charset=utf-8") for name in SCRIPTS),
    ],
)
def test_the_page_and_its_files_are_served(get, path, kind):
    response = get(path)
    assert (response.status, response.header("content-type")) == (200, kind)
    assert response.body and get(path, "HEAD").body == b""


def test_the_browser_may_run_and_ask_nothing_but_this_server(get):
    policy = get("/").header("content-security-policy")
    assert "default-src 'none'" in policy and "script-src 'self';" in policy and "unsafe" not in policy


@pytest.mark.parametrize(
    "path", ["/console", "/console/", "/console/../admin.py", "/console/%2e%2e/admin.py", "/console/nothing.js"]
)
def test_no_other_file_can_be_had(get, path):
    assert get(path).status in (308, 404)


def test_the_page_is_not_to_be_changed(get):
    assert get("/", "POST").status == 404


def test_nothing_is_loaded_from_elsewhere():
    """No address but those of the page itself; an example of one may stand in a placeholder."""
    text = PAGE.replace("http://www.w3.org/2000/svg", "").replace("http://127.0.0.1:9000/hook", "")
    assert "://" not in text + STYLE + "".join(SCRIPTS.values())
    assert "@import" not in STYLE and "url(" not in STYLE


def test_all_files_that_are_named_are_there():
    linked = [values.get("src") or values.get("href") for tag, values, _ in TAGS if tag in ("script", "link")]
    imported = re.findall(r'from "(.+?)"', "".join(SCRIPTS.values()))
    files = [name for name in (*linked, *imported) if not name.startswith("data:")]
    assert len(files) > 10
    assert [name for name in files if not (FOLDER / name.replace("/console/", "")).exists()] == []


def test_what_was_sent_cannot_become_markup():
    """Scripts set text only, and the page has no script, style or handler of its own that the policy would refuse."""
    unsafe = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc|DOMParser"
    assert [name for name, script in SCRIPTS.items() if re.search(unsafe, script)] == []
    assert [tag for tag, values, _ in TAGS if "style" in values or any(name.startswith("on") for name in values)] == []
    assert [tag for tag, values, _ in TAGS if tag == "style" or (tag == "script" and "src" not in values)] == []


def test_scripts_know_only_elements_that_are_there():
    identifiers = {values["id"] for _, values, _ in TAGS if "id" in values}
    wanted = set(re.findall(r'byId\("([\w-]+)"\)', "".join(SCRIPTS.values())))
    assert len(wanted) > 20 and wanted <= identifiers


def test_the_questions_of_an_empty_chat_get_a_response(emulator):
    questions = re.findall(r"<button type=\"button\">(.+\?)</button>", PAGE)
    with emulator.client() as client:
        responses = [client.chat(question).response for question in questions]
    assert len(responses) == 3 and not any("I have nothing about that" in response for response in responses)


def test_headings_have_an_order_however_much_of_the_page_is_shown():
    """The title, and below it the parts: a tab that is hidden leaves no gap."""
    made = set(re.findall(r'make\("(h\d)"', "".join(SCRIPTS.values())))
    headings = [tag for tag, _, _ in TAGS if re.fullmatch(r"h\d", tag)]
    assert headings[0] == "h1" and {*headings[1:], *made} == {"h2"}


def test_all_controls_have_a_label():
    named = {values.get("for") for tag, values, _ in TAGS if tag == "label"}
    bare = [values for tag, values, inside in TAGS if tag in CONTROLS and not inside and values.get("id") not in named]
    assert bare == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back"),
    [(front, back) for front in ("ink", "quiet", "accent", "bad", "good") for back in ("ground", "paper")]
    + [("ink", "soft"), ("ink", "said"), ("bad", "bad-soft"), ("on-accent", "accent")],
)
def test_text_stands_out(scheme, front, back):
    """A contrast of 4.5 to 1 (WCAG 2.2, success criterion 1.4.3), by day and by night."""
    values = dict(
        re.findall(r"--([\w-]+): (#\w+)", STYLE.split("@media (prefers-color-scheme: dark)")[scheme == "dark"])
    )
    lighter, darker = sorted((_luminance(values[front]), _luminance(values[back])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(color):
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    shares = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear))
