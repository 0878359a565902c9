// Where the words that were looked for stand in a text, and some of the text around them.

import { folded } from "./make.js";
import { forms, stem } from "./words.js";

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’\-‐‑][\p{L}\p{N}\p{M}]+)*/gu;

/** Where the words that were asked for stand in a text. */
export function hits(text, asked) {
  return [...text.matchAll(WORD)].flatMap((one) => {
    const stems = forms(folded(one[0])).map(stem);
    const word = asked.find((word) => stems.some((each) => word.stems.has(each)));
    return word ? [{ word, start: one.index, end: one.index + one[0].length }] : [];
  });
}

/** A text in pieces, of which those that were asked for are marked: `[words, marked]`. */
export function pieces(text, found, from = 0, to = text.length) {
  const made = [];
  let place = from;
  for (const { start, end } of found) {
    if (start >= place && end <= to) {
      made.push([text.slice(place, start), false], [text.slice(start, end), true]);
      place = end;
    }
  }
  made.push([text.slice(place, to), false]);
  return made.filter(([words]) => words);
}

const LENGTH = 170;
const BEFORE = 40; // So many letters of an excerpt stand before the words.

/** As much of a text as tells what it is about, where most of the words stand, the closest. */
export function excerpt(text, found) {
  if (text.length <= LENGTH) return pieces(text, found);
  let best = { words: 0, span: 0, start: 0, end: 0 };
  for (const { start } of found) {
    const words = new Set();
    let reached = start;
    for (const { word, end } of found.filter((one) => one.start >= start)) {
      if (end > start + LENGTH - BEFORE) break;
      if (!words.has(word)) reached = end;
      words.add(word);
    }
    const span = reached - start;
    if (words.size > best.words || (words.size === best.words && span < best.span)) {
      best = { words: words.size, span, start, end: reached };
    }
  }
  let from = Math.max(0, best.start - BEFORE);
  if (from > 0) from = text.indexOf(" ", from) + 1;
  let to = Math.min(text.length, from + LENGTH);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), best.end);
  return [
    ...(from > 0 ? [["… ", false]] : []),
    ...pieces(text, found, from, to),
    ...(to < text.length ? [[" …", false]] : []),
  ];
}
