"""The console in a real browser: what it shows, what it lets do, and what it takes for text and not for markup."""

from __future__ import annotations

import re
import shutil
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, Dict, Iterator, List

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from infinity_assistant import InfinityAssistantClient
from infinity_assistant.testing import EmulatorServer
from infinity_assistant.testing._faults.faults import KINDS

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on PATH: the console is not looked at")
HOSTILE = "<img src=x onerror=\"document.title='broken into'\"><b>**bold**</b>"
#: What the browser itself says of a response that is an error, or cut: the faults of these tests.
EXPECTED = re.compile(r"Failed to load resource: .*(ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_REFUSED|status of 4(00|29))")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def server() -> Iterator[EmulatorServer]:
    with EmulatorServer(seed=1, pace=0.001) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: EmulatorServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The console, 1280 wide or as the test says. No script of it fails, and nothing that it asks for is refused."""
    width = getattr(request, "param", 1280)
    page = browser.new_page(viewport={"width": width, "height": 800})
    complaints: List[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(server.url.replace("/api", "/"))
    expect(page.get_by_role("status").first).to_contain_text("Running · profile default")
    yield page
    page.close()
    assert [text for text in complaints if not EXPECTED.match(text)] == []


def say(page: Page, text: str) -> None:
    """Send a message by the keyboard, and wait for the end of the response."""
    page.get_by_label("Message", exact=True).fill(text)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Message", exact=True)).to_have_value("")
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_enabled()


def panel(page: Page, name: str) -> Any:
    """Bring a tab to the front, and give its panel."""
    page.get_by_role("tab", name=name).click()
    return page.get_by_role("tabpanel", name=name)


def test_a_response_is_streamed_and_its_conversation_goes_on(page: Page, server: EmulatorServer) -> None:
    server.emulator.on_chat("weather").reply_stream(["It ", "**snows**", " in `Oslo`."], tokens=7)
    say(page, "Remember this: we deploy on Thursdays")
    say(page, "How is the weather?")
    log = page.get_by_role("log")
    expect(log).to_contain_text("Remembered: we deploy on Thursdays")
    expect(log.locator("article").last).to_contain_text("It snows in Oslo.")
    expect(log.locator("article").last).to_contain_text("7 tokens")
    expect(log.locator("strong").last).to_have_text("snows")
    (conversation,) = server.emulator.conversations.values()
    assert len(conversation.messages) == 4


def test_a_response_can_be_had_at_once(page: Page, server: EmulatorServer) -> None:
    page.get_by_role("checkbox", name="Stream", exact=True).uncheck()
    server.emulator.on_chat().reply("It snows.")
    say(page, "How is the weather?")
    expect(page.get_by_role("log").locator("article").last).to_contain_text("It snows.")
    assert [request.operation for request in server.emulator.requests] == ["chat"]


def test_a_stream_can_be_stopped(page: Page, server: EmulatorServer) -> None:
    server.emulator.on_chat().reply_stream(["It", " snows"], delay=30)
    page.get_by_label("Message", exact=True).fill("How is the weather?")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("log")).to_contain_text("Stopped.")
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()


@pytest.mark.parametrize("stream", [True, False])
def test_what_people_and_services_say_is_text(page: Page, server: EmulatorServer, stream: bool) -> None:
    """In the chat, among the requests, in the conversations and in the knowledge."""
    server.emulator.on_chat().reply(HOSTILE)
    page.get_by_role("checkbox", name="Stream", exact=True).set_checked(stream)
    say(page, HOSTILE)
    expect(page.get_by_role("log")).to_contain_text("<img src=x onerror=")
    page.get_by_role("listitem").locator("summary").first.click()
    expect(page.get_by_role("tabpanel", name="Requests").get_by_label("Request body")).to_contain_text(
        "<img src=x onerror="
    )
    conversations = panel(page, "Conversations")
    conversations.locator("summary").click()
    expect(conversations).to_contain_text("<img src=x onerror=")
    knowledge = panel(page, "Knowledge")
    knowledge.get_by_label("Search the knowledge").fill(HOSTILE)
    page.keyboard.press("Enter")
    expect(knowledge.get_by_role("status")).not_to_be_empty()
    assert page.locator("img").count() == 0 and page.title() == "Infinity Assistant emulator"


def test_requests_are_shown_as_they_come_without_keys(page: Page, server: EmulatorServer) -> None:
    with server.emulator.client() as client:
        client.health()
        client.search_knowledge("streams")
    requests = page.get_by_role("tabpanel", name="Requests")
    expect(requests.get_by_role("listitem")).to_have_count(2)
    newest = requests.get_by_role("listitem").first
    expect(newest).to_contain_text("POST /api/search")
    newest.locator("summary").click()
    expect(newest.get_by_label("Request headers")).to_contain_text("x-api-key: ***")
    expect(newest.get_by_label("Request body")).to_contain_text('"query": "streams"')


def test_a_request_opens_with_both_bodies_and_its_duration(page: Page, server: EmulatorServer) -> None:
    """What the service shows once, keys, cookies and secrets, is not shown."""
    with InfinityAssistantClient(server.emulator.api_key, base_url=server.url) as client:
        key = client.create_api_key("ci").api_key.key
        client.search_knowledge("streams")
    requests = page.get_by_role("tabpanel", name="Requests")
    newest, oldest = requests.get_by_role("listitem").first, requests.get_by_role("listitem").last
    expect(newest.locator(".took")).to_have_text(re.compile(r"^\d+ ms$|^\d+\.\d s$"))
    newest.locator("summary").click()
    expect(newest.get_by_label("Request body")).to_contain_text('"query": "streams"')
    expect(newest.get_by_label("Response body")).to_contain_text('"counts": {')
    expect(newest.get_by_label("Response headers")).to_contain_text("content-type: application/json")
    oldest.locator("summary").click()
    expect(oldest.get_by_label("Response body")).to_contain_text('"key": "***"')
    assert key not in page.content()


def test_a_response_under_way_gets_its_duration_at_its_end(page: Page, server: EmulatorServer) -> None:
    server.emulator.on_chat().reply_stream(["It", " snows"], delay=0.6)
    page.get_by_label("Message", exact=True).fill("How is the weather?")
    page.keyboard.press("Enter")
    request = page.get_by_role("tabpanel", name="Requests").get_by_role("listitem").first
    expect(request).to_contain_text("/api/chat/stream")
    request.locator("summary").click()
    expect(request.locator(".took")).to_have_text(re.compile(r"^\d+\.\d s$"), timeout=20_000)
    expect(request.get_by_label("Response body")).to_contain_text("event: done")


def test_the_knowledge_is_listed(page: Page, server: EmulatorServer) -> None:
    """All of it, until something is searched, and again when the search is emptied. What is learned is added."""
    knowledge = panel(page, "Knowledge")
    count = server.emulator.services.knowledge.count()
    expect(knowledge.get_by_role("listitem")).to_have_count(count)
    expect(knowledge.get_by_role("status")).to_have_text(f"{count} things known")
    first = knowledge.get_by_role("listitem").first
    first.locator("summary").click()
    expect(first.locator(".text")).to_be_visible()
    knowledge.get_by_label("Search the knowledge").fill("stream")
    page.keyboard.press("Enter")
    expect(knowledge.get_by_role("status")).to_contain_text("found")
    knowledge.get_by_label("Search the knowledge").fill("")
    expect(knowledge.get_by_role("listitem")).to_have_count(count)


def test_the_knowledge_is_searched(page: Page) -> None:
    knowledge = panel(page, "Knowledge")
    knowledge.get_by_label("Search the knowledge").fill("stream")
    knowledge.get_by_role("button", name="Search").click()
    expect(knowledge.get_by_role("status")).to_contain_text("found")
    expect(knowledge.get_by_role("listitem").first).to_contain_text("stream")


def test_a_conversation_is_gone_on_with(page: Page, server: EmulatorServer) -> None:
    with server.emulator.client() as client:
        client.chat("Hello", conversation_id="conv_earlier")
    conversations = panel(page, "Conversations")
    conversations.locator("summary", has_text="conv_earlier").click()
    conversations.get_by_role("button", name="Go on with it").click()
    expect(page.get_by_role("log").locator("article")).to_have_count(2)
    say(page, "And now?")
    assert len(server.emulator.conversations["conv_earlier"].messages) == 4
    page.get_by_role("button", name="New conversation").click()
    expect(page.get_by_role("log").locator("article")).to_have_count(0)


def test_conversations_show_their_first_words_and_time(page: Page, server: EmulatorServer) -> None:
    with server.emulator.client() as client:
        client.chat("How do I leave a stream early?", conversation_id="conv_1")
        client.store_memory("conv_2", "a fact alone")
    summaries = panel(page, "Conversations").locator("summary")
    expect(summaries).to_have_count(2)
    expect(summaries.last).to_contain_text("How do I leave a stream early?")
    expect(summaries.last.locator("time")).to_have_text(re.compile(r"^\d\d:\d\d:\d\d$"))
    expect(summaries.first).to_contain_text("(only facts)")


def test_the_chat_survives_a_reload(page: Page, server: EmulatorServer) -> None:
    """And goes on where it was; a new conversation stays new."""
    server.emulator.on_chat().reply("It **snows**.")
    say(page, "How is the weather?")
    page.reload()
    articles = page.get_by_role("log").locator("article")
    expect(articles).to_have_count(2)
    expect(articles.last.locator("strong")).to_have_text("snows")
    say(page, "And tomorrow?")
    (conversation,) = server.emulator.conversations.values()
    assert len(conversation.messages) == 4
    page.get_by_role("button", name="New conversation").click()
    page.reload()
    expect(page.get_by_role("status").first).to_contain_text("Running")
    expect(page.get_by_role("button", name="How do I leave a stream early?")).to_be_visible()
    expect(articles).to_have_count(0)


def test_an_empty_chat_offers_three_questions_that_get_a_response(page: Page, server: EmulatorServer) -> None:
    questions = page.get_by_role("group", name="Questions to begin with")
    expect(questions.get_by_role("button")).to_have_count(3)
    texts = questions.get_by_role("button").all_text_contents()
    for text in texts:
        questions.get_by_role("button", name=text).click()
        reply = page.get_by_role("log").locator("article").last
        expect(reply).to_contain_text("tokens")
        expect(reply).not_to_contain_text("I have nothing about that")
        expect(questions).to_be_hidden()
        page.get_by_role("button", name="New conversation").click()
    sent = [conversation.messages[0].content for conversation in server.emulator.conversations.values()]
    assert sent == texts


def test_what_a_program_needs_is_copied(browser: Browser, server: EmulatorServer) -> None:
    """The base URL, and a line for a shell, which follows the key."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(server.url.replace("/api", "/"))
        expect(page.get_by_label("API key")).to_have_value(server.emulator.api_key)
        page.get_by_role("button", name="Copy", exact=True).click()
        expect(page.locator("#copied")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == server.url
        page.get_by_role("button", name="Copy export line").click()
        expect(page.get_by_role("button", name="Copied")).to_have_count(2)
        line = f"export INFINITY_ASSISTANT_BASE_URL={server.url} INFINITY_ASSISTANT_API_KEY={server.emulator.api_key}"
        assert page.evaluate("navigator.clipboard.readText()") == line
        page.get_by_label("API key").fill("it's mine")
        expect(page.locator("#export-line")).to_contain_text(r"API_KEY='it'\''s mine'")
        page.get_by_label("API key").fill("")
        expect(page.locator("#export-line")).to_have_text(f"export INFINITY_ASSISTANT_BASE_URL={server.url}")


@pytest.mark.parametrize("page", [390], indirect=True)
def test_on_a_phone_the_chat_is_the_first_tab(page: Page, server: EmulatorServer) -> None:
    """One thing at a time; with room for two, the chat is always there."""
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_text(["Chat", "Requests", "Knowledge", "Conversations", "Webhooks", "Faults"])
    expect(tabs.first).to_have_attribute("aria-selected", "true")
    say(page, "Hello")
    expect(page.get_by_role("tabpanel", name="Chat")).to_contain_text("Hello")
    expect(page.get_by_role("tabpanel")).to_have_count(1)
    conversations = panel(page, "Conversations")
    expect(page.get_by_label("Message", exact=True)).to_be_hidden()
    conversations.locator("summary").click()
    conversations.get_by_role("button", name="Go on with it").click()
    expect(page.get_by_label("Message", exact=True)).to_be_focused()
    expect(tabs.first).to_have_attribute("aria-selected", "true")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(tabs).to_have_count(5)
    expect(page.get_by_role("tabpanel", name="Requests")).to_be_visible()
    expect(page.get_by_label("Message", exact=True)).to_be_visible()


@pytest.fixture
def receiver() -> Iterator[Dict[str, Any]]:
    """A program that takes deliveries: where it is, and the events that came."""
    came: List[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            came.append(self.headers["x-infinity-event"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as receiving:
        thread = threading.Thread(target=receiving.serve_forever)
        thread.start()
        yield {"url": f"http://127.0.0.1:{receiving.server_port}/hook", "came": came}
        receiving.shutdown()
        thread.join()


def test_a_webhook_is_registered_delivered_to_and_delivered_to_again(page: Page, receiver: Dict[str, Any]) -> None:
    webhooks = panel(page, "Webhooks")
    webhooks.get_by_label("Deliver to").fill(receiver["url"])
    webhooks.get_by_label("chat.response").uncheck()
    webhooks.get_by_role("button", name="Register").click()
    expect(webhooks.get_by_role("status")).to_contain_text("secret")
    webhooks.get_by_role("button", name="Send chat.message").click()
    deliveries = webhooks.locator("#delivery-list")
    expect(deliveries.get_by_text("delivered", exact=True)).to_have_count(1)
    webhooks.get_by_role("button", name="Redeliver number 1").click()
    expect(deliveries.get_by_text("delivered", exact=True)).to_have_count(2)
    assert receiver["came"] == ["chat.message", "chat.message"]
    webhooks.get_by_role("button", name="Delete the webhook").click()
    expect(webhooks).to_contain_text("Deleted.")


def test_an_error_response_is_shown(page: Page) -> None:
    """Without an event nothing is registered."""
    webhooks = panel(page, "Webhooks")
    webhooks.get_by_label("Deliver to").fill("http://127.0.0.1:9/hook")
    for name in ("chat.message", "chat.response"):
        webhooks.get_by_label(name).uncheck()
    webhooks.get_by_role("button", name="Register").click()
    expect(webhooks.get_by_role("status")).to_contain_text("400 At least one event type is required")


def test_faults_are_switched_on_and_off(page: Page, server: EmulatorServer) -> None:
    faults = panel(page, "Faults")
    cut = faults.get_by_role("switch", name="Streams are cut after five events")
    cut.check()
    expect(faults.get_by_role("listitem").filter(has_text="chat_stream:cut@5")).to_contain_text(
        "chat_stream is cut after 5 events"
    )
    say(page, "Hello, and tell me all about streams")
    expect(page.get_by_role("log")).to_contain_text("The stream was cut")
    cut.uncheck()
    expect(faults.get_by_role("button", name="Remove chat_stream:cut@5")).to_have_count(0)
    faults.get_by_role("switch", name="Chat is over its limit").check()
    say(page, "Hello")
    expect(page.get_by_role("log")).to_contain_text("429")
    assert len(server.emulator.faults) == 2


def test_a_fault_of_ones_own_is_spelled_out(page: Page, server: EmulatorServer) -> None:
    faults = panel(page, "Faults")
    faults.get_by_label("Operation").select_option("chat")
    faults.get_by_label("What happens").select_option("delay")
    faults.get_by_role("spinbutton", name="Seconds").fill("1.5")
    faults.get_by_label("Times").fill("2")
    faults.get_by_role("button", name="Add chat:delay@1.5:x2").click()
    faults.get_by_role("button", name="Remove chat:delay@1.5:x2").click()
    expect(faults.get_by_role("button", name="Remove")).to_have_count(0)
    assert server.emulator.faults == []


IN_WORDS = {
    "*:503:0.3": "Every operation responds with 503, in 30 % of the calls",
    "chat:429@30:x1": "chat responds with 429 and asks to wait 30 s, 1 time",
    "chat:cut@1": "chat is cut after 1 event",
    "health:reset:0.07": "health has its connection reset, in 7 % of the calls",
    "health:trickle@0.5": "health takes 0.5 s for each byte",
    "health:html": "health responds with an HTML page",
    "health:malformed:0.5:x2": "health responds with half of its body, in 50 % of the calls, 2 times",
    "health:content-type": "health responds with a wrong content type",
}


def test_faults_are_said_in_words(page: Page, server: EmulatorServer) -> None:
    for fault in IN_WORDS:
        server.emulator.add_fault(fault)
    rows = panel(page, "Faults").locator("#fault-list li")
    expect(rows.locator("code")).to_have_text(list(IN_WORDS))
    expect(rows.locator("span")).to_have_text(list(IN_WORDS.values()))


def test_all_kinds_of_faults_are_offered(page: Page) -> None:
    """By names for people."""
    offered = panel(page, "Faults").get_by_label("What happens").locator("option")
    assert {one.get_attribute("value") for one in offered.all()} >= set(KINDS) - {"status"}
    assert "A late response" in offered.all_text_contents()


def test_the_keyboard_is_enough(page: Page) -> None:
    """The first key press leads to the message; tabs are moved along by arrows; focus stays where it was."""
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Write a message")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Message", exact=True)).to_be_focused()
    page.get_by_role("tab", name="Requests").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("tab", name="Faults")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="Faults")).to_be_visible()
    switch = page.get_by_role("switch", name="Responses take two seconds")
    switch.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Remove *:delay@2")).to_be_visible()
    expect(switch).to_be_focused()
    expect(switch).to_be_checked()


@pytest.mark.parametrize("page", [1280, 400], indirect=True)
def test_nothing_is_wider_than_the_window(page: Page) -> None:
    say(page, "A-word-that-does-not-end-" * 20)
    for name in ("Knowledge", "Conversations", "Webhooks", "Faults", "Requests"):
        panel(page, name)
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, name


def test_an_emulator_that_has_gone_is_missed(page: Page, server: EmulatorServer) -> None:
    server.stop()
    expect(page.get_by_role("status").first).to_contain_text("does not answer")
