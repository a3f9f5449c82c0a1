// SPDX-License-Identifier: MIT
// Show how a program reaches this emulator, and copy it.

import { byId } from "/console/dom.js";

const SHOWN_FOR = 1500;

/** Let the buttons be used, and follow the key. */
export function start() {
  byId("base-url").textContent = baseUrl();
  byId("key").addEventListener("input", showKey);
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.addEventListener("click", () => copy(button));
  }
  showKey();
}

/** Show the line for a shell, with the key as it is now. */
export function showKey() {
  const key = byId("key").value.trim();
  const variables = [["BASE_URL", baseUrl()], ...(key ? [["API_KEY", key]] : [])];
  byId("export-line").textContent = `export ${variables.map(([name, value]) => `INFINITY_ASSISTANT_${name}=${quoted(value)}`).join(" ")}`;
}

const baseUrl = () => `${location.origin}/api`;

const quoted = (text) => (/^[\w:/.@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

async function copy(button) {
  const source = byId(button.dataset.copy);
  const done = await written(source.textContent).catch(() => selected(source));
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = done;
  byId("copied").textContent = done;
  setTimeout(() => {
    button.textContent = label;
    byId("copied").textContent = "";
  }, SHOWN_FOR);
}

async function written(text) {
  await navigator.clipboard.writeText(text);
  return "Copied";
}

/** Without https, and not on this machine, a browser has no clipboard: the text is selected instead. */
function selected(source) {
  getSelection().selectAllChildren(source);
  return "Selected";
}
