// What the theme leaves to be said for those who do not see the page: names of landmarks, tables that scroll by keyboard.
const improve = () => {
  document.querySelectorAll(".md-code__nav:not([aria-label])").forEach((nav) => {
    nav.setAttribute("aria-label", `Copy ${nav.closest("pre")?.id || nav.parentElement.id}`);
  });
  document.querySelector(".md-path")?.setAttribute("aria-label", "Path");
  document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code").forEach((wide) => (wide.tabIndex = 0));
};
improve();
new MutationObserver(improve).observe(document.body, { childList: true, subtree: true });
