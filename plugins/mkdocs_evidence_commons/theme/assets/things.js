// What the pages of this site say, read from the pages themselves: one example, claim, question,
// proposal, metric or work by its key, such as `claim:robin-taxis/waits`.
import { ROOT } from "./brief.js";

const KINDS = {
  example: { name: "Example", place: ([id]) => `case-studies/${slug(id)}/`, tell: example },
  claim: { name: "Claim", place: ([id, claim]) => `case-studies/${slug(id)}/#claim-${claim}`, tell: claim },
  question: { name: "Policy question", place: ([id]) => `questions/${slug(id)}/`, tell: question },
  proposal: { name: "Proposal", place: ([id, one]) => `questions/${slug(id)}/#proposal-${one}`, tell: proposal },
  metric: { name: "Metric", place: ([id]) => `metrics/${slug(id)}/`, tell: metric },
  work: { name: "Work", place: ([key]) => `references/${slug(key)}/`, tell: work },
};

/** A name as it stands in addresses, as the pages themselves make it. */
function slug(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** Words in one line, as they are read out: without signs that are only looked at. */
export const words = (element) => wordsBut("template", element);

/** The same, without some parts. */
function wordsBut(without, element) {
  if (!element) return "";
  const read = element.cloneNode(true);
  for (const one of read.querySelectorAll(`[aria-hidden="true"], button, ${without}`)) one.remove();
  for (const one of read.querySelectorAll("br")) one.replaceWith("; ");
  for (const one of read.querySelectorAll("q")) one.replaceWith(`“${one.textContent}”`);
  return read.textContent.replace(/\s+/g, " ").replace(/(; )+$|(?<=;)( ;)+/g, "").trim();
}

/** The claims of an example, counted. */
function tally(page) {
  const [all, ...rest] = [...(page.querySelector(".ec-tally")?.children ?? [])].map(words);
  const small = (one) => one.replace(/^(\d+ )?\p{Lu}/u, (start) => start.toLowerCase());
  return all ? `${all} ${rest.map(small).join(", ")}` : "";
}

/** The address of a thing, or null for a key that can be none. */
export function addressOf(key) {
  const [kind, rest = ""] = parts(key);
  const ids = kind === "work" ? [rest] : rest.split("/");
  const needed = kind === "claim" || kind === "proposal" ? 2 : 1;
  if (!Object.hasOwn(KINDS, kind) || ids.length !== needed || !ids.every(slug)) return null;
  return new URL(KINDS[kind].place(ids), ROOT);
}

function parts(key) {
  const at = key.indexOf(":");
  return [key.slice(0, at), key.slice(at + 1)];
}

const pages = new Map();

/** The article of a page of this site; null if there is no such page. */
export function article(address) {
  const url = address.href.split("#")[0];
  if (!pages.has(url)) {
    const asked = fetch(url).then(async (answer) => {
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
      return parsed.querySelector("article.md-typeset") ?? parsed.querySelector("main");
    });
    pages.set(url, asked);
    asked.catch(() => pages.delete(url));
  }
  return pages.get(url);
}

/**
 * A thing: `{ key, kind, address, title, text, facts: [[name, words]], quotes, works }`, where each
 * work is `{ key, entry }`. Null if it is not, or no longer, there.
 */
export async function thing(key) {
  const address = addressOf(key);
  if (!address) return null;
  const page = await article(address);
  const [kind, rest] = parts(key);
  const anchor = decodeURIComponent(address.hash.slice(1));
  const spot = anchor ? page?.querySelector(`[id="${CSS.escape(anchor)}"]`) : page;
  if (!spot) return null;
  return {
    key,
    kind: KINDS[kind].name,
    address: address.href,
    text: "",
    facts: [],
    quotes: [],
    works: [],
    ...KINDS[kind].tell(spot, page, rest),
  };
}

function example(page) {
  const known = facts(page, ".ec-quiet").filter(([name]) => /^(Status|Started|Ended|Places?)$/.test(name));
  return {
    ...headed(page),
    facts: [...known, ["What happened", tally(page) || "No claim is recorded"]],
    works: works(page.querySelectorAll(".ec-claim"), page),
  };
}

/** What the box of facts says, but for some parts of it. */
function facts(page, without = "template") {
  const pairs = [...page.querySelectorAll(".ec-facts > div")];
  return pairs.map((one) => [words(one.querySelector("dt")), wordsBut(without, one.querySelector("dd"))]);
}

function claim(spot, page) {
  const sources = [...spot.querySelectorAll(".ec-claim__source")];
  const unquoted = sources.filter((one) => !one.querySelector("q"));
  const of = (selector) => words(spot.querySelector(selector));
  return {
    title: of(".ec-claim__text"),
    facts: [
      ["Strength of evidence", of(".ec-pips")],
      ["Direction", of(".ec-direction")],
      ["Outcome", of(".ec-claim__marks .ec-term")],
      ["Figure", of(".ec-claim__figure")],
      ["Why this level", [...(spot.querySelector(".ec-why ul")?.children ?? [])].map(words).join(" ")],
      ["Rests on", of(".ec-self") || unquoted.map(words).join("; ")],
      ["Example", words(page.querySelector("h1"))],
    ].filter(([, said]) => said),
    quotes: quotes(spot),
    works: works([spot], page),
  };
}

function question(page) {
  return {
    ...headed(page),
    facts: facts(page).filter(([name]) => !["Proposals", "What is missing"].includes(name)),
    works: works(page.querySelectorAll(".ec-lead"), page),
  };
}

function proposal(spot, page) {
  return {
    title: words(spot.querySelector(".ec-proposal__text")),
    facts: [
      ["Who", words(spot.querySelector(".ec-quiet"))],
      ["Answers", words(page.querySelector(".ec-lead"))],
    ],
    quotes: quotes(spot),
    works: works([spot], page),
  };
}

function metric(page) {
  const rows = [...page.querySelectorAll("table tbody tr")].slice(0, 12);
  const values = rows.map((row) => [...row.cells].map(words).filter(Boolean).join(", "));
  return {
    ...headed(page),
    facts: values.map((value, place) => [place ? "" : "Known values", value]),
    works: works([page], page),
  };
}

function work(page, _, key) {
  const entry = words(page.querySelector(".ec-entry"));
  return { title: words(page.querySelector("h1")), text: entry, works: [{ key, entry }] };
}

function headed(page) {
  return { title: words(page.querySelector("h1")), text: words(page.querySelector(".ec-lead")) };
}

function quotes(spot) {
  return [...spot.querySelectorAll("q")].map((one) => {
    const where = words(one.parentElement).slice(words(one).length + "“”".length).trim();
    return { words: words(one), where };
  });
}

/** The works that are cited in some parts of a page, each once. */
function works(spots, page) {
  const found = new Map();
  for (const spot of spots) {
    for (const link of spot.querySelectorAll('a.ec-cite[href^="#ref-"]')) {
      const key = decodeURIComponent(link.getAttribute("href").slice("#ref-".length));
      const entry = page.querySelector(`[id="${CSS.escape(`ref-${key}`)}"] .ec-entry-text`);
      found.set(key, { key, entry: words(entry) || words(link) });
    }
  }
  return [...found.values()];
}

/** The record of a work in a format, ".bib" or ".ris", from its own page. */
export async function record(key, ending) {
  const page = await article(addressOf(`work:${key}`));
  const href = page?.querySelector(`.ec-save a[download$="${ending}"]`)?.getAttribute("href") ?? "";
  return decodeURIComponent(href.slice(href.indexOf(",") + 1));
}
