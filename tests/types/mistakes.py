"""A user's program with thirteen mistakes, each on a line that ends with `# error`, and the same done right."""

from __future__ import annotations

import functools
from typing import Any, Dict, List, Mapping, Protocol, TypedDict

import infinity_assistant
from infinity_assistant import InfinityAssistantClient, models
from infinity_assistant.types import CallOptions, EssenceDict


class Preferences(TypedDict, total=False):
    communication_style: str
    nickname: str


class Talks(Protocol):
    def chat(self, message: str, *, conversation_id: str | None = None) -> models.ChatResponse: ...


def talk(client: Talks) -> str:
    return client.chat("Hello").response


def objects_as_arguments(client: InfinityAssistantClient, stored: Mapping[str, Any]) -> None:
    talk(client)
    own: Preferences = {"communication_style": "concise", "nickname": "Ada"}
    essence: EssenceDict = {"voiceTone": "friendly", "personality_traits": ["witty"]}
    client.chat("Hello", preferences=own, essence=essence)
    client.chat("Hello", preferences={"communicationStyle": "concise", "preferred_language": "de"})
    client.chat("Hello", essence=models.Essence(child_safety_level="strict"), driving_mode={"enabled": True})
    client.update_preferences({"anything": ["at", "all"]})
    client.update_preferences(stored)
    client.chat("Hello", preferences={"comunication_style": "concise"})  # error
    client.chat("Hello", preferences={"comunicationStyle": "concise"})  # error
    client.chat("Hello", preferences={"communication_style": "loud"})  # error
    client.chat("Hello", preferences={"communicationStyle": "loud"})  # error
    client.chat("Hello", driving_mode={"is_ev": True})  # error
    client.chat("Hello", essence={"child_safety_level": 5})  # error


def options(client: InfinityAssistantClient) -> List[str]:
    given: CallOptions = {"timeout": 3, "headers": {"X-A": "b"}}
    more: Dict[str, Any] = {"timeout": 3}
    client.chat("Hello", **given)
    client.chat("Hello", **more)
    client.chat("Hello", timeout="3")  # error
    partial = functools.partial(client.chat, conversation_id="c")
    return [partial("Hello").response]


def names(client: InfinityAssistantClient) -> None:
    print(infinity_assistant.Timeout, infinity_assistant.events.TextEvent)
    print(infinity_assistant.Timout)  # error
    print(models.ChatRespons)  # error
    infinity_assistant.api.chatt(message="Hello")  # error


def a_misspelt_client() -> None:
    from infinity_assistant import InfinityAssistentClient  # error

    print(InfinityAssistentClient)


def a_name_of_another_module() -> None:
    from infinity_assistant import TextEvent  # error

    print(TextEvent)


def a_misspelt_emulator() -> None:
    from infinity_assistant.testing import Emulater  # error

    print(Emulater)
