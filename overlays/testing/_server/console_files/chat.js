// SPDX-License-Identifier: MIT
// Talk with the assistant, event by event or at once, and show what went wrong where something did.

import { call, send } from "/console/api.js";
import { byId, inline, make } from "/console/dom.js";
import { events } from "/console/events.js";
import { keep, kept } from "/console/session.js";
import * as tabs from "/console/tabs.js";

const SILENT = new Set(["start"]);
const CONVERSATION = "conversation";
const written = new WeakMap();
let conversation = null;
let underway = null;

/** Let the form be used. */
export function start() {
  byId("say").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    say(byId("message").value);
  });
  byId("message").addEventListener("keydown", (pressed) => {
    if (pressed.key !== "Enter" || pressed.shiftKey || pressed.isComposing) return;
    pressed.preventDefault();
    byId("say").requestSubmit();
  });
  byId("stop").addEventListener("click", () => underway?.abort());
  byId("new").addEventListener("click", () => goOn(null, []));
  for (const question of byId("questions").querySelectorAll("button")) {
    question.addEventListener("click", () => say(question.textContent));
  }
}

/** After a reload: show the conversation that was under way, if the emulator still has it. */
export function restore(conversations) {
  const found = conversations.find((one) => String(one.id) === String(kept(CONVERSATION)));
  if (conversation !== null || underway || !found) return;
  show(found.id, found.messages);
}

/** Go on with a conversation of which these messages are known; null begins a new one. */
export function goOn(id, messages) {
  underway?.abort();
  tabs.choose("chat");
  show(id, messages);
  byId("message").focus();
}

function show(id, messages) {
  entitle(id);
  byId("log").replaceChildren(...messages.map(({ role, content }) => message(role, content)));
  byId("log").scrollTop = byId("log").scrollHeight;
}

function entitle(id) {
  conversation = id;
  keep(CONVERSATION, id);
  byId("conversation").textContent = id === null ? "" : String(id);
}

async function say(text) {
  if (underway || !text.trim()) return;
  byId("message").value = "";
  add(message("user", text));
  const reply = add(message("assistant", ""));
  const body = { message: text, ...(conversation === null ? {} : { conversationId: conversation }) };
  working(new AbortController());
  try {
    await (byId("stream").checked ? streamed(body, reply) : whole(body, reply));
  } catch (error) {
    note(reply, error.name === "AbortError" ? "Stopped." : error.message, "problem");
  } finally {
    working(null);
  }
}

function working(controller) {
  underway = controller;
  byId("stop").hidden = !controller;
  byId("send").disabled = Boolean(controller);
  byId("log").setAttribute("aria-busy", String(Boolean(controller)));
}

async function whole(body, reply) {
  const said = await call("POST", "/chat", body, underway.signal);
  entitle(said.conversationId);
  write(reply, said.response);
  note(reply, figures(said.metadata));
}

async function streamed(body, reply) {
  const response = await send("POST", "/chat/stream", body, underway.signal);
  let last = null;
  try {
    for await (const { name, data } of events(response)) {
      last = name;
      take(name, data, reply);
    }
  } catch (error) {
    if (error.name === "AbortError") throw error;
  }
  if (last !== "done" && last !== "error") throw new Error("The stream was cut: no “done” came.");
}

function take(name, data, reply) {
  if (data?.conversationId !== undefined) entitle(data.conversationId);
  if (name === "chunk") write(reply, data.text);
  else if (name === "done") note(reply, figures(data.metadata));
  else if (name === "error") note(reply, String(data.error ?? data.message), "problem");
  else if (name === "memory") note(reply, `Remembered: ${data.content}`);
  else if (!SILENT.has(name)) note(reply, `${name} ${JSON.stringify(data)}`);
}

const figures = (metadata) => `${metadata?.tokensUsed ?? "?"} tokens · ${metadata?.processingTime ?? "?"} ms`;

function message(role, text) {
  const who = make("b", {}, role === "user" ? "You" : "Assistant");
  return make("article", { class: role }, who, make("div", { class: "text" }, ...inline(text)));
}

function write(reply, text) {
  const atEnd = isAtEnd();
  const whole = (written.get(reply) ?? "") + text;
  written.set(reply, whole);
  reply.querySelector(".text").replaceChildren(...inline(whole));
  if (atEnd) byId("log").scrollTop = byId("log").scrollHeight;
}

function note(reply, text, kind = "quiet") {
  reply.append(make("p", { class: kind }, text));
  byId("log").scrollTop = byId("log").scrollHeight;
}

function add(element) {
  byId("log").append(element);
  byId("log").scrollTop = byId("log").scrollHeight;
  return element;
}

/** Whether the reader is at the end: who scrolled up to read is not pulled down. */
const isAtEnd = () => byId("log").scrollHeight - byId("log").scrollTop - byId("log").clientHeight < 60;
