// Results of a search as readers see them: in the head of every page, and on the page of results.

import { grouped } from "./make.js";

export const base = new URL("../", import.meta.url).href;

export function element(name, properties = {}, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

/** What was found, in a sentence or two. */
export function told({ words, total, missing, instead, partly }, typed) {
  if (!words) return "Type a word that says more, such as a place, a theme or a name.";
  const said = instead.map(([wrong, right]) => `Nothing has “${wrong}”. Looked for “${right}”.`);
  if (!total) return `Nothing found for “${typed.trim()}”. Try fewer words, or other ones.`;
  if (missing.length) said.push(`Nothing has ${missing.map((word) => `“${word}”`).join(" or ")}.`);
  else if (partly) said.push("Nothing has all of these words together. These have some of them.");
  said.push(total === 1 ? "1 result." : `${grouped(total)} results.`);
  return said.join(" ");
}

/** The results in lists, one for each kind, in the order in which the kinds come. */
export function byKind(results) {
  const groups = new Map();
  for (const result of results) {
    if (!groups.has(result.kind)) groups.set(result.kind, []);
    groups.get(result.kind).push(result);
  }
  return groups;
}

/** One result: a link with its heading, and the words around those that were looked for. */
export function item({ address, titlePieces, heading, excerpt }) {
  const link = element("a", { href: base + address, className: "ec-found" });
  link.append(element("span", { className: "ec-found__title" }, ...marked(titlePieces)));
  if (heading) {
    link.append(" ", element("span", { className: "ec-found__heading", textContent: heading }));
  }
  if (excerpt.length) {
    link.append(" ", element("span", { className: "ec-found__words" }, ...marked(excerpt)));
  }
  return element("li", {}, link);
}

function marked(pieces) {
  return pieces.map(([words, isMarked]) =>
    isMarked ? element("mark", { textContent: words }) : words);
}

/** Wait until somebody has stopped typing. */
export function afterwards(act, wait = 120) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
}
