"""The SDK `openai`."""

from __future__ import annotations

import functools

from openai import AsyncOpenAI, OpenAI

from benchmarks.contenders.like_openai import Work

work = Work(OpenAI, AsyncOpenAI)
chat, events, async_chat, async_streams = work.chat, work.events, work.async_chat, work.async_streams
async_streams_100 = functools.partial(work.async_streams, width=100)
