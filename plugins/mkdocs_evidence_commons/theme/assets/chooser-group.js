// One group of the panel by which examples are narrowed.
import { grouped, make } from "./make.js";

const MANY = 9;
const SHOWN_OF_MANY = 7;

/** The values of one facet as check boxes. Of many, those that most examples have come first. */
export class Group {
  constructor(panel, facet) {
    this.panel = panel;
    this.facet = facet;
    this.root = panel.root.querySelector(`[data-ec-facet="${facet.id}"]`);
    this.size = this.root.querySelector("summary .ec-chooser__size");
    this.rows = facet.values.map((value) => this.#row(value));
    if (facet.values.length > MANY) this.#shorten();
  }

  /** Leave the rarer values to a button. */
  #shorten() {
    const totals = this.panel.totals.get(this.facet.id);
    const common = [...totals.keys()].sort((a, b) => totals[b] - totals[a] || a - b);
    for (const place of common.slice(SHOWN_OF_MANY)) this.rows[place].item.dataset.ecRare = "";
    const button = make("button", "ec-chooser__more", "");
    button.type = "button";
    const tell = () => {
      const whole = this.root.classList.contains("is-whole");
      button.textContent = whole ? "Show fewer" : `Show all ${this.rows.length}`;
      button.setAttribute("aria-label", `${button.textContent}: ${this.facet.label}`);
      button.setAttribute("aria-expanded", whole);
    };
    button.addEventListener("click", () => {
      this.root.classList.toggle("is-whole");
      tell();
    });
    tell();
    this.root.append(button);
  }

  #row(value) {
    const item = this.root.querySelector(`[data-ec-value="${value.id}"]`);
    const box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => this.panel.toggle(this.facet.id, value.id));
    const label = document.createElement("label");
    const number = item.querySelector(".ec-count");
    label.append(box, make("span", "ec-choice", value.label), " ", number);
    item.replaceChildren(label);
    return { item, box, number, value };
  }

  show(counts) {
    const chosen = this.panel.choice.values(this.facet.id);
    this.rows.forEach(({ item, box, number, value }, place) => {
      const left = counts.get(this.facet.id)[place];
      box.checked = chosen.has(value.id);
      number.textContent = grouped(left);
      item.classList.toggle("is-chosen", box.checked);
      item.classList.toggle("is-nothing", !left && !box.checked);
    });
    this.size.textContent = chosen.size ? `(${chosen.size} chosen)` : "";
  }

  openIfChosen() {
    if (this.panel.choice.values(this.facet.id).size) this.root.open = true;
  }
}
