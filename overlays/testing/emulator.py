# SPDX-License-Identifier: MIT
"""The Infinity Assistant API in one object: hand it a request, get the answer."""

from __future__ import annotations

import threading
from collections import deque
from pathlib import Path
from typing import Any, Deque, Dict, List, Optional, Union

import infinity_assistant as ia
from infinity_assistant.testing._api import document as documents
from infinity_assistant.testing._api import profiles
from infinity_assistant.testing._api.context import Parts
from infinity_assistant.testing._api.records import Conversation, RecordedRequest, conversations_in
from infinity_assistant.testing._api.router import Router
from infinity_assistant.testing._assistant.scripts import ChatRule, Matches, Scripts
from infinity_assistant.testing._faults.fault_text import parse_fault, show_fault
from infinity_assistant.testing._faults.faults import ANY, Fault, FaultPlan
from infinity_assistant.testing._http.messages import Answer, Request
from infinity_assistant.testing._state.clock import Clock, Ids
from infinity_assistant.testing._state.conversations import Conversations
from infinity_assistant.testing._state.keys import Keys
from infinity_assistant.testing._state.knowledge_base import CORPUS, KnowledgeBase, corpus
from infinity_assistant.testing._state.markdown import read_folder
from infinity_assistant.testing._state.quota import Quota
from infinity_assistant.testing._state.store import MEMORY, Store
from infinity_assistant.testing._webhooks.outbox import Delivery, Outbox
from infinity_assistant.testing._webhooks.sender import Courier

API_KEY = "ia_" + "emulator".ljust(43, "0")
ACCOUNT = "user_emulator"
_REMEMBERED = 1000


