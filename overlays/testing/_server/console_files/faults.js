// SPDX-License-Identifier: MIT
// Switch faults on and off. A fault is a short text such as chat:503:0.1.

import { look } from "/console/api.js";
import { byId, make, show } from "/console/dom.js";
import { inWords, KINDS } from "/console/fault_words.js";

const SWITCHES = [
  { title: "Chat is over its limit (429)", faults: ["chat:429@30", "chat_stream:429@30"] },
  { title: "Three in ten responses are 503", faults: ["*:503:0.3"] },
  { title: "Streams are cut after five events", faults: ["chat_stream:cut@5"] },
  { title: "Responses take two seconds", faults: ["*:delay@2"] },
  { title: "Three in ten connections are reset", faults: ["*:reset:0.3"] },
];
const NEEDED = new Set(["delay", "cut", "trickle"]);

/** Let the form be used; these are the operations that there are. */
export function start(operations) {
  const every = make("option", { value: "*" }, "every operation");
  byId("operation").replaceChildren(every, ...operations.map((name) => make("option", {}, name)));
  const kinds = Object.entries(KINDS).map(([value, { name }]) => make("option", { value }, name));
  byId("what").replaceChildren(...kinds);
  byId("what").value = "503";
  spell();
}

byId("fault").addEventListener("input", spell);
byId("fault").addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  steer("POST", "", { fault: spelled() });
});

/** Show the faults as they are now. */
export async function refresh() {
  draw((await look("/faults")).faults);
}

function draw(faults) {
  byId("faults-on").textContent = faults.length ? ` ${faults.length}` : "";
  byId("faults-on").title = faults.length ? `${faults.length} switched on` : "";
  const switches = SWITCHES.map((one) => ({ ...one, on: one.faults.every((fault) => faults.includes(fault)) }));
  show(byId("switches"), switches, (one) => one.title, drawSwitch);
  show(byId("fault-list"), faults.map((text, place) => ({ text, place })), (one) => `${one.place} ${one.text}`, drawFault);
}

function drawSwitch(one) {
  const toggled = ({ target }) => Promise.all(one.faults.map((fault) => (target.checked ? add(fault) : remove(fault))));
  const box = make("input", { type: "checkbox", role: "switch", change: toggled, checked: one.on });
  return make("li", {}, make("label", { class: "check" }, box, one.title));
}

function drawFault({ text }) {
  const button = make("button", { type: "button", click: () => remove(text), "aria-label": `Remove ${text}` }, "Remove");
  return make("li", { class: "fault" }, make("span", {}, inWords(text)), make("code", {}, text), button);
}

const add = (fault) => steer("POST", "", { fault });
const remove = (fault) => steer("DELETE", `?fault=${encodeURIComponent(fault)}`);

async function steer(method, query, body) {
  try {
    draw((await look(`/faults${query}`, method, body)).faults);
    byId("fault-problem").textContent = "";
  } catch (problem) {
    byId("fault-problem").textContent = problem.message;
  }
}

function spelled() {
  const [what, number, chance, times] = ["what", "number", "chance", "times"].map((id) => byId(id).value);
  const asked = number !== "" && KINDS[what].number ? `@${number}` : "";
  const odds = chance === "" || Number(chance) === 100 ? "" : `:${Number(chance) / 100}`;
  return `${byId("operation").value}:${what}${asked}${odds}${times ? `:x${times}` : ""}`;
}

function spell() {
  const what = byId("what").value;
  byId("number").required = NEEDED.has(what);
  byId("number-label").hidden = !KINDS[what].number;
  byId("number-label").firstChild.textContent = `${KINDS[what].number} `;
  byId("spelled").textContent = spelled();
  byId("in-words").textContent = inWords(spelled());
}
