// After a refused form the error summary takes focus; after an answer, the feedback (data-focus) does.
export function focusWhatMatters(root) {
  const target = root.querySelector(".govuk-error-summary, [data-focus]");
  if (target) {
    if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
    target.focus();
  }
  root.addEventListener("click", (event) => {
    const link = event.target.closest?.(".govuk-error-summary a[href^='#']");
    if (link && reach(root.getElementById(link.hash.slice(1)))) event.preventDefault();
  });
}

// Scroll to the label or legend, not to the field under it, so that the question can be read.
function reach(field) {
  if (!field) return false;
  const legend = field.closest("fieldset")?.querySelector("legend");
  const label = legend ?? field.labels?.[0] ?? field;
  label.scrollIntoView();
  field.focus({ preventScroll: true });
  return true;
}
