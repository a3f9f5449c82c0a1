// SPDX-License-Identifier: MIT
// Tabs with the keys that people know (ARIA Authoring Practices, "Tabs"). Where there is room for one thing at a time,
// the chat is the first of them.

const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
const NARROW = matchMedia("(max-width: 55.99rem)");
const CHAT = "chat";

const tabs = [...document.querySelectorAll("[role=tab]")];
const panelOf = (tab) => document.getElementById(tab.getAttribute("aria-controls"));
const tabOf = (panel) => tabs.find((tab) => tab.getAttribute("aria-controls") === panel);
let chosen = () => {};

/** Let the tabs be used; `told` is told the id of the panel that comes to the front. */
export function start(told) {
  chosen = told;
  for (const tab of tabs) {
    tab.addEventListener("click", () => bring(tab));
    tab.addEventListener("keydown", (pressed) => step(tab, pressed));
  }
  NARROW.addEventListener("change", fit);
  fit();
}

/** Bring a panel to the front, by its id. The chat is always there where it has no tab. */
export function choose(panel) {
  if (!tabOf(panel).hidden) bring(tabOf(panel));
}

function bring(tab) {
  for (const one of tabs) {
    one.setAttribute("aria-selected", String(one === tab));
    one.tabIndex = one === tab ? 0 : -1;
    panelOf(one).hidden = one !== tab && !one.hidden;
  }
  chosen(tab.getAttribute("aria-controls"));
}

function step(tab, pressed) {
  const steps = STEPS[pressed.key];
  if (steps === undefined) return;
  pressed.preventDefault();
  const offered = tabs.filter((one) => !one.hidden);
  const place = offered.indexOf(tab);
  const last = offered.length - 1;
  const next = Number.isFinite(steps) ? (place + steps + offered.length) % offered.length : steps > 0 ? last : 0;
  offered[next].focus();
  bring(offered[next]);
}

/** Make the chat a tab, or take it out of them; the tabs stand above what they show. */
function fit() {
  const narrow = NARROW.matches;
  const chat = document.getElementById(CHAT);
  tabOf(CHAT).hidden = !narrow;
  chat.toggleAttribute("data-tab", narrow);
  if (narrow) chat.setAttribute("role", "tabpanel");
  else chat.removeAttribute("role");
  chat.setAttribute("aria-labelledby", narrow ? "tab-chat" : "chat-title");
  (narrow ? chat : document.querySelector("#inside [role=tabpanel]")).before(document.querySelector("[role=tablist]"));
  if (narrow) bring(tabOf(CHAT));
  else bring(tabs.find((tab) => !tab.hidden && tab.getAttribute("aria-selected") === "true") ?? tabs.find((tab) => !tab.hidden));
}
