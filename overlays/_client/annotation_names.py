# SPDX-License-Identifier: MIT
"""Names that the signatures of clients use and nothing else does: imported when somebody asks for their types."""

from __future__ import annotations

import typing
from ssl import SSLContext as SSLContext

from infinity_assistant._client.async_chat import AsyncChat as AsyncChat
from infinity_assistant._client.async_conversation import AsyncConversation as AsyncConversation
from infinity_assistant._client.chat import Chat as Chat
from infinity_assistant._client.conversation import Conversation as Conversation
from infinity_assistant._core.option_types import CallOptions as CallOptions
from infinity_assistant._core.option_types import ClientOptions as ClientOptions
from infinity_assistant._core.option_types import ConstructorOptions as ConstructorOptions
from infinity_assistant._core.option_types import RareOptions as RareOptions
from infinity_assistant._drift.report import CompatibilityReport as CompatibilityReport
from infinity_assistant._streaming.async_stream import AsyncStream as AsyncStream
from infinity_assistant._streaming.stream import Stream as Stream
from infinity_assistant.events import UnknownEvent as UnknownEvent
from infinity_assistant.models import RateLimit as RateLimit

if typing.TYPE_CHECKING:
    from typing_extensions import Unpack as Unpack
else:

    class Unpack:
        """`**options` have the types of a TypedDict to type checkers; LangChain and openai-agents take no Unpack."""

        def __class_getitem__(cls, options):
            return typing.Any
