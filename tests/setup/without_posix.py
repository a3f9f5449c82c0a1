"""A pytest plugin that takes away what only POSIX systems have, just before the tests are collected.

What others import is imported before: their packages know the systems that they run on.
"""

from __future__ import annotations

import asyncio  # noqa: F401
import concurrent.futures.process  # noqa: F401
import multiprocessing.util  # noqa: F401
import os
import pdb  # noqa: F401
import shutil  # noqa: F401
import signal
import sys

import anyio  # noqa: F401
import hypothesis  # noqa: F401
import psutil  # noqa: F401
import respx  # noqa: F401
import trio  # noqa: F401

MODULES = ("curses", "fcntl", "grp", "pty", "pwd", "readline", "resource", "termios", "tty", "uvloop")
OF_OS = ("fork", "geteuid", "getpgid", "getuid", "killpg", "mkfifo", "register_at_fork", "setsid")
OF_SIGNAL = ("SIGALRM", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "pthread_kill", "setitimer", "siginterrupt")


def pytest_collection() -> None:
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for module, names in ((os, OF_OS), (signal, OF_SIGNAL)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
