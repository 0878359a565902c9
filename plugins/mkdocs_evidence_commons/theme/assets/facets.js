// The result set in the browser: which entries and claims a choice leaves, and how many there would
// be with each other value. Within a facet any of the chosen values will do; across facets each must
// hold, and what is asked of claims must hold for one and the same claim.
import { folded } from "./make.js";

const ENTRY = "entry";

/** The values of all things in one facet, end to end: those of thing n are values[start[n]] … */
class Column {
  constructor(facet, named) {
    const wider = facet.values.map((value) => value.wider);
    this.upward = wider.map((_, value) => upward(wider, value));
    const start = new Uint32Array(named.length + 1);
    const borne = [];
    named.forEach((own, thing) => {
      for (const value of Array.isArray(own) ? own : [own]) {
        for (const one of this.upward[value]) {
          if (borne.indexOf(one, start[thing]) < 0) borne.push(one);
        }
      }
      start[thing + 1] = borne.length;
    });
    this.start = start;
    this.borne = Uint16Array.from(borne);
  }

  /** Whether a thing bears a value that is marked. */
  meets(thing, marked) {
    for (let at = this.start[thing]; at < this.start[thing + 1]; at += 1) {
      if (marked[this.borne[at]]) return true;
    }
    return false;
  }
}

function upward(wider, value) {
  const found = [];
  for (let at = value; at !== undefined && !found.includes(at); at = wider[at]) found.push(at);
  return found;
}

/** The numbers of the entries that make the claims. */
function owners(counts) {
  return counts.flatMap((count, entry) => new Array(count).fill(entry));
}

/** Columns of what has a point: the same place may be that of many entries. */
function points({ places, at }) {
  const column = (part) => at.map(([, place]) => places[place][part]);
  return {
    entry: at.map(([entry]) => entry),
    name: column(0),
    latitude: column(1),
    longitude: column(2),
  };
}

export class Facets {
  constructor(data, base) {
    this.base = base;
    this.edition = data.edition;
    this.chunk = data.chunk;
    this.entries = data.entries;
    this.claims = { entry: owners(data.claims.counts), ...data.claims };
    this.points = points(data.points);
    this.facets = data.facets.map(({ id, label, of, values }) => ({
      id,
      label,
      of,
      values: values.map(([id, label, address, wider]) => ({ id, label, address, wider })),
    }));
    this.size = data.entries.id.length;
    this.columns = new Map();
    for (const facet of this.facets) {
      const named = (facet.of === ENTRY ? this.entries : this.claims)[facet.id];
      this.columns.set(facet.id, new Column(facet, named));
    }
    this.cardFiles = new Map();
  }

  facet(id) {
    return this.facets.find((facet) => facet.id === id);
  }

  /** A value's number with those of its wider values. */
  upward(facet, value) {
    return this.columns.get(facet).upward[value];
  }

  /** The entries and claims that a choice leaves, by their numbers. `among` are those with the words. */
  narrowed(choice, among = null) {
    const { fails, claimFails, met } = this.#weigh(choice, among);
    const entries = [];
    for (let entry = 0; entry < this.size; entry += 1) {
      if (!fails[entry] && met[entry]) entries.push(entry);
    }
    const claims = [];
    this.claims.entry.forEach((entry, claim) => {
      if (!fails[entry] && !claimFails[claim]) claims.push(claim);
    });
    return { entries, claims };
  }

