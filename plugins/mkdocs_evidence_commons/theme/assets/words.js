// Words as the search knows them: the same as export/search_words.py does when the site is built.
import { folded } from "./make.js";

const TOKEN = /[\p{L}\p{N}]+(?:['’\-‐‑][\p{L}\p{N}]+)*/gu;
const SPELLINGS = [
  [/(?<=[a-z]{3})iz/g, "is"],
  [/(?<=[a-z]{3})our/g, "or"],
  [/(?<=[a-z]{3})mme/g, "m"],
];

/** The words of a text as they stand there, in small letters; those with hyphens whole. */
export function tokens(text) {
  return folded(text).match(TOKEN) ?? [];
}

/** The words in a token: "co-op" is also "co", "op" and "coop". */
export function forms(token) {
  const bare = token.replace(/['’]s$/, "").replace(/['’]/g, "");
  const parts = bare.split(/[\-‐‑]/).filter(Boolean);
  return [...new Set([...parts, parts.join("")])];
}

/** A word in one spelling, British or American: no word at all, perhaps. */
export function spelt(form) {
  return SPELLINGS.reduce((word, [pattern, instead]) => word.replace(pattern, instead), form);
}

const stems = new Map();

/** The stem of one word, in one spelling. */
export function stem(form) {
  let known = stems.get(form);
  if (known === undefined) {
    const word = spelt(form);
    known = /^[a-z]{3,}$/.test(word) ? english(word) : word;
    stems.set(form, known);
  }
  return known;
}

// Snowball's stemmer for English (Porter 2), as of Snowball 3.1.

const IRREGULAR = new Map(Object.entries({
  skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli",
  only: "onli", singly: "singl", andes: "andes", atlas: "atlas", bias: "bias", cosmos: "cosmos",
  howe: "howe", news: "news", sky: "sky",
}));
const FIXED = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
const REGION = /^[^aeiouy]*[aeiouy]+[^aeiouy]/;
const SHORT = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;
const SECOND = ends({
  anci: "ance", enci: "ence", ogi: "og", li: "", bli: "ble", abli: "able", alli: "al",
  fulli: "ful", lessli: "less", ousli: "ous", entli: "ent", aliti: "al", biliti: "ble",
  iviti: "ive", tional: "tion", ational: "ate", alism: "al", ation: "ate", ization: "ize",
  izer: "ize", ator: "ate", iveness: "ive", fulness: "ful", ousness: "ous", ogist: "og",
});
const THIRD = ends({
  icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", tional: "tion", ational: "ate",
  ful: "", ness: "",
});
const FOURTH = ends(Object.fromEntries(
  ("ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement").split(" ")
    .map((end) => [end, ""]),
));

/** Endings with what they become; asked for a word, it gives the longest that it has. */
function ends(become) {
  const longest = Object.entries(become).sort(([one], [other]) => other.length - one.length);
  return (word) => longest.find(([end]) => word.endsWith(end));
}

function english(word) {
  if (IRREGULAR.has(word)) return IRREGULAR.get(word);
  word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const first = (FIXED.exec(word) ?? REGION.exec(word))?.[0].length ?? word.length;
  const rest = REGION.exec(word.slice(first));
  const second = rest ? first + rest[0].length : word.length;
  word = withoutPast(withoutPlural(word), first).replace(/(?<=.[^aeiouy])[yY]$/, "i");
  word = suffix(word, SECOND(word), first, (end, before) =>
    end === "ogi" ? before.endsWith("l") : end !== "li" || /[cdeghkmnrt]$/.test(before));
  word = suffix(word, THIRD(word), first, (end, before) =>
    end !== "ative" || before.length >= second);
  word = suffix(word, FOURTH(word), second, (end, before) =>
    end !== "ion" || /[st]$/.test(before));
  const before = word.slice(0, -1);
  if (word.endsWith("e")) {
    const goes = before.length >= second || (before.length >= first && !SHORT.test(before));
    if (goes) word = before;
  } else if (word.endsWith("ll") && before.length >= second) {
    word = before;
  }
  return word.replace(/Y/g, "y");
}

function suffix(word, found, from, allowed) {
  if (!found) return word;
  const [end, instead] = found;
  const before = word.slice(0, -end.length);
  return before.length >= from && allowed(end, before) ? before + instead : word;
}

function withoutPlural(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /[us]s$/.test(word) || !/[aeiouy].+s$/.test(word) ? word : word.slice(0, -1);
}

function withoutPast(word, first) {
  const found = /(?:eedly|eed|ingly|edly|ing|ed)$/.exec(word);
  if (!found) return word;
  const before = word.slice(0, found.index);
  if (found[0].startsWith("eed")) {
    return before.length >= first && !/^(?:succ|proc|exc)$/.test(before) ? `${before}ee` : word;
  }
  if (found[0] === "ing") {
    if (/^[^aeiouy]y$/.test(before)) return `${before[0]}ie`;
    if (/^(?:even|cann|inn|earr|herr|out)$/.test(before)) return word;
  }
  if (!/[aeiouy]/.test(before)) return word;
  if (/(?:at|bl|iz)$/.test(before)) return `${before}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(before)) {
    return /^[aeo]..$/.test(before) ? before : before.slice(0, -1);
  }
  return before.length === first && SHORT.test(before) ? `${before}e` : before;
}
