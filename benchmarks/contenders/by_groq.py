"""The SDK `groq`."""

from __future__ import annotations

import functools

from groq import AsyncGroq, Groq

from benchmarks.contenders.like_openai import Work

work = Work(Groq, AsyncGroq)
chat, events, async_chat, async_streams = work.chat, work.events, work.async_chat, work.async_streams
async_streams_100 = functools.partial(work.async_streams, width=100)
