// SPDX-License-Identifier: MIT
// Register webhooks, and see their deliveries.

import { call, look } from "/console/api.js";
import { byId, make, pretty, show, timeOf } from "/console/dom.js";

const SAMPLE = { conversationId: "conv_console", message: "A delivery from the console" };

/** Let the form be used; these are the events that there are. */
export function start(events) {
  const boxes = events.map((name) => {
    const box = make("input", { type: "checkbox", name: "event", value: name, checked: name.startsWith("chat.") });
    return make("label", { class: "check" }, box, name);
  });
  byId("events").replaceChildren(...boxes);
}

byId("register").addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  const events = [...byId("events").querySelectorAll("input:checked")].map((box) => box.value);
  attempt(async () => {
    const { webhook } = await call("POST", "/webhooks", { url: byId("url").value, events });
    byId("url").value = "";
    return `Registered. Its secret, shown this once: ${webhook.secret}`;
  });
});

/** Show the webhooks and the deliveries as they are now. */
export async function refresh() {
  const [{ webhooks }, { deliveries }] = await Promise.all([look("/webhooks"), look("/deliveries")]);
  show(byId("webhook-list"), webhooks, (one) => one.id, drawWebhook);
  show(byId("delivery-list"), deliveries.reverse(), (one) => one.id, drawDelivery);
}

/** Do something, say how it went, and show what became of it. */
async function attempt(action) {
  try {
    byId("registered").textContent = (await action()) ?? "";
    byId("registered").className = "";
    await refresh();
  } catch (problem) {
    byId("registered").textContent = problem.message;
    byId("registered").className = "problem";
  }
}

const remove = (one) => attempt(() => call("DELETE", `/webhooks?id=${encodeURIComponent(one.id)}`).then(() => "Deleted."));

const trial = (one) => attempt(async () => {
  const { deliveries } = await look("/deliveries", "POST", { event: one.events[0], data: SAMPLE });
  return deliveries.length ? `Delivery ${deliveries.join(", ")} is on its way.` : "Nobody listens: the webhook is inactive.";
});

const redeliver = (one) => attempt(async () => {
  const { deliveries } = await look("/deliveries", "POST", { redeliver: one.id });
  return `Delivered again as ${deliveries.join(", ")}.`;
});

function drawWebhook(one) {
  const state = one.active ? `active, failures in a row: ${one.failures}` : "inactive after five failures";
  return make(
    "li",
    { class: "card" },
    make("span", { class: "mono" }, one.url),
    make("span", { class: "quiet" }, `${one.events.join(", ")} · ${state}`),
    make(
      "div",
      { class: "bar" },
      make("button", { type: "button", click: () => trial(one) }, `Send ${one.events[0]}`),
      make("button", { type: "button", click: () => remove(one), "aria-label": `Delete the webhook ${one.url}` }, "Delete"),
    ),
  );
}

function drawDelivery(one) {
  const outcome = one.status ?? one.error ?? "";
  const again = one.redelivery_of ? `, delivery ${one.redelivery_of} again` : "";
  return make(
    "li",
    { class: "row top" },
    make(
      "details",
      { class: "grow" },
      make(
        "summary",
        {},
        make("span", { class: `status ${one.state}` }, one.state),
        make("span", { class: "mono grow" }, make("b", {}, one.event), ` ${one.url}`),
        make("span", { class: "quiet" }, timeOf(one.created)),
      ),
      make("p", { class: "quiet" }, `Number ${one.id}${again} · ${outcome} · signature ${one.signature}`),
      make("pre", { "aria-label": "Body" }, pretty(one.body)),
    ),
    make("button", { type: "button", click: () => redeliver(one), "aria-label": `Redeliver number ${one.id}` }, "Redeliver"),
  );
}
