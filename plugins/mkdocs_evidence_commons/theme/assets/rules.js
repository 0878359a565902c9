// Narrows the list of rules while someone types. Without this file the list is whole.
{
  const filter = document.querySelector(".ec-filter");
  const field = filter.querySelector("input");
  const told = filter.querySelector("output");
  const rules = [...document.querySelectorAll(".ec-rules > li")];
  const chapters = [...document.querySelectorAll(".ec-chapter")];

  const narrow = () => {
    const words = field.value.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
    for (const rule of rules) {
      const text = rule.textContent.toLowerCase();
      rule.hidden = !words.every((word) => text.includes(word));
    }
    for (const chapter of chapters) {
      chapter.hidden = !chapter.querySelector("li:not([hidden])");
    }
    const left = rules.filter((rule) => !rule.hidden).length;
    told.textContent = `${left || "No"} ${left === 1 ? "rule" : "rules"}`;
  };

  // The table of contents leads to chapters that may be hidden just then.
  const showAll = () => {
    field.value = "";
    narrow();
  };

  filter.hidden = false;
  field.addEventListener("input", narrow);
  addEventListener("hashchange", showAll);
  // Whoever comes back from a rule finds the list as it was.
  addEventListener("pageshow", narrow);
}
