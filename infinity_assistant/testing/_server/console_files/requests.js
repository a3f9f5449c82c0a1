// SPDX-License-Identifier: MIT
// Show the requests as they come.

import { look } from "/console/api.js";
import { byId, make, pretty, show, timeOf } from "/console/dom.js";

const KEPT = 200;
let requests = [];

/** Ask for what is new. */
export async function refresh() {
  const after = requests[0]?.number ?? 0;
  const fresh = (await look(`/requests?after=${after}`)).requests;
  if (!fresh.length) return;
  requests = [...fresh.reverse(), ...requests].slice(0, KEPT);
  show(byId("request-list"), requests, (one) => one.number, draw);
}

/** Forget what was shown: the numbers of another run begin anew. */
export function forget() {
  requests = [];
  byId("request-list").replaceChildren();
}

function draw(one) {
  const status = make("span", { class: `status s${Math.floor(one.status / 100)}` }, String(one.status || "reset"));
  const query = one.query ? `?${one.query}` : "";
  const line = make("span", { class: "mono grow" }, make("b", {}, one.method), ` ${one.path}${query}`);
  const headers = Object.entries(one.headers).map(([name, value]) => `${name}: ${value}`);
  return make(
    "li",
    {},
    make(
      "details",
      {},
      make("summary", {}, status, line, make("span", { class: "quiet" }, timeOf(one.time))),
      make("p", { class: "quiet" }, `Number ${one.number}`, one.operation ? `, operation ${one.operation}` : ", no operation"),
      one.body ? make("pre", { "aria-label": "Body" }, pretty(one.body)) : undefined,
      make("pre", { "aria-label": "Headers" }, headers.join("\n")),
    ),
  );
}
