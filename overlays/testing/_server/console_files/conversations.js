// SPDX-License-Identifier: MIT
// Show the conversations with what is remembered of them.

import { look } from "/console/api.js";
import { goOn } from "/console/chat.js";
import { byId, make, momentOf, show } from "/console/dom.js";

/** Show the conversations as they are now, the newest first. */
export async function refresh() {
  const { conversations } = await look("/conversations");
  show(byId("conversation-list"), conversations.reverse(), (one) => one.id, draw);
}

function draw(one) {
  const heading = make("span", { class: "grow first-words" }, one.title ?? "(only facts)");
  const time = make("time", { class: "quiet", datetime: one.updated }, momentOf(one.updated));
  const size = `${one.messages.length} message${one.messages.length === 1 ? "" : "s"}`;
  const body = [
    make("p", { class: "quiet" }, `${size}, user ${one.user_id}`),
    ...one.summaries.map((text) => make("p", { class: "quiet" }, `Folded: ${text}`)),
    ...one.messages.map(({ role, content }) => make("p", { class: "text" }, make("b", {}, `${role} `), content)),
    ...one.facts.map((fact) => make("p", {}, make("span", { class: "tag" }, "remembered"), ` ${fact}`)),
    make("button", { type: "button", click: () => goOn(one.id, one.messages) }, "Go on with it"),
  ];
  return make("li", {}, make("details", {}, make("summary", {}, heading, make("span", { class: "mono quiet" }, one.id), time), ...body));
}
