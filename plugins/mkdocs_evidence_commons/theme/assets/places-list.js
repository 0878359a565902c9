// The list beside the map of places.
import { make } from "./make.js";
import { examples, tell } from "./places-words.js";

const ROWS = 40;
const NAMES = 300;
const FEWER = [10, 5, 3, 1];

/** The list beside the map: as it was printed, or with what a choice leaves. */
export class List {
  constructor(root, places, facets) {
    this.places = places;
    this.facets = facets;
    this.root = root;
    this.homes = new Map();
    places.spots.home.forEach((home, spot) => {
      if (!this.homes.has(home)) this.homes.set(home, []);
      this.homes.get(home).push(spot);
    });
    // What the page told of its places at first: their names and kinds stay, in other lists too.
    this.told = new Map(
      [...this.root.querySelectorAll(".ec-spot[id]")].map((item) => [item.id, item]),
    );
    this.nowhere = this.root.querySelector("[data-ec-nowhere]");
    this.isAsPrinted = true;
    this.groups = [...this.root.querySelectorAll(".ec-places__group")];
    this.atFirst = this.groups.map((group) => copies(group.children));
  }

  /** The list as it was printed. */
  reset() {
    if (this.isAsPrinted) return;
    this.isAsPrinted = true;
    this.groups.forEach((group, at) => {
      group.hidden = false;
      group.replaceChildren(...copies(this.atFirst[at]));
    });
    this.nowhere = this.root.querySelector("[data-ec-nowhere]");
  }

  /** Only some places; null for all of them. */
  show(only) {
    this.isAsPrinted = false;
    this.names = this.#fitting(only);
    for (const group of this.groups) {
      const shown = [...group.querySelectorAll("[data-ec-home]")].flatMap((list) =>
        this.#section(list, only),
      );
      const entries = new Set(shown.flatMap((spot) => this.places.of(spot)));
      const unplaced = group.querySelector("[data-ec-nowhere]") && !only ? this.#nowhere() : 0;
      group.hidden = !entries.size && !unplaced;
      tell(group.querySelector("h2"), entries.size || unplaced);
      for (const link of group.querySelectorAll(".ec-places__page, .ec-places__more")) {
        link.hidden = true;
      }
    }
  }

  /** How many examples of each place are named, so that the list stays short; as places.py has it. */
  #fitting(only) {
    const shown = only ? [...only] : this.places.all;
    const sizes = shown.map((spot) => this.places.of(spot).length);
    const named = (most) => sizes.reduce((sum, size) => sum + Math.min(size, most), 0);
    return [Infinity, ...FEWER].find((most) => named(most) <= NAMES) ?? 0;
  }

  #section(list, only) {
    const inside = (this.homes.get(list.dataset.ecHome) ?? []).filter(
      (spot) => (!only || only.has(spot)) && this.places.of(spot).length,
    );
    list.replaceChildren(...inside.slice(0, ROWS).map((spot) => this.#row(spot)));
    if (inside.length > ROWS) {
      list.append(
        this.#more(`${inside.length - ROWS} more places`, (item) =>
          item.replaceWith(...inside.slice(ROWS).map((spot) => this.#row(spot))),
        ),
      );
    }
    const heading = list.previousElementSibling;
    if (heading?.tagName === "H3") {
      heading.hidden = !inside.length;
      tell(heading, this.places.count(inside));
    }
    return inside;
  }

  #row(spot) {
    const entries = this.places.of(spot);
    const id = `place-${this.places.spots.id[spot]}`;
    const item = make("li", "ec-spot");
    item.id = id;
    const printed = this.told.get(id)?.querySelector(".ec-spot__name");
    const name = printed ? printed.cloneNode(true) : make("p", "ec-spot__name");
    if (!printed) {
      const kind = this.places.kinds[this.places.spots.kind[spot]];
      name.append(make("strong", "", this.places.spots.name[spot]), " ");
      if (kind) name.append(make("span", "ec-quiet", kind), " ");
      name.append(make("span", "ec-count"));
    }
    tell(name, entries.length);
    item.append(name, this.#names(entries));
    return item;
  }

  #names(entries) {
    const list = make("ul", "ec-spot__who");
    const few = entries.slice(0, this.names);
    list.append(...few.map((entry) => this.#name(entry)));
    if (few.length < entries.length) {
      const rest = entries.slice(few.length);
      const words = examples(rest.length);
      list.append(
        this.#more(few.length ? words.replace(" ", " more ") : words, (item) =>
          item.replaceWith(...rest.map((entry) => this.#name(entry))),
        ),
      );
    }
    return list;
  }

  #name(entry) {
    const link = make("a", "", this.facets.entries.title[entry]);
    link.href = this.facets.address(entry);
    const item = make("li");
    item.append(link);
    return item;
  }

  /** A button that puts more in its own place, and leaves whoever pressed it at the first of them. */
  #more(words, open) {
    const item = make("li");
    const button = make("button", "ec-plain", words);
    button.type = "button";
    button.addEventListener("click", () => {
      const list = item.parentElement;
      const place = list.childElementCount - 1;
      open(item);
      list.children[place].querySelector("a, button").focus();
    });
    item.append(button);
    return item;
  }

  #nowhere() {
    const left = this.places.nowhere.filter((entry) => this.places.left.has(entry));
    const item = make("li", "ec-spot");
    item.append(this.#names(left));
    this.nowhere.replaceChildren(item);
    return left.length;
  }
}

function copies(nodes) {
  return [...nodes].map((node) => node.cloneNode(true));
}
