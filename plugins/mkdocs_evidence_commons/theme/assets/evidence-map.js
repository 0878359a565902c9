// The evidence map: rows and columns that open and close, numbers that follow what is chosen, and
// arrow keys. The table is whole without it.
import { chooser } from "./chooser.js";
import { counted } from "./make.js";
import { bar } from "./map-bar.js";
import { tallied } from "./map-tally.js";

const root = document.querySelector("[data-ec-map]");
const table = root.querySelector("table");
const shades = root.dataset.ecShades.split(" ").map(Number);

/** Rows or columns: a group for each wider term, with its lines. A line is a row or a column. */
const rows = rowGroups();
const columns = columnGroups();
const linesOf = (groups) => groups.flatMap((group) => group.lines);
const cells = linesOf(rows).map((row) => [...row.element.cells].slice(1));
const whole = cells.map((row) => row.map((cell) => [...cell.firstElementChild.childNodes]));

const seen = { all: false, open: new Set(new URLSearchParams(location.search).getAll("open")) };

function rowGroups() {
  return [...table.tBodies].map((body) => {
    const lines = [...body.rows].map((element) => ({ element, id: element.dataset.id }));
    return grouped("theme", body, lines, body.querySelector("[data-ec-narrower]"));
  });
}

function columnGroups() {
  const [first, second] = table.tHead.rows;
  const below = [...second.cells];
  const columns = [...table.querySelectorAll("colgroup")].slice(1);
  return [...first.cells].slice(1).map((element, place) => {
    const narrower = element.scope === "colgroup" ? below.splice(0, element.colSpan) : [];
    const lines = [element, ...narrower.slice(1)].map((head) => ({
      element: head,
      id: head.dataset.id,
    }));
    const group = grouped("outcome", element, lines, element.querySelector("[data-ec-narrower]"));
    return Object.assign(group, { head: element, below: narrower, columns: columns[place] });
  });
}

function grouped(kind, element, lines, opener) {
  const first = element.dataset.ecFirst === "1";
  const group = { name: `${kind}.${lines[0].id}`, lines, opener, first, shown: first };
  opener?.addEventListener("click", () => {
    if (!seen.open.delete(group.name)) seen.open.add(group.name);
    keep();
    lay();
  });
  return group;
}

/** Show the rows and columns that are open. On paper all of them are. */
function lay(onPaper = false) {
  const isShown = (group) => onPaper || seen.all || group.shown;
  const isOpen = (group) => onPaper || seen.open.has(group.name);
  for (const group of [...rows, ...columns]) {
    if (group.opener) group.opener.setAttribute("aria-expanded", String(isOpen(group)));
    group.lines.forEach((line, place) => {
      line.hidden = !isShown(group) || (place > 0 && !isOpen(group));
    });
  }
  for (const group of columns) layHead(group, isShown(group), isOpen(group));
  for (const row of linesOf(rows)) row.element.hidden = row.hidden;
  const hidden = linesOf(columns).map((column) => column.hidden);
  for (const row of cells) row.forEach((cell, place) => (cell.hidden = hidden[place]));
  tellShown();
}

function layHead({ head, below, columns: span, lines }, isShown, isOpen) {
  head.hidden = span.hidden = !isShown;
  if (!below.length) return;
  const width = isOpen ? lines.length : 1;
  head.colSpan = span.span = width;
  head.rowSpan = isOpen ? 1 : 2;
  for (const cell of below) cell.hidden = !isShown || !isOpen;
}

function tellShown() {
  const more = root.querySelector(".ec-map__more");
  const count = (groups) => groups.filter((group) => group.shown).length;
  more.hidden = [...rows, ...columns].every((group) => group.shown);
  more.querySelector("[data-ec-map-shown]").textContent = seen.all
    ? `All ${rows.length} themes and ${columns.length} outcomes`
    : `The ${count(rows)} of ${rows.length} themes and ${count(columns)} of ${columns.length} outcomes with most claims`;
  more.querySelector("[data-ec-map-all]").textContent = seen.all ? "Show fewer" : "Show all rows and columns";
}

/** What is open stands in the address beside what is chosen. */
function keep() {
  const params = new URLSearchParams(location.search);
  params.delete("open");
  for (const name of [...(seen.all ? ["all"] : []), ...seen.open]) params.append("open", name);
  const query = params.toString();
  history.replaceState(history.state, "", location.pathname + (query ? `?${query}` : "") + location.hash);
}

