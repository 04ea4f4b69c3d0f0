// <div data-poll="address" data-poll-every="20">: asks for a fragment while the page is looked at. 204 says: nothing new;
// 410: nothing will come any more. A person who is inside the fragment with keyboard or finger is not disturbed.
export function pollFragments(root) {
  for (const box of root.querySelectorAll("[data-poll]")) schedule(root, box, seconds(box));
}

const seconds = (box) => Math.max(5, Number(box.dataset.pollEvery) || 20);

function schedule(root, box, wait) {
  setTimeout(async () => {
    const next = await ask(root, box);
    if (next !== "stop") schedule(root, box, next === "failed" ? Math.min(wait * 2, 300) : seconds(box));
  }, wait * 1000);
}

async function ask(root, box) {
  if (root.hidden || box.contains(root.activeElement)) return "later";
  try {
    const answer = await fetch(box.dataset.poll, { headers: { "X-Fragment": "1" } });
    if (answer.status === 410 || answer.redirected) return "stop";
    if (answer.status === 204) return "same";
    if (!answer.ok) return "failed";
    box.innerHTML = await answer.text();
    return "changed";
  } catch {
    return "failed";
  }
}
