// The list of examples, narrowed and sorted. Without this file the list is whole, in pages.
import { cardOf, fill } from "./cards.js";
import { chooser } from "./chooser.js";
import { grouped } from "./make.js";

const AT_ONCE = 50;

const list = document.querySelector("[data-ec-results]");
const more = document.querySelector(".ec-results__more");
const field = document.querySelector("#sort");
const printed = [...list.children];
const live = await chooser(document.querySelector("[data-ec-chooser]"));
const { facets } = live;

let found = [];
let shown = history.state?.shown ?? AT_ONCE;

/** Cards are filled when they are about to be seen: those of a choice are scattered over files. */
const soon = new IntersectionObserver(
  async (changes) => {
    const items = changes.filter((one) => one.isIntersecting).map((one) => one.target);
    for (const item of items) soon.unobserve(item);
    const cards = await facets.cards(items.map((item) => Number(item.dataset.ecEntry)));
    items.forEach((item, place) => fill(facets, item, cards[place]));
  },
  { rootMargin: "600px" },
);

const keys = {
  strongest: () => facets.strongest,
  reviewed: () => facets.entries.reviewed,
  // Years stand with the newest first, and "not known" last.
  started: () => facets.entries.year.map((year) => -year),
};

/** The highest first; those that are alike by name. */
function sorted(entries) {
  const key = keys[field.value]?.();
  if (!key) return entries;
  return [...entries].sort((a, b) => (key[a] < key[b] ? 1 : key[a] > key[b] ? -1 : a - b));
}

function show() {
  soon.disconnect();
  // What the page itself holds is there at once.
  const asPrinted = live.state.choice.isEmpty && !field.value;
  const start = asPrinted ? printed.length : 0;
  list.replaceChildren(...(asPrinted ? printed : []), ...found.slice(start, shown).map(card));
  const left = found.length - shown;
  more.hidden = left <= 0;
  more.firstElementChild.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${grouped(left)}`;
}

function card(entry) {
  const item = cardOf(facets, entry);
  soon.observe(item);
  return item;
}

function sort() {
  found = sorted(live.state.entries);
  show();
}

function keep(name, value) {
  const url = new URL(location);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  history.replaceState(history.state, "", url);
}

more.firstElementChild.addEventListener("click", () => {
  const next = shown;
  shown += AT_ONCE;
  history.replaceState({ ...history.state, shown }, "");
  show();
  list.children[next].querySelector("a").focus();
});

field.addEventListener("change", () => {
  keep("sort", field.value);
  shown = AT_ONCE;
  sort();
});

const wanted = new URLSearchParams(location.search).get("sort");
if (wanted in keys) field.value = wanted;
field.parentElement.hidden = false;
document.querySelector(".ec-results__told").hidden = true;
document.querySelector(".ec-pager")?.remove();

let first = true;
live.onChange(() => {
  if (!first) shown = AT_ONCE;
  first = false;
  sort();
});
