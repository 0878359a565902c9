// Which examples to compare: the buttons on cards and pages, and the bar that keeps them in sight.
// What is chosen is kept until the window is closed.
import { ROOT, say, whenever } from "./brief.js";
import { make } from "./make.js";

const NAME = "ec-compare";
export const MOST = 4;

let unkept = [];

/** The examples that were chosen: `[{ id, name }]`. */
export function chosen() {
  try {
    const found = JSON.parse(sessionStorage.getItem(NAME) ?? "[]");
    return found.filter((one) => typeof one?.id === "string").slice(0, MOST);
  } catch {
    return unkept;
  }
}

/** Keep the choice. */
export function choose(examples) {
  unkept = examples;
  try {
    sessionStorage.setItem(NAME, JSON.stringify(examples));
  } catch {
    // Then it lasts until the page is left.
  }
  refresh();
}

/** The address of a comparison. */
export function addressOf(examples) {
  const ids = examples.map((one) => encodeURIComponent(one.id)).join(",");
  return new URL(`compare/?ids=${ids}`, ROOT).href;
}

function toggle(id, name) {
  const before = chosen();
  const left = before.filter((one) => one.id !== id);
  if (left.length < before.length) {
    choose(left);
    say(`Taken out of the comparison: ${name}.`);
  } else if (before.length === MOST) {
    say(`${MOST} examples are chosen, which is the most. Take one out first.`);
  } else {
    choose([...before, { id, name }]);
    const count = before.length + 1;
    say(`Chosen to compare: ${name}. ${count === 1 ? "Choose one more." : `${count} are chosen.`}`);
  }
}

function refresh() {
  const examples = chosen();
  const ids = new Set(examples.map((one) => one.id));
  for (const button of document.querySelectorAll("button[data-ec-compare]")) {
    const isIn = ids.has(button.dataset.ecCompare);
    const words = isIn ? "Do not compare" : "Compare";
    button.textContent = words;
    button.setAttribute("aria-label", `${words}: ${button.dataset.ecName}`);
    button.classList.toggle("ec-take--on", isIn);
    button.hidden = false;
  }
  if (!document.querySelector("[data-ec-comparison], [data-ec-brief-page]")) showBar(examples);
}

let bar = null;

function showBar(examples) {
  document.documentElement.classList.toggle("ec-has-bar", examples.length > 0);
  if (!examples.length) {
    bar?.remove();
    bar = null;
    return;
  }
  if (!bar) {
    bar = make("section", "ec-bar");
    bar.setAttribute("aria-label", "Examples to compare");
    document.body.append(bar);
  }
  const inside = make("div", "ec-grid ec-bar__inside");
  const names = make("p", "ec-bar__names");
  names.append(make("strong", "", `To compare (${examples.length} of ${MOST})`));
  names.append(make("span", "", `: ${examples.map((one) => one.name).join(" · ")}`));
  const ways = make("p", "ec-bar__ways");
  if (examples.length > 1) {
    const go = make("a", "ec-button ec-button--main", `Compare ${examples.length}`);
    go.href = addressOf(examples);
    ways.append(go);
  } else ways.append(make("span", "ec-quiet", "Choose one more."));
  const clear = make("button", "ec-take", "Choose none");
  clear.type = "button";
  clear.addEventListener("click", () => {
    choose([]);
    say("No example is chosen to compare.");
  });
  ways.append(clear);
  inside.append(names, ways);
  bar.replaceChildren(inside);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-ec-compare]");
  if (button) toggle(button.dataset.ecCompare, button.dataset.ecName);
});
addEventListener("pageshow", refresh);
whenever("button[data-ec-compare][hidden]", refresh);