  /** For each facet and each value: how many entries there would be with it, whatever else is chosen
   * in the same facet. */
  counts(choice, among = null) {
    const { bits, fails, claimFails, met } = this.#weigh(choice, among);
    const counts = new Map();
    for (const { id, of, values } of this.facets) {
      const bit = bits.get(id) ?? 0;
      const count = new Array(values.length).fill(0);
      const { start, borne } = this.columns.get(id);
      const seen = new Int32Array(values.length).fill(-1);
      const tell = (thing, entry) => {
        for (let at = start[thing]; at < start[thing + 1]; at += 1) {
          if (seen[borne[at]] === entry) continue;
          seen[borne[at]] = entry;
          count[borne[at]] += 1;
        }
      };
      if (of === ENTRY) {
        for (let entry = 0; entry < this.size; entry += 1) {
          if (met[entry] && !(fails[entry] & ~bit)) tell(entry, entry);
        }
      } else {
        this.claims.entry.forEach((entry, claim) => {
          if (!fails[entry] && !(claimFails[claim] & ~bit)) tell(claim, entry);
        });
      }
      counts.set(id, count);
    }
    return counts;
  }

  /** Which facets each entry and each claim fails, as bits; and which entries have a claim that
   * fails none of those that are asked of claims. */
  #weigh(choice, among) {
    const fails = new Uint32Array(this.size);
    const claimFails = new Uint32Array(this.claims.entry.length);
    const bits = new Map();
    let ofClaims = false;
    this.facets.forEach(({ id, of, values }, place) => {
      const chosen = choice.values(id);
      if (!chosen.size) return;
      const bit = 1 << place;
      bits.set(id, bit);
      ofClaims ||= of !== ENTRY;
      const marked = values.map((value) => chosen.has(value.id));
      const column = this.columns.get(id);
      const failing = of === ENTRY ? fails : claimFails;
      for (let thing = 0; thing < failing.length; thing += 1) {
        if (!column.meets(thing, marked)) failing[thing] |= bit;
      }
    });
    if (among) {
      const bit = 1 << this.facets.length;
      for (let entry = 0; entry < this.size; entry += 1) {
        if (!among.has(entry)) fails[entry] |= bit;
      }
    }
    const met = new Uint8Array(this.size);
    if (ofClaims) {
      this.claims.entry.forEach((entry, claim) => {
        if (!claimFails[claim]) met[entry] = 1;
      });
    } else met.fill(1);
    return { bits, fails, claimFails, met };
  }

  /** The highest level among the claims of each entry; 0 without claims. */
  get strongest() {
    const found = new Uint8Array(this.size);
    const { entry, level } = this.claims;
    level.forEach((value, claim) => {
      found[entry[claim]] = Math.max(found[entry[claim]], value + 1);
    });
    return found;
  }

  /** The entries whose titles have all of some words. */
  titled(words) {
    const wanted = folded(words).split(/\s+/).filter(Boolean);
    this.titles ??= this.entries.title.map(folded);
    const found = new Set();
    this.titles.forEach((title, entry) => {
      if (wanted.every((word) => title.includes(word))) found.add(entry);
    });
    return found;
  }

  /** Where the page of an entry is. The ids of case studies stand in addresses as they are. */
  address(entry) {
    return new URL(`case-studies/${this.entries.id[entry]}/`, this.base).href;
  }

  /** The cards of some entries, in the order asked for. */
  async cards(numbers) {
    const files = await Promise.all(
      numbers.map((number) => this.#cardFile(Math.floor(number / this.chunk))),
    );
    return numbers.map((number, place) => files[place][number % this.chunk]);
  }

  #cardFile(file) {
    if (!this.cardFiles.has(file)) {
      const wanted = fetched(new URL(`data/cards/${file}.json`, this.base));
      this.cardFiles.set(file, wanted);
      wanted.catch(() => this.cardFiles.delete(file));
    }
    return this.cardFiles.get(file);
  }
}

const loaded = new Map();

/** The result set of the site whose root is `base`, fetched once. */
export function load(base) {
  const root = new URL(base, document.baseURI).href;
  if (!loaded.has(root)) {
    const wanted = fetched(new URL("data/facets.json", root)).then((data) => new Facets(data, root));
    loaded.set(root, wanted);
    wanted.catch(() => loaded.delete(root));
  }
  return loaded.get(root);
}

/** What a data file of this site holds. */
export async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
