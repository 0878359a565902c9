// Filters and sorts the list of works. Without this file the list is whole, by author.
{
  const bar = document.querySelector(".ec-library");
  const list = document.querySelector(".ec-bibliography");
  const told = bar.querySelector("output");
  const works = [...list.children].map((row, place) => ({
    row,
    place,
    text: fold(row.textContent),
    ...row.dataset,
  }));
  const one = { cited: (work) => work.by !== "", uncited: (work) => work.by === "" };

  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  const order = {
    author: (a, b) => a.place - b.place,
    newest: (a, b) => Number(b.year) - Number(a.year) || a.place - b.place,
    oldest: (a, b) => (Number(a.year) || 9999) - (Number(b.year) || 9999) || a.place - b.place,
    title: (a, b) => a.title.localeCompare(b.title) || a.place - b.place,
    cited: (a, b) => Number(b.cited) - Number(a.cited) || a.place - b.place,
  };

  const chosen = () => Object.fromEntries(new FormData(bar));

  const fits = (work, { words, kind, by, from, to }) =>
    fold(words).split(/\s+/).every((word) => work.text.includes(word)) &&
    (!kind || work.kind === kind) &&
    (!by || (one[by]?.(work) ?? work.by.split(" ").includes(by))) &&
    (!from || Number(work.year) >= Number(from)) &&
    (!to || (work.year !== "" && Number(work.year) <= Number(to)));

  const narrow = () => {
    const wish = chosen();
    let left = 0;
    for (const work of works) {
      work.row.hidden = !fits(work, wish);
      left += !work.row.hidden;
    }
    told.textContent = `${left || "No"} ${left === 1 ? "work" : "works"}`;
  };

  const sort = () => {
    list.append(...works.toSorted(order[bar.elements.sort.value]).map((work) => work.row));
  };

  // The choice stands in the address, so that it can be shared and survives a reload.
  const keep = () => {
    const wish = Object.entries(chosen()).filter(([name, value]) => value && value !== "author");
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
