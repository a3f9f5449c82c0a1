// SPDX-License-Identifier: MIT
// Read an event stream as it comes (WHATWG HTML, section 9.2.6). EventSource cannot send a POST.

/** Give the events of a response: their names and their data, read. */
export async function* events(response) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r\n\r\n|\n\n|\r\r/);
    rest = blocks.pop();
    for (const block of blocks) yield event(block);
  }
}

function event(block) {
  const fields = block.split(/\r\n|\n|\r/).map((line) => /^([^:]*):? ?(.*)$/.exec(line).slice(1));
  const values = (name) => fields.filter(([field]) => field === name).map(([, value]) => value);
  return { name: values("event").at(-1) ?? "message", data: JSON.parse(values("data").join("\n") || "null") };
}
