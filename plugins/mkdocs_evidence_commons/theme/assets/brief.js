// The reader's brief: what they collected, kept in this browser alone; and the buttons by which they
// collect it, on every page.
import { counted } from "./make.js";

const NAME = "ec-brief";

/** The root of the site. */
export const ROOT = new URL("../", import.meta.url);

let unkept = null;

/** The brief: `{ title, items: [{ key, note }] }`. */
export function read() {
  try {
    return whole(JSON.parse(localStorage.getItem(NAME)));
  } catch {
    return whole(unkept);
  }
}

/** Keep the brief. A browser that keeps nothing has it until the page is left. */
export function write(brief) {
  try {
    if (brief.items.length || brief.title) localStorage.setItem(NAME, JSON.stringify(brief));
    else localStorage.removeItem(NAME);
  } catch {
    unkept = brief;
  }
  refresh();
}

function whole(found) {
  const items = Array.isArray(found?.items) ? found.items : [];
  return {
    title: String(found?.title ?? ""),
    items: items
      .filter((one) => typeof one?.key === "string")
      .map((one) => ({ key: one.key, note: String(one.note ?? "") })),
  };
}

/** Put a thing into the brief, or take it out; true if it is in it now. */
export function toggle(key) {
  const brief = read();
  const left = brief.items.filter((one) => one.key !== key);
  const added = left.length === brief.items.length;
  write({ ...brief, items: added ? [...left, { key, note: "" }] : left });
  return added;
}

/** Say something to everyone, for a few seconds; screen readers say it too. */
export function say(words) {
  teller ??= makeTeller();
  teller.textContent = words;
  teller.classList.toggle("ec-told--shown", Boolean(words));
  clearTimeout(teller.timer);
  if (words) teller.timer = setTimeout(() => say(""), 6000);
}

let teller = null;

function makeTeller() {
  const made = document.createElement("p");
  made.className = "ec-told";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}

function refresh() {
  const { items } = read();
  const keys = new Set(items.map((one) => one.key));
  for (const button of document.querySelectorAll("button[data-ec-collect]")) {
    const isIn = keys.has(button.dataset.ecCollect);
    const words = isIn ? "Take out of brief" : "Add to brief";
    button.textContent = words;
    button.setAttribute("aria-label", `${words}: ${button.dataset.ecName}`);
    button.classList.toggle("ec-take--on", isIn);
    button.hidden = false;
  }
  for (const link of document.querySelectorAll("[data-ec-brief]")) {
    link.hidden = !items.length;
    link.textContent = items.length ? `Brief (${items.length})` : "Brief";
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-ec-collect]");
  if (!button) return;
  const added = toggle(button.dataset.ecCollect);
  const count = read().items.length;
  say(`${added ? "Added to" : "Taken out of"} your brief. It holds ${count ? counted(count, "thing") : "nothing"} now.`);
});
addEventListener("storage", refresh);
addEventListener("pageshow", refresh);

/** Call `dress` now, and again whenever an element appears that still waits for it. */
export function whenever(selector, dress) {
  let asked = false;
  const pass = () => {
    asked = false;
    if (document.querySelector(selector)) dress();
  };
  new MutationObserver(() => {
    if (!asked) queueMicrotask(pass);
    asked = true;
  }).observe(document.body, { childList: true, subtree: true });
  dress();
}

whenever("button[data-ec-collect][hidden]", refresh);
