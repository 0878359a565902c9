// Narrows and sorts a list by the form above it. Without this file the list is whole.
// A field of the form speaks of the data attribute of the same name, which holds one value or
// several with strokes between; words, from, to and sort are looked at in ways of their own.
{
  const bar = document.querySelector(".ec-library");
  const list = document.querySelector("[data-ec-list]");
  const told = bar.querySelector("output");
  const [one, many] = list.dataset.ecList.split("|");
  const things = [...list.children].map((row, place) => ({
    row,
    place,
    text: fold(row.textContent),
    ...row.dataset,
  }));

  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  const byPlace = (a, b) => a.place - b.place;
  const order = {
    newest: (a, b) => Number(b.year) - Number(a.year) || byPlace(a, b),
    oldest: (a, b) => (Number(a.year) || 9999) - (Number(b.year) || 9999) || byPlace(a, b),
    title: (a, b) => a.title.localeCompare(b.title) || byPlace(a, b),
    cited: (a, b) => Number(b.cited) - Number(a.cited) || byPlace(a, b),
  };

  const own = {
    words: (thing, words) =>
      fold(words)
        .split(/\s+/)
        .every((word) => thing.text.includes(word)),
    from: (thing, year) => Number(thing.year) >= Number(year),
    to: (thing, year) => thing.year !== "" && Number(thing.year) <= Number(year),
    sort: () => true,
  };

  const fits = (thing, [name, wish]) =>
    own[name]?.(thing, wish) ?? thing[name].split("|").includes(wish);

  const wishes = () => [...new FormData(bar)].filter(([, wish]) => wish);

  const narrow = () => {
    const wish = wishes();
    let left = 0;
    for (const thing of things) {
      thing.row.hidden = !wish.every((each) => fits(thing, each));
      left += !thing.row.hidden;
    }
    told.textContent = `${left || "No"} ${left === 1 ? one : many}`;
  };

  const sort = () => {
    const chosen = order[bar.elements.sort?.value] ?? byPlace;
    list.append(...things.toSorted(chosen).map((thing) => thing.row));
  };

  // The choice stands in the address, so that it can be shared and survives a reload.
  const keep = () => {
    const usual = bar.elements.sort?.options[0].value;
    const wish = wishes().filter(([, value]) => value !== usual);
    const query = new URLSearchParams(wish).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = bar.elements.namedItem(name);
    if (field) field.value = value;
  }
  const begin = () => {
    narrow();
    sort();
  };
  bar.hidden = false;
  bar.addEventListener("input", () => {
    begin();
    keep();
  });
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("reset", () => {
    setTimeout(() => {
      begin();
      keep();
    });
  });
  begin();
  addEventListener("pageshow", begin);
}
