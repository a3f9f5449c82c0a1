// SPDX-License-Identifier: MIT
// Start the page, and keep up with the emulator: once a second, while somebody looks.

import { look, written } from "/console/api.js";
import * as chat from "/console/chat.js";
import * as conversations from "/console/conversations.js";
import * as copy from "/console/copy.js";
import { byId } from "/console/dom.js";
import * as faults from "/console/faults.js";
import * as knowledge from "/console/knowledge.js";
import * as requests from "/console/requests.js";
import * as tabs from "/console/tabs.js";
import * as webhooks from "/console/webhooks.js";

const PERIOD = 1000;
const PANELS = { chat: requests, requests, knowledge, conversations, webhooks, faults };
let front = requests;
let connected = false;

async function connect() {
  const { profile, operations, events, key, counts } = await look("");
  faults.start(operations);
  webhooks.start(events);
  requests.forget();
  knowledge.forget();
  if (!byId("key").value) byId("key").value = written("api-key") ?? key ?? "";
  copy.showKey();
  byId("state").textContent = `Running · profile ${profile} · ${counts.knowledge} things known`;
  chat.restore((await look("/conversations")).conversations);
  connected = true;
}

async function refresh() {
  try {
    if (!connected) await connect();
    await Promise.all([...new Set([front, requests, faults])].map((panel) => panel.refresh()));
  } catch (problem) {
    connected = false;
    byId("state").textContent = `The emulator does not answer. ${problem.message}`;
  }
  byId("state").classList.toggle("problem", !connected);
}

async function keepUp() {
  if (!document.hidden) await refresh();
  setTimeout(keepUp, PERIOD);
}

chat.start();
copy.start();
knowledge.start();
tabs.start((panel) => {
  front = PANELS[panel];
  refresh();
});
document.querySelector(".skip").addEventListener("click", () => tabs.choose("chat"));
document.addEventListener("visibilitychange", () => document.hidden || refresh());
keepUp();
