// SPDX-License-Identifier: MIT
// Show the conversations with what is remembered of them.

import { look } from "/console/api.js";
import { goOn } from "/console/chat.js";
import { byId, make, show } from "/console/dom.js";

/** Show the conversations as they are now, the newest first. */
export async function refresh() {
  const { conversations } = await look("/conversations");
  show(byId("conversation-list"), conversations.reverse(), (one) => one.id, draw);
}

function draw(one) {
  const heading = make("span", { class: "mono grow" }, one.id);
  const size = make("span", { class: "quiet" }, `${one.messages.length} messages`);
  const body = [
    make("p", { class: "quiet" }, `User ${one.user_id}`),
    ...one.summaries.map((text) => make("p", { class: "quiet" }, `Folded: ${text}`)),
    ...one.messages.map(({ role, content }) => make("p", { class: "text" }, make("b", {}, `${role} `), content)),
    ...one.facts.map((fact) => make("p", {}, make("span", { class: "tag" }, "remembered"), ` ${fact}`)),
    make("button", { type: "button", click: () => goOn(one.id, one.messages) }, "Go on with it"),
  ];
  return make("li", {}, make("details", {}, make("summary", {}, heading, size), ...body));
}
