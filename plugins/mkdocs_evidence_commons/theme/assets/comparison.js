// The comparison: what the pages of two to four examples say, side by side, differences first.
import { ROOT, say } from "./brief.js";
import { addressOf as addressOfAll, choose, chosen, MOST } from "./compare.js";
import { load } from "./facets.js";
import { counted, make } from "./make.js";
import { addressOf, article, words } from "./things.js";

const root = document.querySelector("[data-ec-comparison]");
const [field, found, told, place] = ["input", ".ec-compare__found", ".ec-compare__told", ".ec-compare__table"].map((one) => root.querySelector(one));
const SHOWN = 8;

const UNKNOWN = "What we do not know";

/** The sections of an example's page that are compared whole, by the anchors of their headings. */
const SECTIONS = [
  ["challenges", "What was hard"],
  ["lessons", "What others can learn"],
  ["money", "Costs and funding"],
  ["questions", "Policy questions"],
  ["not-known", UNKNOWN],
];

document.querySelector("[data-ec-waiting]")?.remove();
let asked = 0;

/** Show the examples that the address names, or else those that were chosen on other pages. */
async function open() {
  const ids = new URLSearchParams(location.search).get("ids");
  const named = ids === null ? chosen().map((one) => one.id) : ids.split(",").filter(Boolean);
  await show([...new Set(named)].slice(0, MOST));
}

async function show(ids) {
  asked += 1;
  const mine = asked;
  root.hidden = false;
  const columns = (await Promise.all(ids.map(column))).filter(Boolean);
  if (mine !== asked) return;
  choose(columns.map(({ id, name }) => ({ id, name })));
  address(columns);
  const missing = ids.length - columns.length;
  told.textContent = [
    missing ? `${missing} of the examples asked for could not be found.` : "",
    summary(columns.length),
  ].join(" ").trim();
  place.replaceChildren(...(columns.length ? [table(columns)] : []));
  document.querySelector(".ec-compare__quiet").hidden = columns.length > 1;
  cite(columns);
}

/** How to cite what is shown: with the edition of the commons, since pages change. */
function cite(columns) {
  const line = root.querySelector(".ec-compare__cite");
  const { ecFrom: from, ecEdition: edition } = line.dataset;
  const names = columns.map((one) => one.name).join(", ");
  line.textContent = columns.length > 1
    ? `Cite this comparison: ${from || ROOT.host}, comparison of ${names}, ${edition}, ${location.href}`
    : "";
}

function summary(count) {
  if (!count) return "No example is chosen yet. Two to four can be compared.";
  if (count === 1) return "One example is chosen. Add one more to compare it with.";
  return `${count} examples side by side.`;
}

function address(columns) {
  const url = new URL(location.href);
  url.searchParams.delete("ids");
  const rest = url.searchParams.toString();
  url.search = columns.length ? new URL(addressOfAll(columns)).search + (rest && `&${rest}`) : rest;
  history.replaceState(null, "", url);
}

/** What the page of an example says: `{ id, name, href, said }`, each thing said under its name. */
async function column(id) {
  const at = addressOf(`example:${id}`);
  const page = at && (await article(at).catch(() => null));
  if (!page?.querySelector("#case-study")) return null;
  const said = new Map();
  const tell = (name, cell) => said.set(name, cell);
  tell("In short", cell(page.querySelectorAll(".ec-lead"), at));
  for (const fact of page.querySelectorAll(".ec-facts > div")) {
    const name = words(fact.querySelector("dt")).replace(/^Places$/, "Place");
    const value = fact.querySelector("dd");
    if (!("ecBlank" in value.dataset)) tell(name, cell(value.childNodes, at, terms(value)));
  }
  const tally = page.querySelectorAll(".ec-tally");
  if (tally.length) tell("Claims", cell(tally, at));
  const outcomes = new Map();
  for (const claim of page.querySelectorAll(".ec-claim")) {
    const outcome = words(claim.querySelector(".ec-claim__marks .ec-term"));
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), claimed(claim, at)]);
  }
  for (const [outcome, claims] of outcomes) {
    const list = make("ul");
    list.append(...claims);
    tell(`Outcome: ${outcome}`, { content: [list], same: words(list) });
  }
  for (const [anchor, name] of SECTIONS) {
    const parts = under(page.querySelector(`h2#${anchor}`));
    if (parts.length) tell(name, cell(parts, at));
  }
  return { id, name: words(page.querySelector("h1")), href: at.href, said };
}

/** What stands under a heading, up to the next. */
function under(heading) {
  const parts = [];
  for (let next = heading?.nextElementSibling; next && next.localName !== "h2"; next = next.nextElementSibling) {
    if (!next.matches(".ec-quiet, .ec-mend")) parts.push(next);
  }
  return parts;
}

/** The words of a list of terms, whatever their order; null if it is none. The signs between them are no words. */
function terms(value) {
  const all = [...value.querySelectorAll(".ec-term")].map(words);
  return all.length && all.join(" ") === words(value) ? all.sort().join(" ") : null;
}

/** Parts of a page for a cell of ours: links lead to the same places, and no anchor comes along. */
function cell(parts, at, same = null) {
  const content = [...parts].map((part) => document.importNode(part, true));
  for (const part of content) {
    if (part.nodeType !== Node.ELEMENT_NODE) continue;
    for (const one of [part, ...part.querySelectorAll("*")]) {
      one.removeAttribute("id");
      if (one.matches("button")) one.remove();
      if (one.matches("a[href]")) one.href = new URL(one.getAttribute("href"), at).href;
    }
  }
  const text = content.map((one) => one.textContent).join(" ").replace(/\s+/g, " ").trim();
  return { content, same: same ?? text };
}

