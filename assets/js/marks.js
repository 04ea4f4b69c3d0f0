// <form data-marks>: a click on a place of the drawing chooses it in the select. Without script the place is a link.
export function choosePlaces(root) {
  for (const form of root.querySelectorAll("form[data-marks]")) {
    const select = form.querySelector("select[name='place']");
    form.addEventListener("click", (event) => {
      const place = event.target.closest?.("svg [data-field]")?.dataset.field;
      if (!place || !select?.querySelector(`option[value="${place}"]`)) return;
      event.preventDefault();
      select.value = place;
      select.focus();
    });
  }
}
