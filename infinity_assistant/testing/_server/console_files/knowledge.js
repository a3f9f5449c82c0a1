// SPDX-License-Identifier: MIT
// Search what the emulator knows.

import { call } from "/console/api.js";
import { byId, inline, make, show } from "/console/dom.js";

/** Let the form be used. */
export function start() {
  byId("search").addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    try {
      found(await call("POST", "/search", { query: byId("query").value }));
    } catch (problem) {
      byId("found").textContent = problem.message;
    }
  });
}

/** The knowledge is searched when it is asked for. */
export async function refresh() {}

function found({ results, counts, generatedAnswer }) {
  const kinds = [["wisdom", results.wisdom], ["pattern", results.patterns], ["gotcha", results.gotchas]];
  const hits = kinds.flatMap(([kind, some]) => some.map((one) => ({ kind, ...one })));
  hits.sort((one, other) => other.score - one.score);
  byId("found").textContent = counts.total ? `${counts.total} found` : generatedAnswer ?? "Nothing found";
  show(byId("hits"), hits, (one) => one.id, draw);
}

function draw(one) {
  const facts = [one.kind, one.domain, Number(one.score).toFixed(2)].filter(Boolean).join(" · ");
  return make(
    "li",
    { class: "card" },
    make("b", {}, one.title ?? one.name),
    make("span", { class: "quiet" }, facts),
    make("div", { class: "text" }, ...inline(one.content ?? one.description)),
  );
}
