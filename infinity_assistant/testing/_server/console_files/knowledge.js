// SPDX-License-Identifier: MIT
// Show what the emulator knows, or what of it a search finds.

import { call, look } from "/console/api.js";
import { byId, inline, make, show } from "/console/dom.js";

let entries = [];
let isSearching = false;

/** Let the form be used; an empty query shows everything again. */
export function start() {
  byId("search").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    search(byId("query").value.trim());
  });
  byId("query").addEventListener("input", () => byId("query").value === "" && search(""));
}

/** Show what is known as it is now, unless a search is looked at. */
export async function refresh() {
  const fresh = (await look(`/knowledge?after=${entries.at(-1)?.number ?? 0}`)).entries;
  entries = [...entries, ...fresh];
  if (!isSearching) showAll();
}

/** Forget what was shown: another run may know other things. */
export function forget() {
  entries = [];
}

async function search(query) {
  isSearching = query !== "";
  if (!isSearching) return showAll();
  try {
    found(await call("POST", "/search", { query }));
  } catch (problem) {
    byId("found").textContent = problem.message;
  }
}

function showAll() {
  byId("found").textContent = `${entries.length} ${entries.length === 1 ? "thing" : "things"} known`;
  show(byId("hits"), entries, (one) => `known ${one.number}`, drawEntry);
}

function found({ results, counts, generatedAnswer }) {
  const kinds = [["wisdom", results.wisdom], ["pattern", results.patterns], ["gotcha", results.gotchas]];
  const hits = kinds.flatMap(([kind, some]) => some.map((one) => ({ kind, ...one })));
  hits.sort((one, other) => other.score - one.score);
  byId("found").textContent = counts.total ? `${counts.total} found` : generatedAnswer ?? "Nothing found";
  show(byId("hits"), hits, (one) => `found ${one.id}`, drawHit);
}

function drawEntry(one) {
  const facts = make("span", { class: "quiet" }, `${one.type} · ${one.domain}`);
  const text = make("div", { class: "text" }, ...inline(one.content));
  return make("li", {}, make("details", {}, make("summary", {}, make("span", { class: "grow" }, one.title), facts), text));
}

function drawHit(one) {
  const facts = [one.kind, one.domain, Number(one.score).toFixed(2)].filter(Boolean).join(" · ");
  return make(
    "li",
    { class: "card" },
    make("b", {}, one.title ?? one.name),
    make("span", { class: "quiet" }, facts),
    make("div", { class: "text" }, ...inline(one.content ?? one.description)),
  );
}
