# SPDX-License-Identifier: MIT. Generated from overlays/testing/emulator.py: edit that file, then run `make generate`.
"""The Infinity Assistant API in one object: call it with a request, get the response."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Union

import infinity_assistant as ia
from infinity_assistant.testing._api import profiles
from infinity_assistant.testing._api.document import Document, load_document
from infinity_assistant.testing._api.records import Conversation, Record, RecordedRequest, list_conversations
from infinity_assistant.testing._api.router import Router
from infinity_assistant.testing._api.services import Services, build_services
from infinity_assistant.testing._assistant.scripts import ChatRule, Matches
from infinity_assistant.testing._faults.controls import FaultControls
from infinity_assistant.testing._faults.faults import FaultPlan
from infinity_assistant.testing._http.messages import LARGEST_HEAD, Duration, Request, Response
from infinity_assistant.testing._http.responses import build_empty
from infinity_assistant.testing._state.clock import Clock
from infinity_assistant.testing._state.knowledge_base import CORPUS, load_corpus
from infinity_assistant.testing._state.markdown import read_folder
from infinity_assistant.testing._state.store import MEMORY, Store
from infinity_assistant.testing._webhooks.outbox import Delivery
from infinity_assistant.testing._webhooks.sender import DeliverySender
from infinity_assistant.testing.errors import EmulatorError

if TYPE_CHECKING:
    from infinity_assistant.testing._cassette.player import Player

API_KEY = "ia_" + "emulator".ljust(43, "0")
ACCOUNT = "user_emulator"


class Emulator(FaultControls):
    """The API with its state, its faults and its scripts. Use it as a context manager, or call `close`.

    >>> from infinity_assistant.testing import Emulator
    >>> with Emulator(frozen=True) as emulator:
    ...     _ = emulator.on_chat(matches="weather").reply("It rains.")
    ...     with emulator.client() as client:
    ...         client.chat("How is the weather?").response
    'It rains.'

    Args:
        db: A file to keep the state in; in memory without one.
        profile: `default`, the service as documented, or `strict`, the service as deployed.
        seed: Makes identifiers, keys and the outcome of probabilities the same in every run.
        frozen: Stops the clock and seeds with 0, so that responses are the same in every run.
        api_key: A key that is valid from the start.
        require_key: Reject requests without a key, except `health` (default profile).
        knowledge: A folder of Markdown files to add to what the emulator knows of the SDK.
        deliver: Send webhook deliveries to receivers on this machine, or with "anywhere" to any; without it they are
            only recorded.
        pace: Seconds before each piece of a streamed response.
        latency: Seconds before each response.

    Raises:
        EmulatorError: One of these cannot be used.
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
        deliver: Union[bool, str] = False,
        pace: float = 0.0,
        latency: float = 0.0,
    ) -> None:
        if deliver not in (True, False, "anywhere"):
            raise EmulatorError('deliver must be True, False or "anywhere"')
        seed = 0 if seed is None and frozen else seed
        chosen = profiles.get_profile(profile)
        added = {} if knowledge is None else {str(knowledge): read_folder(Path(knowledge))}
        self.api_key = api_key
        self.require_key = require_key
        self.clock: Clock = Clock(frozen)
        self.latency = latency
        self._services = build_services(
            Store(str(db)), self.clock, profile=chosen, seed=seed, pace=pace, account=ACCOUNT
        )
        self.document: Document = self._services.document
        self._faults = FaultPlan(self.document.operations, seed)
        self._router: Union[Router, Player] = Router(self._services, self._faults, require_key)
        self._requests = Record()
        self._served = 0
        self._lock = threading.RLock()
        self._sender = DeliverySender(self._services.outbox, anywhere=deliver == "anywhere")
        if deliver:
            self._services.outbox.on_new_delivery = self._sender.enqueue
        for origin, entries in {CORPUS: load_corpus(), **added}.items():
            self._services.knowledge.load(entries, origin)
        self.add_key(api_key)

    @classmethod
    def load(cls, path: Union[str, Path], *, in_real_time: bool = False) -> Emulator:
        """Play what `testing.record` has recorded, instead of emulating; nothing reaches a network.

        Each exchange is played once, and equal ones in their order. `left` names what was not asked for.

        Args:
            path: The file.
            in_real_time: Wait before each event of a stream as long as the service took.

        Raises:
            EmulatorError: It is no cassette, or the API has changed since it was recorded.
        """
        from infinity_assistant.testing._cassette.player import Player, load_checked

        cassette = load_checked(Path(path), load_document())
        emulator = cls(frozen=True)
        emulator._router = Player(cassette, emulator.document, emulator._faults, in_real_time)
        return emulator

    @property
    def left(self) -> List[str]:
        """The operations that a loaded cassette holds and nobody has asked for yet."""
        return [] if isinstance(self._router, Router) else self._router.left

    def handle(self, request: Request) -> Response:
        """Respond to a request. What it changes has changed when this returns, however slowly the body is read."""
        operation = self._router.find_operation(request)
        if request.measure_head() > LARGEST_HEAD:
            response = build_empty(431)
        else:
            response = self._router.respond(request, self.latency)
        with self._lock:
            self._served += 1
            name = None if operation is None else operation.id
            now, duration = self.clock.now_iso(), Duration()
            self._requests.append(
                RecordedRequest(self._served, now, request, name, response.status, response, duration)
            )
        return response._replace(delay=response.delay + self.latency, duration=duration)

    def on_chat(self, matches: Matches = None) -> ChatRule:
        """Script the reply to messages that contain a text, match a pattern or satisfy a function, or to all.

        Of several rules that match, the one made last is used.
        """
        return self._services.scripts.add_rule(matches)

    def quota(self, limit: Optional[int]) -> None:
        """Limit everybody to so many messages a day; -1 is unlimited, None restores the limits of the tiers."""
        self._services.quota.limit = limit

    def set_tier(self, user_id: str, tier: str) -> None:
        """Set the tier of a user, such as `pro`."""
        self._services.quota.set_tier(user_id, tier)

    def spend(self, user_id: str, messages: int) -> None:
        """Count messages against a user's quota of today, as if they had been sent."""
        self._services.quota.record_usage(user_id, "/chat", 0, messages)

    def add_key(self, key: str, user_id: str = ACCOUNT) -> None:
        """Accept a text as a valid key of a user, or as the token of a signed-in user."""
        self._services.keys.add(key, user_id)

    @property
    def requests(self) -> List[RecordedRequest]:
        """The latest requests, at most 1000, oldest first; fewer if their bodies take more than 32 MiB."""
        with self._lock:
            return list(self._requests)

    @property
    def conversations(self) -> Dict[str, Conversation]:
        """The conversations by id."""
        with self._lock:
            return {one.id: one for one in list_conversations(self._services)}

    @property
    def deliveries(self) -> List[Delivery]:
        """The webhook deliveries, oldest first."""
        return self._services.outbox.list_deliveries()

    def trigger(self, event: str, data: Any) -> List[int]:
        """Deliver an event to the webhooks that listen to it, and return the ids of the deliveries."""
        return self._services.outbox.emit(event, data)

    def redeliver(self, delivery_id: int) -> Optional[int]:
        """Deliver the same payload again, and return the id of the new delivery; None if its webhook is gone."""
        return self._services.outbox.redeliver(delivery_id)

    def wait_for_deliveries(self, timeout: float = 10.0) -> bool:
        """Wait until all deliveries are sent, at most `timeout` seconds, and return whether they are."""
        return self._sender.wait(timeout)

    def client(self, **options: Any) -> ia.InfinityAssistantClient:
        """Give an `InfinityAssistantClient` on this emulator, with its valid key, without a network."""
        from infinity_assistant.testing._in_process.clients import make_client

        return make_client(self.handle, {"api_key": self.api_key, **options})

    def async_client(self, **options: Any) -> ia.AsyncInfinityAssistantClient:
        """Give an `AsyncInfinityAssistantClient` on this emulator, with its valid key, without a network."""
        from infinity_assistant.testing._in_process.clients import make_async_client

        return make_async_client(self.handle, {"api_key": self.api_key, **options})

    @property
    def services(self) -> Services:
        """The parts of the emulator; for its server, not for tests."""
        return self._services

    def close(self) -> None:
        """Finish deliveries and close the database."""
        self._sender.close()
        self._services.store.close()

    def __enter__(self) -> Emulator:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
