// <form data-once>: a second click sends nothing. The server is safe without this; it spares the person a wait.
const REST = 8000;

export function submitOnce(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-once]") || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    // Not `disabled`: a disabled button would not be sent along with its value.
    event.submitter?.setAttribute("aria-disabled", "true");
    // A download leaves the page standing, and a broken line too: after a while the button works again.
    setTimeout(() => release(form), REST);
  });

  // A page shown again by the Back button must be usable again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) root.querySelectorAll("form[data-sent]").forEach(release);
  });
}

function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-disabled="true"]').forEach((button) => button.removeAttribute("aria-disabled"));
}
