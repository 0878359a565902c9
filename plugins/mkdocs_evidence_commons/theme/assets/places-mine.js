// What there is in a council, near it, and in councils like it.
import { make } from "./make.js";
import { examples } from "./places-words.js";

const LIKE = "like";

/** "Places like mine": a council, the rest of its region, and others of its kind. */
export class Mine {
  constructor(form, places, councils, show) {
    this.places = places;
    this.show = show;
    this.councils = councils;
    this.form = form;
    this.field = this.form.querySelector("select");
    this.told = this.form.querySelector(".ec-mine__told");
    this.field.append(...this.#choices());
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.tell();
    });
    this.field.addEventListener("change", () => {
      this.#keep();
      this.tell();
    });
    const asked = new URLSearchParams(location.search).get(LIKE);
    const council = councils.findIndex(([name]) => name === asked);
    if (council >= 0) this.field.value = council;
  }

  /** The council stands in the address, so that it can be shared and survives a reload. */
  #keep() {
    const params = new URLSearchParams(location.search);
    if (this.field.value) params.set(LIKE, this.councils[this.field.value][0]);
    else params.delete(LIKE);
    const query = params.size ? `?${params}` : "";
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  }

  #choices() {
    const groups = new Map();
    this.councils.forEach(([name, , within], council) => {
      if (!groups.has(within)) groups.set(within, make("optgroup"));
      groups.get(within).label = within;
      const choice = make("option", "", name);
      choice.value = council;
      groups.get(within).append(choice);
    });
    return [...groups.keys()].sort().map((within) => groups.get(within));
  }

  tell() {
    if (!this.field.value) {
      this.told.replaceChildren();
      return;
    }
    const [name, kind, within, own] = this.councils[this.field.value];
    const others = this.places.all.filter((spot) => spot !== own);
    const word = this.places.kinds[kind];
    const near = others.filter((spot) => this.places.spots.home[spot] === idOf(within));
    const alike = others.filter((spot) => this.places.spots.kind[spot] === kind);
    this.told.replaceChildren(
      make("p", "", `${name} is ${/^[aeio]/i.test(word) ? "an" : "a"} ${word} in ${the(within)}.`),
      this.#ways([
        [`In ${name}`, own < 0 ? [] : [own]],
        [`Elsewhere in ${the(within)}`, near],
        [`In other ${plural(word)}`, alike],
      ]),
    );
  }

  #ways(ways) {
    const list = make("ul", "ec-mine__ways");
    for (const [where, spots] of ways) {
      const count = this.places.count(spots);
      const item = make("li");
      if (count) {
        const button = make("button", "ec-plain", `${where}: ${examples(count)}`);
        button.type = "button";
        button.addEventListener("click", () => this.show(where, spots));
        item.append(button);
      } else item.append(make("span", "ec-quiet", `${where}: none yet`));
      list.append(item);
    }
    return list;
  }
}

/** The id of a region or a nation, as address.py makes it from the name. */
function idOf(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function the(name) {
  return /^(North|South|East|West) /.test(name) ? `the ${name}` : name;
}

function plural(kind) {
  return kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