/** As many groups as are seen at first: those with the most claims of those that are left. */
function bringForward(groups, totals, isChosen) {
  const many = groups.filter((group) => group.first).length;
  let place = 0;
  const ranked = groups.map((group) => {
    const left = totals[place].claims;
    place += group.lines.length;
    const chosen = group.lines.some((line) => isChosen(line.id));
    return { group, rank: [chosen, left, group.first].map(Number) };
  });
  ranked.sort((a, b) => b.rank.map((part, at) => part - a.rank[at]).find(Boolean) ?? 0);
  ranked.forEach(({ group }, at) => (group.shown = at < many));
}

function narrow({ choice, facets, claims }) {
  const themes = linesOf(rows).map((line) => line.id);
  const outcomes = linesOf(columns).map((line) => line.id);
  const tally = tallied(facets, claims, themes, outcomes);
  cells.forEach((row, at) =>
    row.forEach((cell, place) => {
      if (cell.className === "no") return;
      const link = cell.firstElementChild;
      if (choice.isEmpty) link.replaceChildren(...whole[at][place]);
      else link.replaceChildren(...told(whole[at][place], tally.cell(at, place)));
      const { claims, level } = tally.cell(at, place);
      cell.className = `s${shade(claims)}l${level}`;
    }),
  );
  const sums = (groups, totals) =>
    linesOf(groups).forEach(({ element }, place) => {
      element.querySelector("small").textContent = amount(totals[place].claims);
    });
  sums(rows, tally.rows);
  sums(columns, tally.columns);
  bringForward(rows, tally.rows, (id) => choice.has("theme", id));
  bringForward(columns, tally.columns, (id) => choice.has("outcome", id));
  lay();
}

/** What a cell says of the claims that are left, of `own` claims in all. */
function told([name, own], { claims, examples, level, going }) {
  const head = [name.cloneNode(true), made("b", claims)];
  if (!claims) return [...head, ` of ${own.textContent}`, made("i", " claims fit what is chosen")];
  const ways = going.map(({ count, label }) => `${count} ${label}`).join(", ");
  return [
    ...head,
    made("i", ` claim${plural(claims)} in `),
    made("u", examples),
    made("i", ` example${plural(examples)}; strongest `),
    `level ${level}`,
    made("i", `; ${ways}`),
    bar(going),
  ];
}

function shade(claims) {
  return claims ? shades.findIndex((most) => claims <= most) + 1 : 0;
}

function amount(claims) {
  return counted(claims, "claim");
}

function plural(number) {
  return number === 1 ? "" : "s";
}

function made(tag, words) {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Arrow keys lead to the next cell that is seen. */
function walk(event) {
  const step = STEPS[event.key];
  const start = event.target.closest("td");
  if (!step || !start || event.ctrlKey || event.metaKey || event.altKey) return;
  let at = cells.findIndex((row) => row.includes(start));
  let place = cells[at].indexOf(start);
  const isSeen = (cell) => !cell.hidden && !cell.parentElement.hidden;
  do {
    at += step[0];
    place += step[1];
  } while (cells[at]?.[place] && !isSeen(cells[at][place]));
  const link = cells[at]?.[place]?.querySelector("a");
  if (!link) return;
  event.preventDefault();
  link.focus();
}

/** On a phone the table is a list of its rows, and each opens by itself. */
function openRows() {
  for (const { element } of linesOf(rows)) {
    const label = element.querySelector("a").textContent;
    const button = made("button", "Show");
    const about = made("span", ` the cells of ${label}`);
    button.type = "button";
    button.className = "ec-map__opener ec-map__row";
    about.className = "ec-map__heard";
    button.append(about);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
      const open = element.classList.toggle("is-open");
      button.setAttribute("aria-expanded", String(open));
      button.firstChild.textContent = open ? "Hide" : "Show";
    });
    element.cells[0].append(button);
  }
}

seen.all = seen.open.delete("all");
root.classList.add("is-live");
for (const opener of root.querySelectorAll("[data-ec-narrower]")) opener.hidden = false;
root.querySelector("[data-ec-map-all]").addEventListener("click", () => {
  seen.all = !seen.all;
  keep();
  lay();
});
table.addEventListener("keydown", walk);
addEventListener("beforeprint", () => lay(true));
addEventListener("afterprint", () => lay());
openRows();
lay();

const live = await chooser(document.querySelector("[data-ec-chooser]"));
live.onChange(narrow);
