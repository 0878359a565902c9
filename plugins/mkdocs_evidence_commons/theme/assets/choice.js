// What somebody chose of the values by which examples are narrowed, as it stands in an address.

const BLANK = "-";

/** What somebody chose: values under their facets, and words. */
export class Choice {
  static FACETS = [
    "theme",
    "outcome",
    "level",
    "direction",
    "status",
    "example",
    "technology",
    "question",
    "nation",
    "region",
    "legal-form",
    "year",
  ];

  constructor(chosen = {}, words = "") {
    this.chosen = new Map();
    for (const [facet, values] of Object.entries(chosen)) {
      if (values.length) this.chosen.set(facet, new Set(values));
    }
    this.words = words;
  }

  static from(params) {
    const chosen = Object.fromEntries(Choice.FACETS.map((facet) => [facet, params.getAll(facet)]));
    return new Choice(chosen, params.get("words") ?? "");
  }

  /** The choice as it stands in an address. Other parts of the address are none of ours. */
  toParams(others = new URLSearchParams()) {
    const params = new URLSearchParams(others);
    for (const name of [...Choice.FACETS, "words"]) params.delete(name);
    for (const facet of Choice.FACETS) {
      for (const value of [...this.values(facet)].sort()) params.append(facet, value);
    }
    if (this.words.trim()) params.set("words", this.words.trim());
    return params;
  }

  values(facet) {
    return this.chosen.get(facet) ?? new Set();
  }

  has(facet, value) {
    return this.values(facet).has(value);
  }

  toggle(facet, value) {
    const values = new Set(this.values(facet));
    if (!values.delete(value)) values.add(value);
    if (values.size) this.chosen.set(facet, values);
    else this.chosen.delete(facet);
  }

  /** The choice without one chip of it. */
  without({ facet, value }) {
    const other = new Choice({}, facet === "words" ? "" : this.words);
    for (const [name, values] of this.chosen) other.chosen.set(name, new Set(values));
    if (facet !== "words" && other.has(facet, value)) other.toggle(facet, value);
    return other;
  }

  get isEmpty() {
    return !this.chosen.size && !this.words.trim();
  }

  /** One for each thing chosen: `{facet, value, label, of}`, with the words last. An empty field is
   * told with the name of the field; a level by its number alone. */
  chips(facets) {
    const chips = [];
    for (const { id: facet, label: of, values } of facets.facets) {
      const chosen = this.values(facet);
      for (const { id: value, label: whole } of values) {
        const label = value === BLANK ? `${of}: ${whole.toLowerCase()}` : whole.split(":")[0];
        if (chosen.has(value)) chips.push({ facet, value, label, of });
      }
      const known = new Set(values.map((value) => value.id));
      for (const value of chosen) {
        if (!known.has(value)) chips.push({ facet, value, label: value, of });
      }
    }
    const words = this.words.trim();
    if (words) chips.push({ facet: "words", value: words, label: `“${words}”`, of: "Words" });
    return chips;
  }
}
