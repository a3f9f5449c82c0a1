"""Several questions at a time. The same code runs on asyncio and on trio.

python examples/async_client.py --emulator
"""

from __future__ import annotations

import anyio
from emulated import run

from infinity_assistant import AsyncInfinityAssistantClient

QUESTIONS = ["How do I stream?", "How do I retry?", "How do I test?"]


async def ask(client: AsyncInfinityAssistantClient, question: str) -> None:
    response = await client.chat(question)
    print(f"{question} {response.response.splitlines()[0]}")


async def talk() -> None:
    async with AsyncInfinityAssistantClient() as client:
        async with anyio.create_task_group() as group:
            for question in QUESTIONS:
                group.start_soon(ask, client, question)

        async with client.chat_stream("How do I read a stream?") as events:
            async for text in events.text:
                print(text, end="", flush=True)
        print()


def main() -> None:
    anyio.run(talk)


if __name__ == "__main__":
    run(main)
