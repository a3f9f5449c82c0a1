// SPDX-License-Identifier: MIT
// Tabs with the keys that people know (ARIA Authoring Practices, "Tabs").

const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/** Let the tabs be used; `chosen` is told the id of the panel that comes to the front. */
export function start(chosen) {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const choose = (tab) => {
    for (const one of tabs) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      document.getElementById(one.getAttribute("aria-controls")).hidden = one !== tab;
    }
    chosen(tab.getAttribute("aria-controls"));
  };
  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (pressed) => {
      const step = STEPS[pressed.key];
      if (step === undefined) return;
      pressed.preventDefault();
      const next = Number.isFinite(step) ? (place + step + tabs.length) % tabs.length : step > 0 ? tabs.length - 1 : 0;
      tabs[next].focus();
      choose(tabs[next]);
    });
  });
}
