"""Run an example: against the service, or with `--emulator` against an emulator in this process.

Without `--emulator` the environment says where the service is and who calls: `INFINITY_ASSISTANT_BASE_URL` and
`INFINITY_ASSISTANT_API_KEY`.
"""

from __future__ import annotations

import os
import sys
from typing import Callable

from infinity_assistant.testing import EmulatorServer


def run(main: Callable[[], None]) -> None:
    """Run `main`, with an emulator where the command line asks for one."""
    if "--emulator" not in sys.argv[1:]:
        main()
        return
    reach_this_machine()
    with EmulatorServer(pace=0.02) as server:
        os.environ["INFINITY_ASSISTANT_BASE_URL"] = server.url
        os.environ["INFINITY_ASSISTANT_API_KEY"] = server.emulator.api_key
        main()


def reach_this_machine() -> None:
    """Let no proxy of the environment stand between this process and itself."""
    os.environ.update(NO_PROXY="127.0.0.1", no_proxy="127.0.0.1")
