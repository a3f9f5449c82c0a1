"""What can go wrong, and what a program can do about it.

python examples/error_handling.py --emulator
"""

from __future__ import annotations

from emulated import run

import infinity_assistant as ia


def ask(client: ia.InfinityAssistantClient, message: str) -> str:
    """Ask, and return a text that can be shown whatever happens."""
    try:
        return client.chat_stream(message).collect().text
    except ia.InfinityAssistantArgumentError as error:
        return f"(not sent: {error})"
    except ia.InfinityAssistantRateLimitError as error:
        return f"(no messages left until {error.reset_at})"
    except ia.InfinityAssistantAuthenticationError:
        return "(the API key is missing or wrong)"
    except ia.InfinityAssistantStreamError as error:
        return f"{error.partial_text} … (the response was cut off)"
    except ia.InfinityAssistantTimeoutError as error:
        return f"(no response in time; attempts: {len(error.attempts)})"
    except ia.InfinityAssistantError as error:
        return f"(failed: {error})"


def main() -> None:
    with ia.InfinityAssistantClient(max_retries=1, retry_delay=0.1) as client:
        print(ask(client, "How do I handle errors?"))
        print(ask(client, "x" * 6000))
        print(ask(client.with_options(api_key="ia_wrong"), "Who am I?"))
        print(ask(client.with_options(timeout=1e-6), "Can you respond within a microsecond?"))
    with ia.InfinityAssistantClient(base_url="http://127.0.0.1:9", max_retries=1, retry_delay=0.1) as nobody:
        print(ask(nobody, "Is anybody there?"))


if __name__ == "__main__":
    run(main)