class Emulator:
    """The API with its state, its faults and its scripts. Use it as a context manager, or call `close`.

    >>> from infinity_assistant.testing import Emulator
    >>> with Emulator(frozen=True) as emulator:
    ...     _ = emulator.on_chat(matches="weather").reply("It rains.")
    ...     with emulator.client() as client:
    ...         client.chat("How is the weather?").response
    'It rains.'

    Args:
        db: a file to keep the state in; in memory without one.
        profile: `default`, the service as documented, or `strict`, the service as deployed.
        seed: makes identifiers, keys and the chances of faults the same in every run.
        frozen: lets the clock stand still and seeds with 0, so that answers are the same in every run.
        api_key: a key that is valid from the start.
        require_key: refuse requests without a key, except `health` (default profile).
        knowledge: a folder of Markdown files to know, besides what the emulator knows of the SDK.
        deliver: send webhook deliveries over the network; without it they are only recorded.
        pace: seconds before each piece of a streamed answer.
        latency: seconds before each answer.

    Raises:
        EmulatorError: one of these cannot be used.
    """

    def __init__(
        self,
        db: Union[str, Path] = MEMORY,
        *,
        profile: str = profiles.DOCUMENTED.name,
        seed: Optional[int] = None,
        frozen: bool = False,
        api_key: str = API_KEY,
        require_key: bool = False,
        knowledge: Union[str, Path, None] = None,
        deliver: bool = False,
        pace: float = 0.0,
        latency: float = 0.0,
    ) -> None:
        seed = 0 if seed is None and frozen else seed
        chosen = profiles.named(profile)
        known = (
            {CORPUS: corpus()}
            if knowledge is None
            else {CORPUS: corpus(), str(knowledge): read_folder(Path(knowledge))}
        )
        self.api_key = api_key
        self.clock = Clock(frozen)
        self.document = documents.load()
        self.latency = latency
        self._faults = FaultPlan(seed)
        self._parts = self._assemble(Store(str(db)), chosen, Ids(self.clock, seed), pace)
        self._router = Router(self._parts, self._faults, require_key)
        self._requests: Deque[RecordedRequest] = deque(maxlen=_REMEMBERED)
        self._served = 0
        self._lock = threading.RLock()
        self._courier = Courier(self._parts.outbox)
        if deliver:
            self._parts.outbox.announce = self._courier.enqueue
        for origin, entries in known.items():
            self._parts.knowledge.load(entries, origin)
        self.add_key(api_key)

    def _assemble(self, store: Store, profile: profiles.Profile, ids: Ids, pace: float) -> Parts:
        return Parts(
            document=self.document,
            store=store,
            clock=self.clock,
            ids=ids,
            profile=profile,
            keys=Keys(store, self.clock, ids),
            quota=Quota(store, self.clock),
            conversations=Conversations(store, self.clock, ids),
            knowledge=KnowledgeBase(store),
            outbox=Outbox(store, self.clock, ids),
            scripts=Scripts(),
            pace=pace,
            account=ACCOUNT,
        )

    def handle(self, request: Request) -> Answer:
        """Answer a request. What it changes is changed when this returns, however slowly the answer is then read."""
        with self._lock:
            operation = self._router.operation(request)
            answer = self._router.answer(request)
            self._served += 1
            name = None if operation is None else operation.id
            self._requests.append(RecordedRequest(self._served, self.clock.iso(), request, name, answer.status))
        return answer._replace(delay=answer.delay + self.latency)

    def on_chat(self, matches: Matches = None) -> ChatRule:
        """Script the answer to messages: those that contain a text, match a pattern, please a function, or all.

        Of several rules that match, the one made last is used.
        """
        return self._parts.scripts.add(matches)

    def fail(
        self,
        operation: str = ANY,
        *,
        status: int = 503,
        times: Optional[int] = 1,
        probability: float = 1.0,
        body: Any = None,
        retry_after: Union[None, str, float] = None,
    ) -> None:
        """Answer the next `times` requests (None: all) with an error, in the shape that the operation has for it.

        `body` replaces that shape: a JSON value, or a string for the title of an HTML page. `retry_after` is sent as
        Retry-After: seconds, or an HTTP date.
        """
        after = None if retry_after is None else str(retry_after)
        fault = Fault("status", operation, times, probability, status=status, body=body, retry_after=after)
        self.add_fault(fault)

    def delay(self, seconds: float, operation: str = ANY, *, times: Optional[int] = None) -> None:
        """Wait before the answers to the next `times` requests (None: all)."""
        self.add_fault(Fault("delay", operation, times, seconds=seconds))

    def cut_stream(self, after: int = 3, operation: str = "chat_stream", *, times: Optional[int] = 1) -> None:
        """Close the connection after so many events of a stream, as a host does that caps a request's time."""
        self.add_fault(Fault("cut", operation, times, after=after))

    def reset(self, operation: str = ANY, *, times: Optional[int] = 1, applied: bool = False) -> None:
        """Break the connection without an answer; with `applied`, after the request took effect."""
        self.add_fault(Fault("reset", operation, times, applied=applied))

    def add_fault(self, fault: Union[Fault, str]) -> None:
        """Add a fault, or the text of one such as `chat:503:0.1`.

        Raises:
            EmulatorError: the operation does not exist, or the text cannot be read.
        """
        parsed = parse_fault(fault) if isinstance(fault, str) else fault
        self.document.named(parsed.operation)
        with self._lock:
            self._faults.add(parsed)

    def clear_faults(self, operation: str = ANY) -> None:
        """Remove the faults of an operation, or all."""
        with self._lock:
            self._faults.clear(operation)

    def remove_fault(self, text: str) -> bool:
        """Remove the faults that read like a text such as `chat:503:0.1`, and say whether there were any."""
        with self._lock:
            return self._faults.remove(lambda fault: show_fault(fault) == text)

    @property
    def faults(self) -> List[Fault]:
        """The faults that can still happen, with the times that are left."""
        with self._lock:
            return [fault._replace(times=left) for fault, left in self._faults.armed()]

    def quota(self, limit: Optional[int]) -> None:
        """Let everybody send so many messages a day; -1 is as many as they like, None what their tier allows."""
        self._parts.quota.limit = limit

    def set_tier(self, user_id: str, tier: str) -> None:
        """Give a user a tier, such as `pro`."""
        self._parts.quota.set_tier(user_id, tier)

    def spend(self, user_id: str, messages: int) -> None:
        """Count messages against a user's quota of today, as if they had been sent."""
        self._parts.quota.record(user_id, "/chat", 0, messages)

    def add_key(self, key: str, user_id: str = ACCOUNT) -> None:
        """Let a text be a valid key, or the token of a signed-in user."""
        self._parts.keys.accept(key, user_id)

    @property
    def requests(self) -> List[RecordedRequest]:
        """The latest requests, at most 1000, oldest first."""
        with self._lock:
            return list(self._requests)

    @property
    def conversations(self) -> Dict[str, Conversation]:
        """The conversations by id."""
        with self._lock:
            return {one.id: one for one in conversations_in(self._parts)}

    @property
    def deliveries(self) -> List[Delivery]:
        """The webhook deliveries, oldest first."""
        return self._parts.outbox.deliveries()

    def trigger(self, event: str, data: Any) -> List[int]:
        """Deliver an event to the webhooks that listen to it, and give the numbers of the deliveries."""
        return self._parts.outbox.emit(event, data)

    def redeliver(self, delivery_id: int) -> Optional[int]:
        """Deliver the same payload again, and give the number of the new delivery; None if its webhook is gone."""
        return self._parts.outbox.redeliver(delivery_id)

    def wait_for_deliveries(self, timeout: float = 10.0) -> bool:
        """Wait until all deliveries are sent, at most `timeout` seconds, and say whether they are."""
        return self._courier.wait(timeout)

    def client(self, **options: Any) -> ia.InfinityAssistantClient:
        """Give an `InfinityAssistantClient` on this emulator, with its valid key, without a network."""
        from infinity_assistant.testing._in_process.clients import make_client

        return make_client(self.handle, {"api_key": self.api_key, **options})

    def async_client(self, **options: Any) -> ia.AsyncInfinityAssistantClient:
        """Give an `AsyncInfinityAssistantClient` on this emulator, with its valid key, without a network."""
        from infinity_assistant.testing._in_process.clients import make_async_client

        return make_async_client(self.handle, {"api_key": self.api_key, **options})

    @property
    def parts(self) -> Parts:
        """The parts that answers are made from; for faces of the emulator, not for tests."""
        return self._parts

    def close(self) -> None:
        """Finish deliveries and close the database."""
        self._courier.close()
        self._parts.store.close()

    def __enter__(self) -> Emulator:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
