// The page of results: what is looked for stands in the address, so that it can be shared.

import { afterwards, base, byKind, element, item, told } from "./found.js";
import { search } from "./index.js";
import { grouped } from "./make.js";

const FEW = 5;
const MANY = 20;

const form = document.querySelector("[data-ec-find]");
const field = form.elements.q;
const status = form.querySelector("[role=status]");
const place = document.querySelector("[data-ec-found]");
let turn = 0;

const asked = () => new URLSearchParams(location.search);

function address(words, kind = "") {
  const chosen = new URLSearchParams();
  if (words.trim()) chosen.set("q", words.trim());
  if (kind) chosen.set("kind", kind);
  return `${location.pathname}${chosen.size ? `?${chosen}` : ""}`;
}

async function show(limit = MANY) {
  const words = asked().get("q") ?? "";
  const kind = asked().get("kind");
  const mine = (turn += 1);
  browsing(!words);
  if (!words) {
    place.replaceChildren();
    status.textContent = "";
    return;
  }
  try {
    const found = kind
      ? await search(base, words, { kinds: [kind], limit })
      : await search(base, words, { perKind: FEW, limit: 100 });
    if (mine === turn) fill(words, kind, found);
  } catch {
    if (mine !== turn) return;
    browsing(true);
    place.replaceChildren();
    status.textContent = "The search cannot be reached just now. Try again later, or browse below.";
  }
}

// The ways to browse stand below, except where results do.
function browsing(shown) {
  document.documentElement.toggleAttribute("data-ec-finding", !shown);
}

function fill(words, kind, found) {
  status.textContent = told(found, words);
  browsing(!found.total);
  const names = new Map(found.kinds.map(({ id, label }) => [id, label]));
  const sections = [...byKind(found.results)].map(([id, results]) => {
    const count = grouped(found.counts[id]);
    const heading = element("h2", { id }, `${names.get(id)} `, element("span", { className: "ec-quiet", textContent: count }));
    const list = element("ul", { className: "ec-finds" }, ...results.map(item));
    const section = element("section", {}, heading, list);
    const left = found.counts[id] - results.length;
    if (left && kind) section.append(more(results.length, left));
    else if (left) section.append(all(words, id, count, names.get(id)));
    return section;
  });
  if (kind) sections.unshift(back(words));
  place.replaceChildren(...sections);
}

function all(words, kind, count, name) {
  const href = address(words, kind);
  return element("p", {}, element("a", { href, textContent: `All ${count}: ${name.toLowerCase()}` }));
}

function back(words) {
  return element("p", {}, element("a", { href: address(words), textContent: "Results of all kinds" }));
}

function more(shown, left) {
  const button = element("button", {
    type: "button",
    className: "ec-button",
    textContent: `Show ${Math.min(MANY, left)} more`,
  });
  button.addEventListener("click", async () => {
    await show(shown + MANY);
    place.querySelectorAll(".ec-found")[shown]?.focus();
  });
  return element("p", {}, button);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address(field.value));
  show();
});
field.addEventListener("input", afterwards(() => {
  history.replaceState(null, "", address(field.value));
  show();
}, 200));
addEventListener("popstate", () => {
  field.value = asked().get("q") ?? "";
  show();
});

form.hidden = false;
field.value = asked().get("q") ?? "";
show();
