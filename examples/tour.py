"""A tour of the SDK: every operation of the API, over a real socket, against the emulator. No network, some seconds.

python examples/tour.py

The exit code is 1 as soon as something is not as it should be.
"""

from __future__ import annotations

import sys
import time

from emulated import reach_this_machine
from stage import Unexpected, act, expect, prepare, show, write
from webhooks_receiver import Receiver

import infinity_assistant as ia
from infinity_assistant.testing import Emulator, EmulatorServer


def health(client: ia.InfinityAssistantClient) -> None:
    with act("Health", "client.health()"):
        response = client.health()
        show(f"{response.service} {response.version} is {response.status}")
        expect(response.status == "healthy", "the service is healthy")


def chat(client: ia.InfinityAssistantClient) -> None:
    with act("Chat", 'client.chat("How do I continue a conversation?")'):
        response = client.chat("How do I continue a conversation?")
        show(response.response, paragraphs=2)
        expect(response["response"] == response.response, "a response reads both ways")
    with act("Go on", "client.chat(…, conversation_id=response.conversation_id)"):
        again = client.chat("What did I ask you about a conversation?", conversation_id=response.conversation_id)
        show(again.response, paragraphs=1)
        expect("How do I continue a conversation?" in again.response, "the assistant knows what was said before")
        stored = client.get_conversation(response.conversation_id, user_id="user_emulator")
        expect(len(stored.messages) == 1, "the conversation is stored")


def chat_stream(client: ia.InfinityAssistantClient) -> None:
    with act("Streamed chat", 'client.chat_stream("How do I print a response as it arrives?")'):
        started, arrivals = time.perf_counter(), []
        write("  ")
        with client.chat_stream("How do I print a response as it arrives?") as events:
            for event in events:
                if event.type == "text":
                    arrivals.append(time.perf_counter() - started)
                    write(event.content)
        print()
        show(f"{len(arrivals)} pieces: the first after {arrivals[0]:.2f} s, the last after {arrivals[-1]:.2f} s")
        expect(len(arrivals) > 5 and arrivals[0] < arrivals[-1] / 2, "the text arrives piece by piece")


def memory(client: ia.InfinityAssistantClient) -> None:
    with act("Memory", 'client.chat("Remember this: …"), client.store_memory(…), client.retrieve_memory(…)'):
        response = client.chat("Remember this: our deployment day is Thursday")
        conversation = response.conversation_id
        entry = client.store_memory(conversation, "Deployment needs two reviewers").entry
        facts = [fact.content for fact in client.retrieve_memory(conversation).memory.critical_facts]
        show("\n".join(f"- {fact}" for fact in facts))
        expect(len(facts) == 2, "both facts are stored")
        response = client.chat("When is our deployment day?", conversation_id=conversation)
        show(response.response, paragraphs=1)
        expect("Thursday" in response.response, "the assistant uses what it remembers")
        client.delete_memory(conversation, type="critical", entry_id=entry.id)
        left = client.retrieve_memory(conversation).memory.critical_facts
        expect([fact.content for fact in left] == ["our deployment day is Thursday"], "one fact is forgotten")


def knowledge(client: ia.InfinityAssistantClient) -> None:
    with act("Knowledge", 'client.search_knowledge("retry after an error", limit=3)'):
        found = client.search_knowledge("retry after an error", limit=3)
        for group in (found.results.wisdom, found.results.gotchas):
            show("\n".join(f"- {entry.title} ({entry.score:.2f})" for entry in group))
        expect(found.counts.total, "there is something about retries")
    with act("Suggestions and gaps", 'client.suggest_knowledge("stream"), client.report_knowledge_gap(…)'):
        suggestions = client.suggest_knowledge("stream", limit=3).suggestions
        show(", ".join(suggestion.text or "-" for suggestion in suggestions))
        expect(suggestions, "there are suggestions")
        show(f"noted as {client.report_knowledge_gap('How do I cook rice?').gap_id}")
        show(f"{client.knowledge_gap_stats().stats.total} gaps are known")


