// <form data-autosave="address">: sends the form a moment after each change and says so in its [data-saved-words]
// element, whose data-saving, data-saved, data-waiting and data-refused hold the (translated) words. What cannot be sent
// waits and is sent again when the line is back; the ordinary submit button always remains.
const PAUSE = 700;
const RETRY = 8000;

export function saveAsTyped(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) watch(form);
}

function watch(form) {
  const words = form.querySelector("[data-saved-words]");
  let timer = 0;
  let running = false;
  let again = false;

  const say = (state) => {
    if (!words) return;
    words.hidden = false;
    words.textContent = words.dataset[state] ?? "";
    words.classList.toggle("ra-saved--waiting", state !== "saved");
  };

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  };

  async function send() {
    if (form.dataset.sent) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    say("saving");
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), headers: { "X-Autosave": "1" } });
      // The reason of a refusal is read after submitting; only a broken line is worth another try. Whoever was signed
      // out meanwhile is led to another page, which is no answer either.
      if (answer.ok && !answer.redirected) say("saved");
      else if (answer.status >= 500) throw new Error(String(answer.status));
      else say("refused");
    } catch {
      say("waiting");
      later(RETRY);
    }
    running = false;
    if (again) later(PAUSE);
  }

  form.addEventListener("input", () => later(PAUSE));
  addEventListener("online", () => words?.classList.contains("ra-saved--waiting") && later(0));
}
