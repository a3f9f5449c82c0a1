// SPDX-License-Identifier: MIT
// Build and keep up to date what is on the page. Text is only ever set as text: nothing that was sent becomes markup.

export const byId = (id) => document.getElementById(id);

/** Make an element; attributes that are functions listen to events, children are elements or text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

/** The nodes of a text in which **strong** and *stressed* words and `code` are marked. */
export const inline = (text) =>
  text.split(/(\*\*[^*\n]+\*\*|\*[^*\s][^*\n]*\*|`[^`\n]+`)/).map((part) => {
    if (/^\*\*.+\*\*$/.test(part)) return make("strong", {}, part.slice(2, -2));
    if (/^\*.+\*$/.test(part)) return make("em", {}, part.slice(1, -1));
    return /^`.+`$/.test(part) ? make("code", {}, part.slice(1, -1)) : part;
  });

const OPERABLE = "button, input, summary";
const shown = new WeakMap();

/** Show items in a list: what did not change stays as it is; what is drawn anew keeps its focus, and stays open. */
export function show(list, items, key, draw) {
  const known = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const nodes = items.map((item) => drawn(known.get(String(key(item))), item, key, draw));
  while (list.children.length > nodes.length || [...list.children].some((child) => !nodes.includes(child))) {
    [...list.children].find((child) => !nodes.includes(child)).remove();
  }
  nodes.forEach((node, place) => {
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
  });
}

function drawn(old, item, key, draw) {
  const text = JSON.stringify(item);
  if (old && shown.get(old) === text) return old;
  const node = draw(item);
  node.dataset.key = key(item);
  const focused = old ? [...old.querySelectorAll(OPERABLE)].indexOf(document.activeElement) : -1;
  if (focused >= 0) queueMicrotask(() => node.querySelectorAll(OPERABLE)[focused]?.focus());
  const details = node.querySelector("details");
  if (details && old?.querySelector("details")?.open) details.open = true;
  shown.set(node, text);
  return node;
}

/** The time of day of a moment, as it is where the reader is. */
export const timeOf = (moment) => new Date(moment).toLocaleTimeString([], { hour12: false });

/** A moment as it is where the reader is: the time today, else the day as well. */
export function momentOf(moment) {
  const day = new Date(moment).toLocaleDateString();
  return day === new Date().toLocaleDateString() ? timeOf(moment) : `${day} ${timeOf(moment)}`;
}

/** How long something took. */
export const durationOf = (seconds) => (seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`);

/** JSON laid out to be read; any other text as it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