function claimed(claim, at) {
  const item = make("li");
  const way = make("a", "", words(claim.querySelector(".ec-claim__text")));
  way.href = new URL(`#${claim.id}`, at).href;
  const marks = make("p", "ec-list__marks");
  marks.append(...cell(claim.querySelectorAll(".ec-direction, .ec-pips"), at).content);
  item.append(way, marks);
  return item;
}

function table(columns) {
  const names = [...new Set(columns.flatMap((one) => [...one.said.keys()]))];
  const order = ["In short", "An example of", "Status", "Started", "Ended", "Place", "Who takes part", "Themes", "Technologies", "Community technology", "Global goals", "Web", "Claims"];
  const last = SECTIONS.map(([, name]) => name);
  const rank = (name) => (order.includes(name) ? order.indexOf(name) : 100 + (last.includes(name) ? 100 + last.indexOf(name) : 0));
  const sorted = names.map((name, nth) => ({ name, nth })).sort((one, other) => rank(one.name) - rank(other.name) || one.nth - other.nth).map((one) => one.name);
  const differs = (name) => new Set(columns.map((one) => one.said.get(name)?.same)).size > 1;
  const silent = [...order, ...last].filter((name) => !names.includes(name) && !["Ended", UNKNOWN].includes(name));

  const made = make("table", "ec-compare__grid");
  made.dataset.columns = columns.length;
  made.append(make("caption", "", caption(columns)), head(columns));
  const groups = columns.length > 1
    ? [["Where they differ", sorted.filter(differs)], ["Where they are alike", sorted.filter((name) => !differs(name))]]
    : [["What is known", sorted]];
  for (const [title, rows] of groups) if (rows.length) made.append(group(title, rows, columns));
  const whole = make("section", "ec-compare__scroll");
  whole.setAttribute("aria-label", "Comparison");
  whole.tabIndex = 0;
  whole.append(made);
  if (!silent.length) return whole;
  const all = make("div");
  all.append(whole, make("p", "ec-quiet", `Stated for none of them: ${silent.map((name) => name[0].toLowerCase() + name.slice(1)).join(", ")}.`));
  return all;
}

function caption(columns) {
  return columns.length > 1 ? `${columns.map((one) => one.name).join(" · ")}: what differs comes first` : columns[0].name;
}

function head(columns) {
  const row = make("tr");
  row.append(make("td"));
  columns.forEach((one, nth) => {
    const cell = make("th");
    cell.scope = "col";
    const way = make("a", "", one.name);
    way.href = one.href;
    const out = make("button", "ec-take", "Take out");
    out.type = "button";
    out.setAttribute("aria-label", `Take out: ${one.name}`);
    out.addEventListener("click", async () => {
      await show(columns.filter((_, other) => other !== nth).map((other) => other.id));
      say(`Taken out: ${one.name}.`);
      (place.querySelector("thead button") ?? field).focus();
    });
    cell.append(way, " ", out);
    row.append(cell);
  });
  const made = make("thead");
  made.append(row);
  return made;
}

/** What a cell says for which there is nothing. */
function blank(name) {
  if (name.startsWith("Outcome: ")) return "No claim";
  return name === UNKNOWN ? "All that we ask is told" : "Not stated";
}

function group(title, names, columns) {
  const body = make("tbody");
  const row = make("tr", "ec-compare__group");
  const over = make("th", "", title);
  over.scope = "rowgroup";
  over.colSpan = columns.length + 1;
  row.append(over);
  body.append(row);
  for (const name of names) {
    const row = make("tr");
    const over = make("th", "", name);
    over.scope = "row";
    row.append(over);
    for (const one of columns) {
      const cell = make("td");
      cell.dataset.label = one.name;
      const value = one.said.get(name);
      if (value) cell.append(...value.content);
      else cell.append(make("span", "ec-compare__blank", blank(name)));
      row.append(cell);
    }
    body.append(row);
  }
  return body;
}

// Finding more examples by their names.

async function find() {
  const typed = field.value.trim();
  if (!typed) return found.replaceChildren();
  const facets = await load(ROOT.href).catch(() => null);
  if (!facets || typed !== field.value.trim()) return undefined;
  const shown = new Set(chosen().map((one) => one.id));
  const { id: ids, title: titles } = facets.entries;
  const all = [...facets.titled(typed)].filter((nth) => !shown.has(ids[nth]));
  const list = make("ul");
  list.append(...all.slice(0, SHOWN).map((nth) => offer(ids[nth], titles[nth])));
  found.replaceChildren(...(all.length ? [list] : []));
  const more = all.length > SHOWN ? `, the first ${SHOWN} of them here` : "";
  told.textContent = `${counted(all.length, "more example")} found${more}.`;
  return undefined;
}

function offer(id, name) {
  const item = make("li");
  const add = make("button", "ec-take", `Add ${name}`);
  add.type = "button";
  add.addEventListener("click", async () => {
    if (chosen().length === MOST) {
      say(`${MOST} examples are the most. Take one out first.`);
      return;
    }
    field.value = "";
    found.replaceChildren();
    await show([...chosen().map((one) => one.id), id]);
    field.focus();
  });
  item.append(add);
  return item;
}

field.addEventListener("input", find);
root.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  found.querySelector("button")?.click();
});
addEventListener("popstate", open);
open();
