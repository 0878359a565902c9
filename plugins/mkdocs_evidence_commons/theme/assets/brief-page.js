// The page of the brief: what was collected, in its order, with notes, and the ways to take it away.
import { read, ROOT, say, write } from "./brief.js";
import { FILES, works } from "./brief-files.js";
import { counted, make } from "./make.js";
import { addressOf, thing } from "./things.js";

const root = document.querySelector("[data-ec-brief-page]");
const UNNAMED = "Evidence brief";

/** What is shown: the reader's own brief, or one that came with the address. */
document.querySelector("[data-ec-waiting]")?.remove();
let brief = null;
let shared = false;
let emptied = null;
let waiting = 0;
const told = new Map();

/** A brief as the part of an address behind the # sign: `i=claim:…&n=a note&i=…&t=its name`. */
function toHash({ title, items }) {
  const params = new URLSearchParams();
  for (const { key, note } of items) {
    params.append("i", key);
    if (note) params.append("n", note);
  }
  if (title) params.append("t", title);
  return params.size ? `#${params}` : "";
}

function fromHash(hash) {
  const found = { title: "", items: [] };
  for (const [name, value] of new URLSearchParams(hash.slice(1))) {
    if (name === "i" && addressOf(value) && !found.items.some((one) => one.key === value)) {
      found.items.push({ key: value, note: "" });
    } else if (name === "n" && found.items.length) found.items.at(-1).note = value;
    else if (name === "t") found.title = value;
  }
  return found.items.length ? found : null;
}

function open() {
  const own = read();
  const came = history.state?.own ? null : fromHash(location.hash);
  shared = Boolean(came && own.items.length && toHash(came) !== toHash(own));
  brief = came ?? own;
  if (came && !shared) write(came);
  address();
  show();
}

/** Keep what was changed, in the address too. A brief that was shared is kept when it is wanted. */
function keep() {
  if (!shared) write(brief);
  // Browsers stop listening to a page that changes its address with every letter typed.
  clearTimeout(waiting);
  waiting = setTimeout(address, 250);
}

function address() {
  clearTimeout(waiting);
  history.replaceState(shared ? null : { own: true }, "", whole());
}

/** The address that holds all of the brief. */
function whole() {
  return location.pathname + location.search + toHash(brief);
}

async function show(focus = null) {
  const asked = brief;
  const parts = await Promise.all(brief.items.map(part));
  if (asked !== brief) return;
  root.hidden = false;
  root.replaceChildren(...(shared ? [sharing()] : []), ...(parts.length ? full(parts) : empty()));
  if (focus) root.querySelector(focus)?.focus();
}

async function part({ key, note }) {
  if (!told.has(key)) {
    const found = await thing(key).catch(() => undefined);
    if (found === undefined) return { key, note, thing: null, failed: true };
    told.set(key, found);
  }
  return { key, note, thing: told.get(key) };
}

function empty() {
  const lead = make("p", "ec-empty", "Nothing is in your brief yet. Look for “Add to brief” beside what you read: in the ");
  const ways = [["case studies", "case-studies/"], ["policy questions", "questions/"], ["references", "references/"]];
  ways.forEach(([words, path], place) => {
    lead.append(place ? (place === ways.length - 1 ? " or the " : ", the ") : "", link(words, new URL(path, ROOT).href));
  });
  lead.append(".");
  if (!emptied) return [lead];
  const back = make("p", "ec-takes");
  back.append(
    button("Bring it back", () => {
      brief = emptied;
      keep();
      show(".ec-brief__item a");
      say("The brief is back.");
    }),
  );
  return [lead, back];
}

function sharing() {
  const box = make("div", "ec-empty ec-brief__shared");
  const count = read().items.length;
  box.append(make("p", "", `Somebody shared this brief with you. Your own has ${counted(count, "thing")} in it, and is still there.`));
  const buttons = make("p", "ec-takes");
  buttons.append(
    button("Show my own", () => {
      history.replaceState({ own: true }, "", location.pathname);
      open();
    }),
    button("Add these to my own", () => {
      const own = read();
      const known = new Set(own.items.map((one) => one.key));
      write({ ...own, items: [...own.items, ...brief.items.filter((one) => !known.has(one.key))] });
      history.replaceState({ own: true }, "", location.pathname);
      open();
      say(`Added. Your brief holds ${counted(read().items.length, "thing")} now.`);
    }),
  );
  box.append(buttons);
  return box;
}

function full(parts) {
  const list = make("ol", "ec-brief__list");
  list.append(...parts.map((one, place) => item(one, place, parts.length)));
  const found = parts.filter((one) => one.thing);
  return [make("p", "ec-brief__called", brief.title), name(), heading("In this brief"), list, ...bibliography(found), heading("Take it away"), ...away(found)];
}

function heading(words) {
  return make("h2", "", words);
}

function name() {
  const field = make("p", "ec-field ec-brief__name");
  const label = make("label", "", "What it is called");
  label.htmlFor = "brief-name";
  const input = make("input");
  Object.assign(input, { id: "brief-name", type: "text", value: brief.title, placeholder: UNNAMED, autocomplete: "off" });
  input.addEventListener("input", () => {
    brief.title = input.value;
    root.querySelector(".ec-brief__called").textContent = input.value;
    keep();
  });
  field.append(label, input);
  return field;
}

