// The panel by which examples are narrowed. The page lists the values as links; this makes a form of
// them, counts, shows what is chosen, and keeps the choice in the address.
import { Choice } from "./choice.js";
import { Group } from "./chooser-group.js";
import { load } from "./facets.js";
import { counted, grouped, make } from "./make.js";

const WIDE = matchMedia("(min-width: 960px)");
const MONTH = { month: "long", timeZone: "UTC" };

/**
 * Bring a panel to life. If the data cannot be had, the page stays as it is without scripts, and
 * this never answers.
 *
 * `live.onChange(told)` calls `told({ choice, facets, entries, claims, among })` now and after every
 * change; `live.choose(choice)` and `live.toggle(facet, value)` change it.
 */
export async function chooser(root) {
  const facets = await load(root.dataset.ecBase).catch(() => new Promise(() => {}));
  const panel = new Panel(root, facets);
  await panel.read();
  return panel;
}

class Panel {
  constructor(root, facets) {
    this.root = root;
    this.facets = facets;
    this.choice = new Choice();
    this.among = null;
    this.listeners = [];
    this.asked = 0;
    this.all = root.querySelector(".ec-chooser__all");
    this.chosen = document.querySelector("[data-ec-chosen]");
    this.told = this.chosen.querySelector(".ec-chosen__told");
    this.chips = this.chosen.querySelector(".ec-chosen__list");
    this.cited = this.chosen.querySelector(".ec-chosen__cited");
    this.field = root.querySelector(".ec-chooser__words input");
    this.close = root.querySelector("[data-ec-close]");
    this.totals = facets.counts(this.choice);
    this.groups = facets.facets.map((facet) => new Group(this, facet));
    root.classList.add("is-live");
    this.#fit();
    this.#listen();
  }

  onChange(told) {
    this.listeners.push(told);
    told(this.state);
  }

  choose(choice) {
    this.choice = choice;
    return this.#changed();
  }

  toggle(facet, value) {
    this.choice.toggle(facet, value);
    return this.#changed();
  }

  /** Take the choice from the address. */
  async read() {
    this.choice = Choice.from(new URLSearchParams(location.search));
    this.field.value = this.choice.words;
    for (const group of this.groups) group.openIfChosen();
    await this.#update();
  }

