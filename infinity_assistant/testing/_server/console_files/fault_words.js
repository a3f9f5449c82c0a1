// SPDX-License-Identifier: MIT
// Say faults in words: what is written chat:503:0.1 is “chat responds with 503, in 10 % of the calls”.

/** What a fault can be: its name for people, what its number means, and what happens. */
export const KINDS = {
  503: { name: "503 Service Unavailable", number: "Retry-After, seconds" },
  500: { name: "500 Internal Server Error", number: "" },
  429: { name: "429 Too Many Requests", number: "Retry-After, seconds" },
  delay: { name: "A late response", number: "Seconds", happens: (n) => `responds ${n} s later` },
  cut: { name: "A response that is cut", number: "After events", happens: (n) => `is cut after ${counted(n, "event")}` },
  reset: { name: "A connection that is reset", number: "", happens: () => "has its connection reset" },
  trickle: { name: "A slow response", number: "Seconds a byte", happens: (n) => `takes ${n} s for each byte` },
  html: { name: "A page instead of JSON", number: "", happens: () => "responds with an HTML page" },
  malformed: { name: "JSON that is broken", number: "", happens: () => "responds with half of its body" },
  "content-type": { name: "A wrong content type", number: "", happens: () => "responds with a wrong content type" },
};

/** Say a fault in words. */
export function inWords(text) {
  const [operation, what, ...options] = text.split(":");
  const [name, number] = what.split("@");
  const times = options.find((option) => option.startsWith("x"))?.slice(1);
  const chance = options.find((option) => !option.startsWith("x"));
  const parts = [
    `${operation === "*" ? "Every operation" : operation} ${happens(name, number)}`,
    chance === undefined ? "" : `in ${Number((Number(chance) * 100).toFixed(6))} % of the calls`,
    times === undefined ? "" : counted(times, "time"),
  ];
  return parts.filter(Boolean).join(", ");
}

function happens(name, number) {
  if (KINDS[name]?.happens) return KINDS[name].happens(number);
  return `responds with ${name}${number === undefined ? "" : ` and asks to wait ${number} s`}`;
}

const counted = (number, noun) => `${number} ${noun}${Number(number) === 1 ? "" : "s"}`;
