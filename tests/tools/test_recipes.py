"""The recipes of docs/recipes.md, each run with the real packages against the emulator."""

from __future__ import annotations

import asyncio
import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, Dict, Iterator, List, Type

import agents
import pytest
from agents.tool_context import ToolContext
from fastapi.testclient import TestClient
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_tests.unit_tests import ChatModelUnitTests

from infinity_assistant import models
from infinity_assistant.testing import Emulator, EmulatorServer
from tests.docs.pages import Section, sections

PAGE = Path(__file__).parents[2] / "docs" / "recipes.md"
SECTIONS: Dict[str, Section] = {section.title: section for section in sections(PAGE) if section.of("py")}


def run(title: str) -> Dict[str, Any]:
    """Run a section from top to bottom, and give its names and what it printed."""
    names: Dict[str, Any] = {"__name__": "recipes"}
    printed = StringIO()
    with redirect_stdout(printed):
        for snippet in SECTIONS[title].of("py"):
            exec(compile("\n" * (snippet.line - 1) + snippet.code, str(PAGE), "exec", dont_inherit=True), names)
    return {**names, "printed": printed.getvalue().splitlines()}


@pytest.fixture(autouse=True)
def emulator(monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """The service of every recipe, reached by the environment."""
    with Emulator(frozen=True) as emulator, EmulatorServer(emulator) as server:
        emulator.on_chat().reply_stream(["It ", "rains."])
        monkeypatch.setenv("INFINITY_ASSISTANT_BASE_URL", server.base_url)
        monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", emulator.api_key)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield emulator


def close(names: Dict[str, Any]) -> None:
    for name in ("client", "async_client"):
        client = names.get(name)
        if hasattr(client, "close"):
            client.close()
        elif client is not None:
            asyncio.run(client.aclose())


def test_every_recipe_has_a_test_here() -> None:
    assert list(SECTIONS) == ["LangChain", "openai-agents", "pydantic", "FastAPI", "Django", "Celery"]


def test_langchain_calls_a_tool_and_a_chat_model(emulator: Emulator) -> None:
    names = run("LangChain")
    assert names["printed"][0].isdigit() and names["printed"][1:] == ["It rains.", "It rains."]
    model = names["model"]
    model.invoke([SystemMessage("In Wien."), HumanMessage("How is the weather?")])
    assert emulator.requests[-1].json["userContext"] == "In Wien."
    earlier = [HumanMessage("Hi"), AIMessage("Hello"), HumanMessage("And?")]
    with pytest.raises(ValueError, match="one human message"):
        model.invoke(earlier)

    async def in_async() -> List[str]:
        whole = (await model.ainvoke("How is the weather?")).text
        pieces = [chunk.text async for chunk in model.astream("How is the weather?")]
        await model.async_client.aclose()
        return [whole, "".join(pieces)]

    assert asyncio.run(in_async()) == ["It rains.", "It rains."]
    names["client"].close()
    model.client.close()


class TestChatModelOfTheRecipe(ChatModelUnitTests):
    """LangChain's own tests of a chat model."""

    names: Dict[str, Any] = {}

    @pytest.fixture(autouse=True)
    def close_clients(self, emulator: Emulator) -> Iterator[None]:
        yield
        if "model" in self.names:
            self.names["model"].client.close()
            close(self.names)
            self.names.clear()

    @property
    def chat_model_class(self) -> Type[BaseChatModel]:
        if not self.names:
            self.names.update(run("LangChain"))
        return self.names["ChatInfinityAssistant"]  # type: ignore[no-any-return]

    @property
    def has_structured_output(self) -> bool:
        return False

    @property
    def has_tool_calling(self) -> bool:
        return False


def test_openai_agents_calls_a_tool() -> None:
    names = run("openai-agents")
    assert names["printed"] == ["search_knowledge"]
    tool: Any = names["search"]
    arguments = json.dumps({"query": "retries", "limit": 3})

    async def call() -> Any:
        context = ToolContext(None, tool_name=tool.name, tool_call_id="1", tool_arguments=arguments)
        try:
            return await tool.on_invoke_tool(context, arguments)
        finally:
            await names["client"].aclose()

    assert isinstance(asyncio.run(call()), models.KnowledgeSearchResponse)
    assert isinstance(names["agent"], agents.Agent)


def test_pydantic_validates_calls_and_fields() -> None:
    names = run("pydantic")
    assert names["printed"] == ["True", "literal_error"]
    close(names)


def test_fastapi_responds_with_models_and_streams() -> None:
    names = run("FastAPI")
    with TestClient(names["app"]) as browser:
        assert browser.get("/ask", params={"message": "Hi"}).json()["response"] == "It rains."
        with browser.stream("GET", "/stream", params={"message": "Hi"}) as response:
            assert "".join(response.iter_text()) == "It rains."
        described = browser.get("/openapi.json").json()["paths"]["/ask"]["get"]["responses"]["200"]
    assert "application/json" in described["content"]


def test_django_responds_blocking_and_asynchronously() -> None:
    from django.conf import settings
    from django.test import RequestFactory

    if not settings.configured:
        settings.configure(DEFAULT_CHARSET="utf-8", ALLOWED_HOSTS=["*"])
    names = run("Django")
    request = RequestFactory().get("/", {"message": "How is the weather?"})
    assert json.loads(names["ask"](request).content)["response"] == "It rains."
    assert b"".join(names["stream"](request).streaming_content) == b"It rains."

    async def in_async() -> Any:
        response = await names["ask_async"](request)
        await names["async_client"].aclose()
        return json.loads(response.content)

    assert asyncio.run(in_async())["response"] == "It rains."
    names["client"].close()


def test_celery_carries_results_as_json(emulator: Emulator) -> None:
    names = run("Celery")
    names["app"].conf.update(task_always_eager=True, task_store_eager_result=True)
    result = names["ask"].delay("How is the weather?").get()
    assert names["read"](json.loads(json.dumps(result))).response == "It rains."
    emulator.fail("chat", status=403)
    with pytest.raises(RuntimeError):
        names["ask"].delay("How is the weather?").get()
    close(names)
