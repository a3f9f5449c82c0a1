// SPDX-License-Identifier: MIT
// Ask the emulator: the API as any program does, and the look inside below /_emulator.

import { byId } from "/console/dom.js";

/** A response that is an error, or none at all. `status` is 0 without a response. */
export class Problem extends Error {
  constructor(status, text) {
    super(status ? `${status} ${text}` : text);
    this.status = status;
  }
}

/** Send a request of the API, with the key of the page, and give the response if it is a success. */
export async function send(method, path, body, signal) {
  const key = byId("key").value.trim();
  return checked(await asked(`/api${path}`, method, body, key ? { authorization: `Bearer ${key}` } : {}, signal));
}

/** Send a request of the API, and return the JSON of its response. */
export const call = async (method, path, body, signal) => read(await send(method, path, body, signal));

/** What the server has written into its page: `admin-key`, and `api-key` if it has made one. */
export const written = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

/** Look into the emulator, or steer it. */
export const look = async (path, method = "GET", body = undefined) => {
  const key = written("admin-key");
  return read(await checked(await asked(`/_emulator${path}`, method, body, key ? { "x-emulator-key": key } : {})));
};

async function asked(url, method, body, headers, signal) {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { "content-type": "application/json" };
  try {
    return await fetch(url, { method, headers: { ...type, ...headers }, ...json, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, "The connection broke before a response came.");
  }
}

async function checked(response) {
  if (response.ok) return response;
  throw new Problem(response.status, explained(await response.text().catch(() => "")) || response.statusText);
}

async function read(response) {
  const text = await response.text().catch(() => {
    throw new Problem(0, "The connection broke in the middle of the response.");
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(response.status, `The response is not JSON: ${text.slice(0, 200)}`);
  }
}

/** What an error body says, in any of the shapes of the service. */
function explained(text) {
  try {
    const { error, message } = JSON.parse(text);
    return [error?.message ?? error, message].filter((part) => typeof part === "string").join(": ");
  } catch {
    return /<title>([^<]*)/.exec(text)?.[1] ?? text.slice(0, 200);
  }
}
