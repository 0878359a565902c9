// The map of places and the list beside it: both follow the choice of the panel, and each circle of
// the map narrows the list to its places. Without this file a circle leads to its place in the list.
import { chooser } from "./chooser.js";
import { fetched } from "./facets.js";
import { grouped } from "./make.js";
import { List } from "./places-list.js";
import { Mine } from "./places-mine.js";
import { examples, tell } from "./places-words.js";

const LARGEST = 28;
const SMALLEST = 14;
const FEW = 6;

const page = document.querySelector("[data-ec-places]");
const base = new URL(page.dataset.ecBase, document.baseURI);

const [live, data] = await Promise.all([
  chooser(page.querySelector("[data-ec-chooser]")),
  // Without the data the page stays as it is without scripts.
  fetched(new URL("data/places.json", base)).catch(() => new Promise(() => {})),
]);

/** The places, with those examples that the choice leaves. */
class Places {
  constructor({ spots, kinds, nowhere }) {
    this.spots = spots;
    this.kinds = kinds;
    this.nowhere = nowhere;
    this.all = spots.id.map((_, spot) => spot);
    this.left = new Set();
  }

  /** The examples of a place that are left. */
  of(spot) {
    return this.spots.entries[spot].filter((entry) => this.left.has(entry));
  }

  /** How many examples some places have together. */
  count(spots) {
    return new Set(spots.flatMap((spot) => this.of(spot))).size;
  }
}

class Circles {
  constructor(places, pick) {
    this.places = places;
    this.svg = page.querySelector("[data-ec-map]");
    this.most = Math.max(Number(this.svg.dataset.ecMost), FEW);
    this.marks = [...this.svg.querySelectorAll("[data-ec-circle]")].map((link) => {
      const circle = Number(link.dataset.ecCircle);
      const spots = places.all.filter((spot) => places.spots.circle[spot] === circle);
      const names = link.getAttribute("aria-label").replace(/: [^:]*$/, "");
      link.setAttribute("role", "button");
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        pick(circle);
      });
      link.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        pick(circle);
      });
      return { link, spots, names };
    });
  }

  show(picked) {
    this.marks.forEach(({ link, spots, names }, circle) => {
      const count = this.places.count(spots);
      const words = `${names}: ${examples(count)}`;
      link.classList.toggle("is-empty", !count);
      link.setAttribute("aria-label", words);
      link.setAttribute("aria-pressed", String(picked === circle));
      link.querySelector(".ec-mark__count").textContent = grouped(count);
      const drawn = link.querySelector(".ec-mark__circle");
      drawn.setAttribute("r", radius(count, this.most));
      drawn.querySelector("title").textContent = words;
    });
  }
}

/** As place_map.py draws it. */
function radius(count, most) {
  const least = SMALLEST + 3.5 * (grouped(count).length - 1);
  return Math.max(LARGEST * Math.sqrt(count / most), least).toFixed(1);
}

const bar = page.querySelector("[data-ec-picked]");
const said = bar.querySelector("p");
const offMap = [...page.querySelectorAll("[data-ec-off]")];
const places = new Places(data);
const circles = new Circles(places, (circle) => pick(picked?.circle === circle ? null : of(circle)));

let list;
let mine;
let isAll = true;
/** The places that alone are shown, with the words for them, and their circle if it is one. */
let picked = null;

function of(circle) {
  const { names, spots } = circles.marks[circle];
  return { circle, where: names, only: new Set(spots) };
}

function pick(wanted) {
  picked = wanted;
  toAddress();
  draw();
  if (picked) intoSight();
}

/** A circle stands in the address by its largest place, on which it is drawn. */
function toAddress() {
  const params = new URLSearchParams(location.search);
  params.delete("near");
  if (picked?.circle !== undefined) params.set("near", data.spots.id[largest(picked.only)]);
  const query = params.toString();
  const here = location.pathname + (query ? `?${query}` : "") + location.hash;
  history.replaceState(history.state, "", here);
}

function fromAddress() {
  const near = data.spots.id.indexOf(new URLSearchParams(location.search).get("near") ?? "");
  const circle = data.spots.circle[near] ?? -1;
  if (circle >= 0) picked = of(circle);
  else if (picked?.circle !== undefined) picked = null;
}

function largest(spots) {
  const size = (spot) => data.spots.entries[spot].length;
  return [...spots].reduce((best, spot) => (size(spot) > size(best) ? spot : best));
}

/** On a phone the list lies under the map. */
function intoSight() {
  const { top, bottom } = bar.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) bar.scrollIntoView({ block: "start" });
}

function draw() {
  circles.show(picked?.circle);
  if (isAll && !picked) list.reset();
  else list.show(picked?.only);
  const count = picked ? places.count([...picked.only]) : 0;
  const found = count ? examples(count) : "no example with this choice";
  const words = picked ? `${picked.where}: ${found}` : "";
  bar.hidden = !picked;
  if (said.textContent !== words) said.textContent = words;
  for (const item of offMap) showOff(item);
}

function showOff(item) {
  const { ecOff } = item.dataset;
  const count =
    ecOff === "nowhere"
      ? data.nowhere.filter((entry) => places.left.has(entry)).length
      : places.count(places.all.filter((spot) => data.spots.off[spot] === ecOff));
  item.hidden = !count;
  tell(item, count);
}

bar.querySelector("button").addEventListener("click", () => {
  pick(null);
  page.querySelector(".ec-places__list .ec-places__group a")?.focus();
});

live.onChange(({ choice, facets, entries }) => {
  list ??= new List(page.querySelector(".ec-places__list"), places, facets);
  places.left = new Set(entries);
  isAll = choice.isEmpty;
  fromAddress();
  draw();
  mine ??= new Mine(
    page.querySelector("[data-ec-mine]"),
    places,
    data.councils,
    (where, spots) => pick({ where, only: new Set(spots) }),
  );
  mine.tell();
});
