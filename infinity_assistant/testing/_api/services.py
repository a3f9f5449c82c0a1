# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/services.py: edit that file, then run `make generate`.
"""Hold the parts of an emulator that operations use."""

from __future__ import annotations

from typing import NamedTuple, Optional

from infinity_assistant.testing._api.document import Document, load_document
from infinity_assistant.testing._api.profiles import Profile
from infinity_assistant.testing._assistant.scripts import Scripts
from infinity_assistant.testing._state.clock import Clock, IdGenerator
from infinity_assistant.testing._state.conversations import Conversations
from infinity_assistant.testing._state.keys import Keys
from infinity_assistant.testing._state.knowledge_base import KnowledgeBase
from infinity_assistant.testing._state.quota import Quota
from infinity_assistant.testing._state.store import Store
from infinity_assistant.testing._webhooks.outbox import Outbox


class Services(NamedTuple):
    """The parts of an emulator. `account` is the user of management operations that name nobody."""

    document: Document
    store: Store
    clock: Clock
    ids: IdGenerator
    profile: Profile
    keys: Keys
    quota: Quota
    conversations: Conversations
    knowledge: KnowledgeBase
    outbox: Outbox
    scripts: Scripts
    pace: float
    account: str


def build_services(
    store: Store, clock: Clock, *, profile: Profile, seed: Optional[int], pace: float, account: str
) -> Services:
    """Build the parts around a store and a clock."""
    ids = IdGenerator(clock, seed)
    return Services(
        document=load_document(),
        store=store,
        clock=clock,
        ids=ids,
        profile=profile,
        keys=Keys(store, clock, ids),
        quota=Quota(store, clock),
        conversations=Conversations(store, clock, ids),
        knowledge=KnowledgeBase(store),
        outbox=Outbox(store, clock, ids),
        scripts=Scripts(),
        pace=pace,
        account=account,
    )
