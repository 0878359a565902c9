// The search: finds things by words, in an index that is fetched piece by piece (export/search.py).

import { excerpt, hits, pieces } from "./excerpt.js";
import { forms, spelt, stem, tokens } from "./words.js";

const SIGNS = Array.from({ length: 94 }, (_, place) => String.fromCharCode(33 + place))
  .filter((sign) => !"\"\\<>&'".includes(sign));
const [LAST, MORE] = [SIGNS.slice(10, 49), SIGNS.slice(49, 88)].map(
  (signs) => new Map(signs.map((sign, digit) => [sign, digit])),
);
const ENDINGS = ("ations ings ments ities ively ables ially fully ously ances ences atives").split(" ");
const BEGUN = 0.7; // What a word that only begins with the letters typed counts, beside that word.
const OF_EXAMPLES = "case-studies";
const FILED = "Filed under"; // The heading of the terms of a thing.

/**
 * The things that match words best: all of the words if any does, else as many as there are.
 *
 * `total` and `counts` (by kind) say how many match so; `kinds` names the kinds in order; `missing`
 * are words that nothing has, `instead` what was looked for in place of mistyped ones. With
 * `perKind`, that many of each kind are given, the best kind first. Addresses start at `base`.
 */
export async function search(base, words, { kinds = null, limit = 20, perKind = null } = {}) {
  return newest(base, async (index) => {
    const asked = await index.look(words);
    const scored = asked.length ? index.score(asked) : [];
    const chosen = scored.filter(({ kind }) => !kinds || kinds.includes(kind.id));
    const groups = grouped(chosen);
    const given = perKind
      ? [...groups.values()].flatMap((group) => group.slice(0, perKind)).slice(0, limit)
      : chosen.slice(0, limit);
    return {
      words: asked.length,
      total: chosen.length,
      counts: Object.fromEntries([...groups].map(([id, group]) => [id, group.length])),
      kinds: index.kinds.map(({ id, label }) => ({ id, label })),
      partly: chosen.length > 0 && chosen[0].matched < asked.length,
      missing: asked.filter(({ levels }) => !levels.size).map(({ typed }) => typed),
      instead: asked.filter(({ instead }) => instead).map(({ typed, instead }) => [typed, instead]),
      results: await Promise.all(given.map((one) => index.result(one, asked))),
    };
  });
}

/** The numbers of the examples that match all of the words; null if there is no word to look for. */
export async function entriesMatching(base, words) {
  return newest(base, async (index) => {
    const asked = await index.look(words);
    if (!asked.length) return null;
    const scored = index.score(asked).filter(
      ({ kind, matched }) => kind.id === OF_EXAMPLES && matched === asked.length,
    );
    return new Set(scored.map(({ number, kind }) => number - kind.first));
  });
}

/** Fetch what every search needs, so that the first one is quick. */
export async function prepare(base) {
  await opened(base);
}

/** Scored things by kind, the kind of the best one first. */
function grouped(chosen) {
  const groups = new Map();
  for (const one of chosen) {
    if (!groups.has(one.kind.id)) groups.set(one.kind.id, []);
    groups.get(one.kind.id).push(one);
  }
  return groups;
}

const indexes = new Map();

function opened(base, cache = "default") {
  if (!indexes.has(base) || cache !== "default") {
    const made = fetched(`${base}data/search/root.json`, cache)
      .then((root) => new Index(base, root, cache));
    made.catch(() => indexes.delete(base));
    indexes.set(base, made);
  }
  return indexes.get(base);
}

/** Do something with the index; if some of its files are of another edition, fetch them anew. */
async function newest(base, work) {
  try {
    return await work(await opened(base));
  } catch {
    return work(await opened(base, "reload"));
  }
}

async function fetched(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}

