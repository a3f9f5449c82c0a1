// SPDX-License-Identifier: MIT
// Show the requests as they come, with their responses.

import { look } from "/console/api.js";
import { byId, durationOf, make, pretty, show, timeOf } from "/console/dom.js";

const KEPT = 200;
// Responses under way are asked for again; who gave up on one is not waited for.
const WATCHED = 20;
let requests = [];

/** Ask for what is new, and for responses that were under way. */
export async function refresh() {
  const unfinished = requests.slice(0, WATCHED).filter((one) => one.seconds === null).map((one) => one.number - 1);
  const after = Math.min(requests[0]?.number ?? 0, ...unfinished);
  const fresh = (await look(`/requests?after=${after}`)).requests;
  if (!fresh.length) return;
  requests = [...fresh.reverse(), ...requests.filter((one) => one.number <= after)].slice(0, KEPT);
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
  const took = one.seconds === null ? "" : durationOf(one.seconds);
  const facts = [`Number ${one.number}`, one.operation ? `operation ${one.operation}` : "no operation"];
  if (took) facts.push(took);
  if (one.response.ending !== "complete") facts.push(`connection: ${one.response.ending}`);
  return make(
    "li",
    {},
    make(
      "details",
      {},
      make("summary", {}, status, line, make("span", { class: "quiet took" }, took), make("span", { class: "quiet" }, timeOf(one.time))),
      make("p", { class: "quiet" }, facts.join(", ")),
      ...part("Request body", pretty(one.body)),
      ...part("Response body", pretty(one.response.body)),
      ...part("Request headers", lines(one.headers)),
      ...part("Response headers", lines(one.response.headers)),
    ),
  );
}

const part = (name, text) => [make("h2", { class: "part" }, name), text ? make("pre", { "aria-label": name }, text) : make("p", { class: "quiet" }, "None.")];

const lines = (headers) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("\n");