def research(client: ia.InfinityAssistantClient) -> None:
    with act("Research", 'client.research("How do streams end?", mode="quick")'):
        result = client.research("How do streams end?", mode="quick").result
        show(result.synthesis.summary)
        show("\n".join(f"- {insight}" for insight in result.synthesis.key_insights))
        show(f"{len(result.findings)} findings from {result.sources.total} sources")
        expect(result.findings, "research finds something")
        expect(client.research_status()["status"] == "available", "research is available")
        assessment = client.assess_research_need("How do streams end?").assessment
        expect(assessment.needs_research in (True, False), "the need of research is assessed")


def keys(client: ia.InfinityAssistantClient) -> None:
    with act("API keys", "client.create_api_key(…), client.with_options(api_key=…), client.delete_api_key(…)"):
        created = client.create_api_key("tour").api_key
        holder = client.with_options(api_key=created.key)
        show(f"{created.prefix}… works: {holder.get_usage().tier} tier")
        expect(created.id in [key.id for key in client.list_api_keys().api_keys], "the key is listed")
        client.delete_api_key(created.id)
        try:
            holder.get_usage()
        except ia.InfinityAssistantAuthenticationError as error:
            show(f"deleted, and refused: {error}")
        else:
            raise Unexpected("a deleted key is refused")


def webhook(client: ia.InfinityAssistantClient) -> None:
    with act("Webhook", 'client.create_webhook(url, ["chat.response"])'), Receiver() as receiver:
        created = client.create_webhook(receiver.url, ["chat.response"]).webhook
        receiver.secrets.append(created.secret)
        said = client.chat("How do I verify a webhook?")
        delivery = receiver.deliveries.get(timeout=10)
        show(f"{delivery.event} was delivered to {receiver.url} and its signature verified")
        expect(delivery.data.response == said.response, "what was delivered is what was said")
        expect(len(client.list_webhooks().webhooks) == 1, "the webhook is listed")
        client.delete_webhook(created.id)
        expect(not client.list_webhooks().webhooks, "the webhook is deleted")


def account(client: ia.InfinityAssistantClient) -> None:
    with act("Account", "client.get_usage(), client.update_preferences(…), client.export_conversations(), …"):
        usage = client.get_usage()
        show(f"{usage.usage.today} messages today, {usage.remaining.daily} left")
        client.update_preferences({"name": "Ana", "communicationStyle": "concise"})
        expect(client.get_preferences().preferences["name"] == "Ana", "preferences are kept")
        exported = client.export_conversations()
        show(f"{exported.record_count} conversations and {client.export_usage().record_count} usage records exported")
        expect(exported.conversations, "there are conversations to export")
        expect(client.knowledge_analytics(timeframe="day").success, "there are figures")
        expect(client.send_feedback("A fine tour", rating=5).success, "feedback is taken")


def survival(client: ia.InfinityAssistantClient, emulator: Emulator) -> None:
    with act("A bad moment", 'emulator.fail("chat", status=503); client.request(api.chat(message="Still there?"))'):
        emulator.fail("chat", status=503)
        response = client.request(ia.api.chat(message="Still there?"))
        outcomes = ", then ".join(attempt.outcome for attempt in response.attempts)
        show(f"{outcomes}: {len(response.attempts)} attempts in {response.elapsed:.2f} s")
        expect([attempt.outcome for attempt in response.attempts] == ["503", "200"], "a failure is survived")


def tour(client: ia.InfinityAssistantClient, emulator: Emulator) -> None:
    """Show everything. Raises `Unexpected` where something is not as it should be."""
    for scene in (health, chat, chat_stream, memory, knowledge, research, keys, webhook, account):
        scene(client)
    survival(client, emulator)
    missed = set(emulator.document.operations) - {request.operation for request in emulator.requests}
    expect(not missed, f"every operation is shown ({', '.join(sorted(missed))} not)")


def main() -> int:
    prepare()
    reach_this_machine()
    started = time.perf_counter()
    try:
        with EmulatorServer(pace=0.04) as server:
            print(f"infinity-assistant {ia.__version__}, against its emulator at {server.url}")
            emulator = server.emulator
            with ia.InfinityAssistantClient(emulator.api_key, base_url=server.url, retry_delay=0.2) as client:
                tour(client, emulator)
                count = len(emulator.requests)
    except (Unexpected, ia.InfinityAssistantError) as problem:
        print(f"\nNot as expected: {problem}", file=sys.stderr)
        return 1
    print(f"\n{count} requests in {time.perf_counter() - started:.1f} s, all as expected.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
