"""A response that is printed while it is written.

python examples/streaming.py --emulator
"""

from __future__ import annotations

from emulated import run

from infinity_assistant import InfinityAssistantClient


def main() -> None:
    with InfinityAssistantClient() as client:
        with client.chat_stream("How do I read a stream?") as events:
            for event in events:
                if event.type == "text":
                    print(event.content, end="", flush=True)
                elif event.type == "metadata":
                    print(f"\n[{event.metadata.tokens_used} tokens]")
        print(f"[conversation {events.conversation_id}]")

        for text in client.chat_stream("And the text alone?", conversation_id=events.conversation_id).text:
            print(text, end="", flush=True)
        print()

        response = client.chat_stream("Or all of it at once?").collect()
        print(f"{len(response.text)} characters")


if __name__ == "__main__":
    run(main)
