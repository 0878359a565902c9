// What the scripts of all pages make alike: elements, numbers in words, words to be compared.

/** An element with a class and words. */
export function make(tag, name = "", words = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (words) made.textContent = words;
  return made;
}

/** `12,000`. */
export function grouped(number) {
  return number.toLocaleString("en-GB");
}

/** `1 thing`, `2 things`. */
export function counted(number, thing) {
  return `${grouped(number)} ${thing}${number === 1 ? "" : "s"}`;
}

/** Words for comparing: capitals and accents do not count. */
export function folded(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
