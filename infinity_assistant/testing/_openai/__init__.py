# SPDX-License-Identifier: MIT. Generated from overlays/testing/_openai/__init__.py: edit that file, then run `make generate`.
"""Speak the chat completions protocol of OpenAI, for programs that know no other."""
