// The search in the head of every page. Nothing of the index is fetched before somebody goes there.

import { afterwards, base, byKind, element, item, told } from "./found.js";
import { grouped } from "./make.js";

const OFF = "ec-slash"; // Kept in the browser if somebody does not want the key.
const OF_EACH_KIND = 3;

const form = document.querySelector(".ec-search");
const field = form.querySelector(".ec-search__words");
const sign = form.querySelector(".ec-search__key");
const status = element("p", { className: "ec-unseen" });
status.setAttribute("role", "status");
const panel = element("div", { className: "ec-search__panel", id: "__found", hidden: true });
form.append(panel);
let turn = 0;

// All at once: the browser learns of the others from the first too late.
const index = async () =>
  (await Promise.all(["index", "excerpt", "words"].map((name) => import(`./${name}.js`))))[0];
const whole = (words) => `${form.action}?q=${encodeURIComponent(words.trim())}`;
const links = () => [...panel.querySelectorAll("a")];

async function look() {
  const words = field.value;
  const mine = (turn += 1);
  if (!words.trim()) return close();
  try {
    const { search } = await index();
    const found = await search(base, words, { perKind: OF_EACH_KIND, limit: 15 });
    if (mine === turn) show(words, found);
  } catch {
    if (mine === turn) fail();
  }
}

function show(words, found) {
  const names = new Map(found.kinds.map(({ id, label }) => [id, label]));
  const said = told(found, words);
  panel.replaceChildren(element("p", { className: "ec-search__told", textContent: said }));
  for (const [kind, results] of byKind(found.results)) {
    const name = element("p", { className: "ec-search__kind", id: `__found-${kind}` },
      `${names.get(kind)} `,
      element("span", { className: "ec-search__count", textContent: found.counts[kind] }));
    const list = element("ul", { className: "ec-search__list" }, ...results.map(item));
    list.setAttribute("aria-labelledby", name.id);
    panel.append(name, list);
  }
  panel.append(foot(words, found.total > found.results.length ? found.total : 0));
  panel.hidden = false;
  status.textContent = found.total ? `${said} The down arrow leads to them.` : said;
}

function foot(words, total) {
  const made = element("p", { className: "ec-search__foot" });
  if (total) {
    const all = `All ${grouped(total)} results`;
    made.append(element("a", { href: whole(words), className: "ec-search__all", textContent: all }));
  } else {
    made.append(element("a", { href: form.action, textContent: "Ways to browse" }));
  }
  const box = element("input", { type: "checkbox", checked: !isOff() });
  box.addEventListener("change", () => keep(!box.checked));
  made.append(element("label", {}, box, " The key ", element("kbd", { textContent: "/" }), " leads here"));
  return made;
}

function fail() {
  const said = "The search cannot be reached just now.";
  const way = element("a", { href: form.action, textContent: "Ways to browse" });
  panel.replaceChildren(element("p", { className: "ec-search__told" }, `${said} `, way));
  panel.hidden = false;
  status.textContent = said;
}

function close() {
  turn += 1;
  panel.hidden = true;
  status.textContent = "";
}

/** Up and down go through the field and the results. */
function go(event) {
  const stops = [field, ...links()];
  const at = stops.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (panel.hidden || at < 0 || to === undefined) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(to, stops.length - 1))].focus();
}

form.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) {
    event.preventDefault();
    field.focus();
    close(); // Behind the focus, which would look again.
  } else if (event.key.length === 1 && event.key !== " " && event.target.matches("a")
    && !event.ctrlKey && !event.metaKey && !event.altKey) {
    field.focus(); // Who types on, types on in the field.
  } else {
    go(event);
  }
});
panel.addEventListener("click", ({ target }) => {
  if (target.closest("a")) close(); // It may lead to another part of the same page.
});
form.addEventListener("submit", (event) => {
  if (!field.value.trim()) event.preventDefault();
});
form.addEventListener("focusout", ({ relatedTarget }) => {
  // A tap on bare words of the panel moves no focus anywhere; that leaves it open.
  if (relatedTarget && !form.contains(relatedTarget)) close();
});
document.addEventListener("pointerdown", ({ target }) => {
  if (!form.contains(target)) close();
});
field.addEventListener("input", afterwards(look));
field.addEventListener("focus", () => {
  // Only now, so that whoever reads the page alone meets no empty place in it.
  if (!status.isConnected) form.append(status);
  index().then(({ prepare }) => prepare(base)).catch(() => {});
  if (field.value.trim() && panel.hidden) look();
});

document.addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const isTyping = target.closest("input, textarea, select, [contenteditable]");
  if (key !== "/" || ctrlKey || metaKey || altKey || isTyping || isOff()) return;
  event.preventDefault();
  field.focus();
  field.select();
});

function isOff() {
  try {
    return localStorage.getItem(OFF) === "off";
  } catch {
    return false;
  }
}

function keep(off) {
  try {
    if (off) localStorage.setItem(OFF, "off");
    else localStorage.removeItem(OFF);
  } catch {
    // Then it holds for nothing: the browser keeps nothing.
  }
  sign.hidden = off;
}

sign.hidden = isOff();