class Index {
  constructor(base, root, cache) {
    this.base = base;
    this.edition = root.edition;
    this.cache = cache;
    this.leftOut = new Set(root.left_out.split(" "));
    this.starts = Object.fromEntries(
      ["terms", "forwards", "backwards"].map((name) => [name, root[name].split(" ")]),
    );
    this.files = new Map();
    this.size = 0;
    this.kinds = root.kinds.map(([id, label, sign, perFile, weight, count, edition]) => {
      const first = this.size;
      this.size += count;
      return { id, label, sign, first, perFile, weight, edition, end: this.size };
    });
    this.firsts = new Map(this.kinds.map(({ sign, first }) => [sign, first]));
  }

  file(path, edition) {
    if (!this.files.has(path)) {
      const made = fetched(`${this.base}data/search/${path}.json`, this.cache).then((content) => {
        if (content.edition !== edition) throw new Error(`${path} is of another edition`);
        return content.of;
      });
      made.catch(() => this.files.delete(path));
      this.files.set(path, made);
    }
    return this.files.get(path);
  }

  /** The lines of the files in which a key stands, or would stand, and those of `more` behind. */
  async lines(name, key, more = 0) {
    const starts = this.starts[name];
    let at = starts.findLastIndex((start) => start <= key);
    const last = at + more;
    const numbers = [at];
    while (at < last && starts[at + 1]?.startsWith(key)) numbers.push(++at);
    const parts = await Promise.all(numbers.map((number) => this.part(name, number)));
    return parts.flatMap(Object.entries);
  }

  /** The lines of a file. It is of its edition only if it ends where the root says, too. */
  part(name, number) {
    const starts = this.starts[name];
    const edition = name === "terms" ? this.edition : "";
    return this.file(`${name}/${fileName(starts[number])}`, `${edition} ${starts[number + 1] ?? ""}`);
  }

  /** The words that somebody typed, each with the things that have it. */
  async look(words) {
    const every = tokens(words);
    const open = /[\p{L}\p{N}]$/u.test(words);
    const asked = every.flatMap((token, place) => {
      const [...alike] = forms(token);
      const joined = alike.length > 1 ? alike.pop() : null;
      return alike
        .filter((form) => !this.leftOut.has(form))
        .map((form) => ({
          typed: form,
          alike: joined ? [form, joined] : [form],
          open: open && place === every.length - 1,
        }));
    });
    return Promise.all(asked.map((word) => this.find(word)));
  }

  async find(word) {
    const found = await Promise.all(word.alike.map((form) => this.stems(form, word.open)));
    let stems = new Map(found.flatMap((some) => [...some]));
    let instead = "";
    if (!stems.size) {
      const near = await this.near(word.typed);
      const mended = await Promise.all(near.map((form) => this.stems(form, false)));
      stems = new Map(mended.flatMap((some) => [...some]));
      instead = stems.size ? near.join(", ") : "";
    }
    const levels = new Map();
    for (const { postings, weight } of stems.values()) {
      for (const [number, level] of read(postings, this.firsts)) {
        levels.set(number, Math.max(levels.get(number) ?? 0, level * weight));
      }
    }
    const rare = Math.log(1 + (this.size - levels.size + 0.5) / (levels.size + 0.5));
    return { ...word, instead, stems: new Set(stems.keys()), levels, rare };
  }

  /** The stems that a word may mean: its own and, while it is being typed, those it begins. */
  async stems(form, open) {
    const own = stem(form);
    const begun = spelt(form);
    const reach = open && begun.length > 2 ? [[own, 0], [begun, 1]] : [[own, 0]];
    const lines = (await Promise.all(
      reach.map(([key, more]) => this.lines("terms", key, more)),
    )).flat();
    const found = new Map();
    for (const [one, postings] of lines) {
      if (one === own) found.set(one, { postings, weight: 1 });
      else if (open && begun.length > 2 && one.startsWith(begun)) {
        found.set(one, { postings, weight: BEGUN });
      }
    }
    if (!found.size && open) {
      // "organisat" is on its way to "organisation", whose stem is shorter.
      const shorter = lines.filter(([one]) => one.length > 3 && begun.startsWith(one)
        && ENDINGS.some((end) => end.startsWith(begun.slice(one.length))));
      for (const [one, postings] of shorter) found.set(one, { postings, weight: BEGUN });
    }
    return found;
  }

