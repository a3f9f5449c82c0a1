"""Receive webhook deliveries, and believe only those that the service signed.

python examples/webhooks_receiver.py --emulator

The service must reach the receiver: the emulator does; for the real service, set WEBHOOK_URL to a public https address
that leads to port 9000 here.
"""

from __future__ import annotations

import os
import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, List

from emulated import run

from infinity_assistant import (
    InfinityAssistantClient,
    InfinityAssistantWebhookReplayError,
    InfinityAssistantWebhookVerificationError,
    webhooks,
)


class Receiver(ThreadingHTTPServer):
    """Listens on a port of this machine (0: a free one). `deliveries` is the queue of those that can be believed."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.secrets: List[str] = []
        self.replays = webhooks.ReplayGuard()
        self.deliveries: queue.Queue[webhooks.WebhookDelivery] = queue.Queue()
        self.url = f"http://127.0.0.1:{self.server_port}/"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def __exit__(self, *exception: object) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            delivery = webhooks.parse(body, self.headers, self.server.secrets, replay=self.server.replays)
        except InfinityAssistantWebhookReplayError:
            pass  # Handled before. An error status would count as a failure, and five in a row end the webhook.
        except InfinityAssistantWebhookVerificationError as error:
            self.send_error(400, str(error))
            return
        else:
            self.server.deliveries.put(delivery)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Keep the terminal for the deliveries."""


def main() -> None:
    public_url = os.environ.get("WEBHOOK_URL")
    with InfinityAssistantClient() as client, Receiver(9000 if public_url else 0) as receiver:
        webhook = client.create_webhook(public_url or receiver.url, ["chat.response"]).webhook
        receiver.secrets.append(webhook.secret)
        try:
            client.chat("How do I verify a webhook?")
            delivery = receiver.deliveries.get(timeout=10)
            print(f"{delivery.event} at {delivery.timestamp:%H:%M:%S}: {delivery.data.response}")
        finally:
            client.delete_webhook(webhook.id)


if __name__ == "__main__":
    run(main)
