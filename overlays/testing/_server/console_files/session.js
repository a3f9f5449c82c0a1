// SPDX-License-Identifier: MIT
// Keep what has to survive a reload of this tab. A browser may refuse to: then nothing is kept.

/** Keep a value under a name; null forgets it. */
export function keep(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    return;
  }
}

/** Give what was kept under a name, or null. */
export function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}
