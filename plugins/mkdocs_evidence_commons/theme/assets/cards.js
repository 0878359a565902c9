// The card of an example, as the pages print it (study_card in _parts.html).
import { counted, make } from "./make.js";

/** A card with its title alone: the rest comes by `fill`. */
export function cardOf(facets, entry, heading = "h2") {
  const title = make("a", "", facets.entries.title[entry]);
  title.href = facets.address(entry);
  const head = make(heading, "ec-card__title");
  head.append(title);
  const item = make("li", "ec-card");
  item.dataset.ecEntry = entry;
  item.append(head);
  return item;
}

/** The rest of a card, from what `facets.cards` gives. */
export function fill(facets, item, card) {
  const kind = [card.kind, card.status].filter(Boolean).join(" · ");
  const places = card.places.join(", ");
  const marks = make("p", "ec-card__marks");
  marks.append(
    places ? make("span", "ec-place", places) : make("span", "ec-quiet", "Place not known"),
    " ",
  );
  if (card.claims) {
    marks.append(make("span", "ec-nowrap", counted(card.claims, "claim")), " ", pips(card.level));
  } else marks.append(make("span", "ec-quiet", "No claims yet"));
  const id = facets.entries.id[item.dataset.ecEntry];
  const acts = make("p", "ec-takes");
  acts.append(
    take("Compare", "ecCompare", id, card.title),
    " ",
    take("Add to brief", "ecCollect", `example:${id}`, card.title),
  );
  item.append(make("p", "ec-card__kind", kind), make("p", "", card.summary), marks, acts);
}

function take(words, name, key, title) {
  const button = make("button", "ec-take", words);
  button.type = "button";
  button.dataset[name] = key;
  button.dataset.ecName = title;
  button.hidden = true;
  return button;
}

function pips(level) {
  const row = make("span", "ec-pips__row");
  row.setAttribute("aria-hidden", "true");
  for (let place = 1; place <= 5; place += 1) row.append(make("i", place <= level ? "on" : ""));
  const all = make("span", "ec-pips");
  all.dataset.level = level;
  all.append(row, ` Level ${level} of 5`);
  return all;
}