function item({ key, note, thing: found, failed }, place, count) {
  const row = make("li", "ec-brief__item");
  const head = make("h3", "ec-brief__title");
  if (found) {
    row.append(make("p", "ec-brief__kind", found.kind));
    head.append(link(found.title, found.address));
    row.append(head);
    if (found.text) row.append(make("p", "", found.text));
    if (found.facts.length) row.append(facts(found.facts));
    for (const quote of found.quotes) {
      const said = make("p", "ec-brief__quote");
      said.append(make("q", "", quote.words), ` ${quote.where}`);
      row.append(said);
    }
  } else {
    head.textContent = failed ? "This could not be fetched" : "This is no longer here";
    const why = failed ? "Perhaps you are not connected. Load the page again." : "Its page is gone, or has another name now.";
    row.append(head, make("p", "", `${key}: ${why}`));
  }
  row.append(noted(key, note, found), moves(key, found?.title ?? key, place, count));
  return row;
}

function facts(all) {
  const list = make("dl", "ec-brief__facts");
  for (const [fact, words] of all) {
    const pair = make("div");
    pair.append(make("dt", "", fact), make("dd", "", words));
    list.append(pair);
  }
  return list;
}

function noted(key, note, found) {
  const field = make("div", "ec-field ec-brief__note");
  const label = make("label", "", "Your note");
  const input = make("textarea");
  label.htmlFor = input.id = `note-${key}`;
  input.rows = 2;
  input.value = note;
  if (found) input.setAttribute("aria-label", `Your note on: ${found.title}`);
  const printed = make("p", "ec-brief__printed", note);
  input.addEventListener("input", () => {
    brief.items.find((one) => one.key === key).note = input.value;
    printed.textContent = input.value;
    keep();
  });
  field.append(label, input, printed);
  return field;
}

function moves(key, title, place, count) {
  const all = make("p", "ec-takes");
  const move = (words, step, can) => {
    const made = button(words, () => {
      const [taken] = brief.items.splice(place, 1);
      brief.items.splice(place + step, 0, taken);
      keep();
      const isLast = place + step === (step < 0 ? 0 : count - 1);
      const focused = (step < 0) !== isLast ? "Up" : "Down";
      show(`[data-ec-move="${CSS.escape(key)} ${focused}"]`);
      say(`${title}: now ${place + step + 1} of ${count}.`);
    }, `Move ${words.toLowerCase()}: ${title}`);
    made.textContent = `Move ${words.toLowerCase()}`;
    made.disabled = !can;
    made.dataset.ecMove = `${key} ${words}`;
    return made;
  };
  all.append(
    move("Up", -1, place > 0),
    move("Down", 1, place < count - 1),
    button("Take out", () => {
      brief.items.splice(place, 1);
      keep();
      show(brief.items.length ? `li:nth-child(${Math.min(place + 1, count - 1)}) h3 a` : "a");
      say(`Taken out: ${title}.`);
    }, `Take out: ${title}`),
  );
  return all;
}

function bibliography(parts) {
  const listed = works(parts);
  if (!listed.length) return [];
  const list = make("ul", "ec-brief__works");
  for (const work of listed) {
    const entry = make("li");
    entry.append(link(work.entry, addressOf(`work:${work.key}`).href));
    list.append(entry);
  }
  return [heading("The works it rests on"), list];
}

function away(parts) {
  const buttons = make("p", "ec-takes ec-brief__away");
  const title = () => brief.title.trim() || UNNAMED;
  const link = () => new URL(whole(), location.href).href;
  // The notes as they stand now: they can be written after the parts were fetched.
  const noteOn = (key) => brief.items.find((one) => one.key === key)?.note ?? "";
  const noted = () => parts.map((one) => ({ ...one, note: noteOn(one.key) }));
  const all = () => ({ title: title(), told: source(), link: link(), parts: noted() });
  for (const [format, { ending, make: made }] of Object.entries(FILES)) {
    buttons.append(button(format, async () => {
      try {
        save(await made(all()), `${fileName(title())}.${ending}`);
        say(`Saved as ${format}.`);
      } catch {
        say("The records could not be fetched. Perhaps you are not connected.");
      }
    }, `${format}: save the brief as a file`));
  }
  buttons.append(
    button("Print", () => print()),
    button("Copy the link", async () => {
      try {
        await navigator.clipboard.writeText(link());
        say("The link is copied. It holds the whole brief, with your notes.");
      } catch {
        say("This browser does not let pages copy. The link is the address of this page.");
      }
    }),
    button("Empty the brief", () => {
      emptied = brief;
      brief = { title: "", items: [] };
      keep();
      show("button");
      say("The brief is empty.");
    }),
  );
  return [buttons, make("p", "ec-quiet", source())];
}

function source() {
  const { ecSite: site, ecEdition: edition } = root.dataset;
  return `From ${site || ROOT.host}, ${edition}, ${ROOT.href}.`;
}

function save(content, called) {
  const way = make("a");
  way.href = URL.createObjectURL(content);
  way.download = called;
  way.click();
  setTimeout(() => URL.revokeObjectURL(way.href), 60_000);
}

const fileName = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "brief";

function link(words, href) {
  const made = make("a", "", words);
  made.href = href;
  return made;
}

function button(words, act, said = "") {
  const made = make("button", "ec-take", words);
  made.type = "button";
  if (said) made.setAttribute("aria-label", said);
  made.addEventListener("click", act);
  return made;
}

addEventListener("pagehide", address);
addEventListener("hashchange", () => fromHash(location.hash) && open());
addEventListener("storage", () => !shared && open());
open();
