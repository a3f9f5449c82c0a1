"""A conversation, a search, and something remembered.

python examples/basic.py --emulator
"""

from __future__ import annotations

from emulated import run

from infinity_assistant import InfinityAssistantClient


def main() -> None:
    with InfinityAssistantClient() as client:
        first = client.chat("How do I continue a conversation?")
        print(first.response)

        client.store_memory(first.conversation_id, "We use Python 3.12")
        second = client.chat("Which Python do we use?", conversation_id=first.conversation_id)
        print(second.response)

        found = client.search_knowledge("rate limit", limit=3)
        for gotcha in found.results.gotchas:
            print(f"- {gotcha.title} ({gotcha.score:.2f})")


if __name__ == "__main__":
    run(main)
