// Narrows and sorts a list by the form above it. Without this file the list is whole.
// A field of the form speaks of the data attribute of the same name, which holds one value or
// several with strokes between; words, from, to and sort are looked at in ways of their own.
// A long list stands on several pages: the others are fetched when somebody narrows or sorts it.
{
  const bar = document.querySelector(".ec-library");
  const list = document.querySelector("[data-ec-list]");
  const told = bar.querySelector("output");
  const [one, many] = list.dataset.ecList.split("|");
  const later = list.dataset.ecPages?.split(" ") ?? [];
  const pager = document.querySelector(".ec-pager");
  const things = [];
  let fetched;

  const add = (rows, first) => {
    for (const row of rows) {
      const text = fold(row.textContent);
      things.push({ row, place: things.length, first, text, ...row.dataset });
    }
  };

  const rowsOf = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const rows = [...page.querySelector("[data-ec-list]").children];
    for (const link of rows.flatMap((row) => [...row.querySelectorAll("a[href]")])) {
      link.href = new URL(link.getAttribute("href"), answer.url);
    }
    return rows.map((row) => document.adoptNode(row));
  };

  // In the order of the pages, whichever comes first.
  const whole = () =>
    (fetched ??= Promise.all(later.map(rowsOf)).then((pages) => add(pages.flat(), false)));

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

  const usual = bar.elements.sort?.options[0].value;
  const asked = () => wishes().some(([, wish]) => wish !== usual);

  const narrow = () => {
    const wish = wishes();
    const all = asked();
    let left = 0;
    for (const thing of things) {
      const fit = wish.every((each) => fits(thing, each));
      thing.row.hidden = !fit || !(all || thing.first);
      left += fit;
    }
    const count = all ? left : Number(list.dataset.ecTotal ?? left);
    const said = count ? count.toLocaleString("en-GB") : "No";
    told.textContent = `${said} ${count === 1 ? one : many}`;
    if (pager) pager.hidden = all;
  };

  const sort = () => {
    const chosen = order[bar.elements.sort?.value] ?? byPlace;
    list.append(...things.toSorted(chosen).map((thing) => thing.row));
  };

  // The choice stands in the address, so that it can be shared and survives a reload.
  const keep = () => {
    const wish = wishes().filter(([, value]) => value !== usual);
    const query = new URLSearchParams(wish).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = bar.elements.namedItem(name);
    if (field) field.value = value;
  }
  const begin = async () => {
    if (asked() && later.length) {
      told.textContent = "One moment.";
      try {
        await whole();
      } catch {
        fetched = undefined;
        told.textContent = "The rest of the list could not be fetched. Please try again.";
        return;
      }
    }
    narrow();
    sort();
  };
  add([...list.children], true);
  bar.hidden = false;
  bar.addEventListener("input", () => {
    begin();
    keep();
  });
  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector(":scope > :not([hidden]) a")?.focus();
  });
  bar.addEventListener("reset", () => {
    setTimeout(() => {
      begin();
      keep();
    });
  });
  begin();
  addEventListener("pageshow", begin);
}
