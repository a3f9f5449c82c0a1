# SPDX-License-Identifier: MIT
"""Speak the chat completions protocol of OpenAI, for programs that know no other."""