  /** The commonest words that differ from a mistyped one by one letter, or by two changed over. */
  async near(form) {
    if (form.length < 4 || !/^\p{L}+$/u.test(form)) return [];
    const half = Math.floor((form.length - 1) / 2);
    const turned = reversed(form);
    const [forwards, backwards] = await Promise.all([
      this.around("forwards", form, half),
      this.around("backwards", turned, half),
    ]);
    const near = new Map();
    for (const [word, count] of forwards) if (isNear(word, form)) near.set(word, Number(count));
    for (const [word, count] of backwards) {
      if (isNear(word, turned)) near.set(reversed(word), Number(count));
    }
    // Of equally near ones, those that many things have are more likely meant.
    const best = [...near].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return best.filter(([, count]) => count * 10 >= best[0][1]).slice(0, 3).map(([word]) => word);
  }

  /** All lines that begin as a word does, as far as few files hold them. */
  async around(name, word, half) {
    const beginning = word.slice(0, half);
    return (await Promise.all([
      this.lines(name, word),
      this.lines(name, beginning, 2),
    ])).flat();
  }

  /** The things that match, the best first; those that lack no word come before all others. */
  score(asked) {
    const matched = new Uint8Array(this.size);
    const scores = new Float64Array(this.size);
    for (const { levels, rare } of asked) {
      for (const [number, level] of levels) {
        matched[number] += 1;
        scores[number] += level * rare;
      }
    }
    const most = matched.reduce((one, other) => Math.max(one, other), 0);
    const found = [];
    if (!most) return found;
    for (const kind of this.kinds) {
      for (let number = kind.first; number < kind.end; number += 1) {
        if (matched[number] === most) {
          found.push({ number, kind, matched: most, score: scores[number] * kind.weight });
        }
      }
    }
    return found.sort((one, other) => other.score - one.score || one.number - other.number);
  }

  /** A result as readers see it: where the words stand, and some of the text around them. */
  async result({ number, kind, score }, asked) {
    const place = number - kind.first;
    const path = `${kind.id}/${Math.floor(place / kind.perFile)}`;
    const texts = await this.file(path, kind.edition);
    const [title, address, parts] = texts[place % kind.perFile];
    const inTitle = hits(title, asked);
    const told = (found) => [...new Set(found.map(({ word }) => word))]
      .reduce((sum, word) => sum + word.rare, 0);
    let best = { part: parts[0], found: hits(parts[0][2], asked) };
    let most = told([...inTitle, ...best.found]);
    for (const part of parts.slice(1)) {
      const found = hits(part[2], asked);
      if (told(found) > most) {
        best = { part, found };
        most = told(found);
      }
    }
    if (!most) {
      // Other words for one of its terms led to it: these terms say why.
      best = { part: parts.find(([, heading]) => heading === FILED) ?? parts[0], found: [] };
    }
    const [anchor, heading, text] = best.part;
    return {
      address: anchor ? `${address}#${anchor}` : address,
      title,
      titlePieces: pieces(title, inTitle),
      kind: kind.id,
      heading,
      excerpt: excerpt(text, best.found),
      score,
    };
  }
}

/** The name of the file whose lines begin so (export/search_shards.py). */
function fileName(start) {
  return `from-${start.replace(/[^a-z0-9]/gu, (sign) => `_${sign.codePointAt(0).toString(16)}_`)}`;
}

/** The numbers and levels in a line of postings (export/search_postings.py). */
function* read(postings, firsts) {
  for (const group of postings.split(" ")) {
    const level = Number(group[1]);
    let number = firsts.get(group[0]) - 1;
    let step = 0;
    let unit = 1;
    for (let place = 2; place < group.length; place += 1) {
      const more = MORE.get(group[place]);
      if (more !== undefined) {
        step += more * unit;
        unit *= LAST.size;
      } else {
        number += step + LAST.get(group[place]) * unit + 1;
        yield [number, level];
        step = 0;
        unit = 1;
      }
    }
  }
}

function reversed(word) {
  return [...word].reverse().join("");
}

/** Whether two words differ by one letter, or by two neighbours that changed places. */
function isNear(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
    || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
