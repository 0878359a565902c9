// The brief as files: Markdown, Word, BibTeX, RIS and CSV.
import { docx } from "./docx.js";
import { record } from "./things.js";

/**
 * A brief is `{ title, told, link, parts }`: `told` says where it comes from; each part is
 * `{ thing, note }`, a thing as `things.js` reads it.
 */
export const FILES = {
  Markdown: { ending: "md", make: async (brief) => text("text/markdown", markdown(brief)) },
  Word: { ending: "docx", make: async (brief) => docx(brief.title, paragraphs(brief)) },
  BibTeX: { ending: "bib", make: (brief) => records(brief, ".bib", "application/x-bibtex", "\n") },
  RIS: { ending: "ris", make: (brief) => records(brief, ".ris", "application/x-research-info-systems", "") },
  CSV: { ending: "csv", make: async (brief) => text("text/csv", csv(brief)) },
};

/** The works that a brief rests on, each once, in the order of a bibliography. */
export function works(parts) {
  const found = new Map();
  for (const { thing } of parts) {
    for (const work of thing.works) if (!found.has(work.key)) found.set(work.key, work);
  }
  return [...found.values()].sort((one, other) => one.entry.localeCompare(other.entry, "en"));
}

function text(kind, words) {
  return new Blob([words], { type: `${kind};charset=utf-8` });
}

async function records(brief, ending, kind, between) {
  const all = await Promise.all(works(brief.parts).map((work) => record(work.key, ending)));
  return text(kind, all.filter(Boolean).join(between));
}

const plain = (words) => words.replace(/[\\`*_[\]<>#|~]/g, "\\$&");

function markdown({ title, told, link, parts }) {
  const lines = [`# ${plain(title)}`, ""];
  for (const { thing, note } of parts) {
    lines.push(`## ${plain(thing.title)}`, "", `${thing.kind}. <${thing.address}>`, "");
    if (thing.text) lines.push(plain(thing.text), "");
    for (const [name, words] of thing.facts) lines.push(`- ${name ? `**${name}:** ` : ""}${plain(words)}`);
    if (thing.facts.length) lines.push("");
    for (const { words, where } of thing.quotes) lines.push(`> ${plain(words)} ${plain(where)}`, "");
    if (note) lines.push("**Note:**", "", note.split("\n").map(plain).join("  \n"), "");
  }
  const listed = works(parts);
  if (listed.length) lines.push("## Works", "", ...listed.map((work) => `- ${plain(work.entry)}`), "");
  lines.push("---", "", plain(told), "", `<${link}>`, "");
  return lines.join("\n");
}

function paragraphs({ title, told, link, parts }) {
  const one = (style, ...runs) => ({ style, runs });
  const made = [one("Title", { text: title })];
  for (const { thing, note } of parts) {
    made.push(one("Heading1", { text: thing.title }));
    made.push(one("Small", { text: `${thing.kind}. ` }, { text: thing.address, href: thing.address }));
    if (thing.text) made.push(one("", { text: thing.text }));
    for (const [name, words] of thing.facts) {
      made.push(one("", { text: name ? `${name}: ` : "", bold: true }, { text: words }));
    }
    for (const { words, where } of thing.quotes) made.push(one("Quote", { text: `“${words}” ${where}` }));
    if (note) made.push(one("", { text: "Note: ", bold: true }, { text: note }));
  }
  const listed = works(parts);
  if (listed.length) made.push(one("Heading1", { text: "Works" }));
  for (const work of listed) made.push(one("", { text: work.entry }));
  made.push(one("Small", { text: told }), one("Small", { text: "This brief on the web", href: link }));
  return made;
}

const COLUMNS = ["Strength of evidence", "Why this level", "Direction", "Outcome", "Figure", "Example", "Rests on"];

function csv({ parts }) {
  const rows = [["Number", "Kind", "Title", "Text", ...COLUMNS, "Quotes", "Works", "Address", "Note"]];
  parts.forEach(({ thing, note }, place) => {
    const facts = new Map(thing.facts);
    rows.push([
      String(place + 1),
      thing.kind,
      thing.title,
      thing.text,
      ...COLUMNS.map((name) => facts.get(name) ?? ""),
      thing.quotes.map((one) => `${one.words} ${one.where}`).join("; "),
      thing.works.map((one) => one.entry).join("; "),
      thing.address,
      note,
    ]);
  });
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that no program takes for a formula. */
function cell(words) {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}