  async #changed() {
    const query = this.choice.toParams(new URLSearchParams(location.search)).toString();
    const here = location.pathname + (query ? `?${query}` : "") + location.hash;
    history.replaceState(history.state, "", here);
    if (this.field !== document.activeElement) this.field.value = this.choice.words;
    await this.#update();
  }

  /** Whoever waits for an answer that is overtaken waits for the one that overtook it. */
  #update() {
    this.newest = this.#answer((this.asked += 1));
    return this.newest;
  }

  async #answer(mine) {
    const among = await matching(this.facets, this.choice.words);
    if (mine !== this.asked) return this.newest;
    this.among = among;
    const found = this.facets.narrowed(this.choice, among);
    this.state = { choice: this.choice, facets: this.facets, among, ...found };
    const counts = this.facets.counts(this.choice, among);
    for (const group of this.groups) group.show(counts);
    this.#showChosen(found);
    this.#carryAlong();
    for (const told of this.listeners) told(this.state);
    return undefined;
  }

  #showChosen({ entries, claims }) {
    const chips = this.choice.chips(this.facets);
    this.chosen.hidden = false;
    this.chosen.classList.toggle("ec-chosen--none", !entries.length);
    this.all.querySelector(":scope > summary .ec-chooser__size").textContent = chips.length
      ? `(${chips.length} chosen)`
      : "";
    this.chosen.querySelector("[data-ec-show-all]").hidden = !chips.length;
    this.close.textContent = entries.length
      ? `Show ${counted(entries.length, "example")}`
      : "No examples: see why";
    const list = make("ul", "ec-chosen__chips", "");
    list.append(...chips.map((chip) => this.#chip(chip)));
    this.chips.replaceChildren(...(chips.length ? [list] : []));
    this.chips.hidden = !chips.length;
    const ways = entries.length ? [] : this.#waysOut(chips);
    const said = entries.length ? this.#amount(entries, claims) : noExamples(ways);
    if (this.told.textContent !== said) this.told.textContent = said;
    this.chosen.querySelector(".ec-chosen__ways").replaceChildren(
      ...ways.map(({ chip, left }) => this.#wayOut(chip, left)),
    );
    this.cited.firstElementChild.textContent = this.#citation(entries.length);
    this.cited.lastElementChild.textContent = "";
  }

  #amount(entries, claims) {
    const examples = counted(this.facets.size, "example");
    if (this.root.dataset.ecView === "map") {
      const making = new Set(claims.map((claim) => this.facets.claims.entry[claim])).size;
      return `${counted(claims.length, "claim")} in ${grouped(making)} of ${examples}`;
    }
    return this.choice.isEmpty ? examples : `${grouped(entries.length)} of ${examples}`;
  }

  #chip(chip) {
    const button = make("button", "ec-chip", chip.label);
    button.type = "button";
    button.setAttribute("aria-label", `${chip.label}, ${chip.of}: take away`);
    const cross = make("span", "ec-chip__cross", "×");
    cross.setAttribute("aria-hidden", "true");
    button.append(" ", cross);
    button.addEventListener("click", () => this.#takeAway(chip));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  #wayOut(chip, left) {
    const button = make("button", "ec-button", `Take away ${chip.label} to see ${grouped(left)}`);
    button.type = "button";
    button.addEventListener("click", () => this.#takeAway(chip));
    return button;
  }

  async #takeAway(chip) {
    const place = [...this.choice.chips(this.facets)].findIndex(
      (one) => one.facet === chip.facet && one.value === chip.value,
    );
    await this.choose(this.choice.without(chip));
    const left = this.chosen.querySelectorAll(".ec-chip");
    (left[Math.min(place, left.length - 1)] ?? this.told).focus();
  }

  /** What could be taken away so that something is left, the most first. */
  #waysOut(chips) {
    return chips
      .map((chip) => {
        const among = chip.facet === "words" ? null : this.among;
        const left = this.facets.narrowed(this.choice.without(chip), among).entries.length;
        return { chip, left };
      })
      .filter(({ left }) => left)
      .sort((a, b) => b.left - a.left)
      .slice(0, 3);
  }

  #citation(entries) {
    const parts = [];
    for (const { facet, label } of this.choice.chips(this.facets)) {
      const last = parts.at(-1);
      if (last?.facet === facet) last.words += ` or ${label}`;
      else parts.push({ facet, words: label });
    }
    const what = { map: "evidence map", places: "places" }[this.root.dataset.ecView] ?? "examples";
    const choice = parts.length ? parts.map((part) => part.words).join(", ") : "all";
    const { id, date } = this.facets.edition;
    const edition = date ? `edition ${id} of ${inWords(date)}` : `edition ${id}`;
    const where = `${this.root.dataset.ecSite}, ${what}: ${choice}`;
    return `${where} (${counted(entries, "example")}), ${edition}, ${location.href}`;
  }

  async #cite() {
    const [words, told] = this.cited.children;
    this.cited.classList.add("is-open");
    try {
      await navigator.clipboard.writeText(words.textContent);
      told.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(words);
      told.textContent = "Selected: press Ctrl+C.";
    }
  }

  /** The other views open with the same choice. */
  #carryAlong() {
    const query = this.choice.toParams().toString();
    for (const link of document.querySelectorAll(".ec-views a")) {
      const [plain] = link.getAttribute("href").split("?");
      link.setAttribute("href", query ? `${plain}?${query}` : plain);
    }
  }

  /** Beside a list the panel stands open; above something, it opens when it is asked for. */
  #fit() {
    if (this.root.dataset.ecView === "map") return;
    this.all.open = WIDE.matches;
    WIDE.addEventListener("change", () => (this.all.open = WIDE.matches));
  }

  #listen() {
    const form = this.root.querySelector(".ec-chooser__words");
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    this.field.addEventListener("input", () => {
      this.choice.words = this.field.value;
      this.#changed();
    });
    this.chosen.querySelector("[data-ec-show-all]").addEventListener("click", async () => {
      await this.choose(new Choice());
      this.told.focus();
    });
    this.chosen
      .querySelector("[data-ec-cite-view]")
      .addEventListener("click", () => this.#cite());
    this.close.addEventListener("click", () => {
      this.all.open = false;
      this.told.focus();
    });
    addEventListener("popstate", () => this.read());
  }
}

/** The numbers of the entries with these words, or null if there are no words. */
async function matching(facets, words) {
  if (!words.trim()) return null;
  try {
    const { entriesMatching } = await import("./index.js");
    return await entriesMatching(facets.base, words);
  } catch {
    return facets.titled(words);
  }
}

function noExamples([best]) {
  return best
    ? `No examples. Take away ${best.chip.label} to see ${grouped(best.left)}.`
    : "No examples with all of this.";
}

function inWords(date) {
  const [year, month, day] = date.split("-").map(Number);
  const name = month && new Intl.DateTimeFormat("en-GB", MONTH).format(Date.UTC(year, month - 1));
  return [day, name, year].filter(Boolean).join(" ");
}
