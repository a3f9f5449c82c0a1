# SPDX-License-Identifier: MIT
"""Which turns belong to which conversation.

The protocol has no conversations: each request repeats the earlier turns. They are carried where they are those of a
conversation that was held here; any others are refused, since the service cannot be told what was never said to it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Optional, Tuple

from infinity_assistant.testing._openai.completion_request import CompletionRequest, Refused, Turn

#: Of so many conversations the turns are remembered.
_MOST_CONVERSATIONS = 10_000

_Caller = Tuple[Optional[str], Tuple[Turn, ...]]


class Conversations:
    """Remembers the turns of each conversation, by caller."""

    def __init__(self) -> None:
        self._names: OrderedDict[_Caller, str] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, caller: Optional[str], asked: CompletionRequest) -> Optional[str]:
        """Return the conversation that a request goes on with; `None` for a new one.

        Raises:
            Refused: Its earlier turns are those of no conversation.
        """
        if not asked.earlier:
            return None
        with self._lock:
            found = self._names.get((caller, asked.earlier))
        if found is None:
            reason = "the earlier turns are not those of a conversation with this server, and cannot be carried"
            raise Refused(
                f"{reason}: send the new message alone, or the turns as they were", "messages", "unknown_turns"
            )
        return found

    def remember(self, caller: Optional[str], asked: CompletionRequest, reply: str, conversation: str) -> None:
        """Note the turns of a conversation, the new ones included."""
        with self._lock:
            turns = (*asked.earlier, ("user", asked.message), ("assistant", reply))
            # A turn that is edited later must not go on in a conversation that has moved on.
            self._names.pop((caller, asked.earlier), None)
            self._names[caller, turns] = conversation
            while len(self._names) > _MOST_CONVERSATIONS:
                self._names.popitem(last=False)
