"""A user's program, as mypy --strict and pyright see it; comments say what they must find.

`# is X` stands on a line that reveals a type, `# error` on one that must be refused.
"""

from __future__ import annotations

import datetime
from typing import Any, Dict, Optional

from typing_extensions import reveal_type

from infinity_assistant import AsyncInfinityAssistantClient, InfinityAssistantClient, api, models
from infinity_assistant.models import ChatPreferences, HealthResponse


def by_key_and_by_attribute(client: InfinityAssistantClient) -> str:
    response = client.chat("Hello", mode="assist")
    reveal_type(response)  # is ChatResponse
    reveal_type(response["response"])  # is str
    reveal_type(response.response)  # is str
    limit = response["rateLimit"]
    reveal_type(limit)  # is RateLimit | None
    assert limit is not None
    reveal_type(limit["reset_at"])  # is datetime | None
    reveal_type(response.get("response"))  # is str
    reveal_type(limit.get("reason"))  # is str | None
    reveal_type(response.get("somethingNew"))  # is Any
    response["respnse"]  # error
    print(response.respnse)  # error
    response["conversation_id"]  # error
    return response["response"]


def lists_and_date_times(client: InfinityAssistantClient) -> Optional[datetime.datetime]:
    keys = client.list_api_keys()
    reveal_type(keys["apiKeys"][0]["id"])  # is str
    reveal_type(keys.api_keys[0].created_at)  # is datetime | None
    reveal_type(keys["apiKeys"][0].get("createdAt", datetime.datetime.min))  # is datetime
    return keys.api_keys[0]["lastUsed"]


def like_a_mapping(client: InfinityAssistantClient) -> Dict[str, Any]:
    response = client.chat("Hello")
    for key in response:
        print(key, response[key], key in response, len(response))
    for name, value in response.items():
        print(name, value)
    reveal_type(response.to_dict())  # is dict[str, Any]
    return dict(response.items())  # `dict(response)` works too, but mypy cannot infer its type


def open_objects(health: HealthResponse, row: models.ConversationRow) -> None:
    if health.checks is not None:
        reveal_type(health.checks["database"])  # is HealthCheck
        reveal_type(health.checks["database"]["status"])  # is str | None
    reveal_type(row["anything_at_all"])  # is Any
    reveal_type(row["id"])  # is str | None


def requests(client: InfinityAssistantClient) -> None:
    client.chat("Hello", preferences=ChatPreferences(name="Ada", preferred_mode="build"))
    client.chat("Hello", preferences={"name": "Ada"})
    client.chat("Hello", mode="dream")  # error
    client.chat("Hello", temperature=1.0)  # error
    client.chat(5)  # error
    ChatPreferences(nickname="Ada")  # error
    models.DrivingMode()  # error
    client.create_webhook("https://example.com", ["chat.message"])
    client.create_webhook("https://example.com", ["chat.massage"])  # error


def calls() -> None:
    call = api.chat(message="Hello", conversation_id="c")
    reveal_type(call.read({}))  # is ChatResponse
    reveal_type(call.content())  # is bytes | None
    call.operation = call.operation  # error
    api.chat(massage="Hello")  # error


async def asynchronously(client: AsyncInfinityAssistantClient) -> None:
    response = await client.chat("Hello")
    reveal_type(response["conversationId"])  # is str
    response["conversationID"]  # error


def streams_by_key(client: InfinityAssistantClient) -> None:
    """No type checker tells events apart by key: each may be asked for the keys of the others."""
    for chunk in client.chat_stream("Hello"):
        if chunk["type"] == "text":
            print(chunk["content"], end="")
        elif chunk["type"] == "done":
            print(chunk["conversationId"])
