// Shows the work behind a citation when it is hovered, focused or tapped. Without this file a
// citation is a plain link to the list of works at the end of the page.
{
  const SHOW_AFTER = 150;
  const HIDE_AFTER = 250;
  const SELECTOR = "a.ec-cite";

  let bubble = null;
  let shownFor = null;
  let timer = 0;
  let touched = false;

  const entryOf = (link) => {
    const id = decodeURIComponent(link.hash.slice(1));
    return document.getElementById(id)?.querySelector(".ec-entry-text");
  };

  const hide = () => {
    clearTimeout(timer);
    shownFor?.removeAttribute("aria-describedby");
    bubble?.remove();
    bubble = shownFor = null;
  };

  const place = (link) => {
    const { left, top, bottom } = link.getClientRects()[0];
    const room = document.documentElement.clientWidth - bubble.offsetWidth - 8;
    const above = top - bubble.offsetHeight - 6;
    const y = above > 60 ? above : bottom + 6;
    bubble.style.left = `${Math.max(8, Math.min(left, room)) + scrollX}px`;
    bubble.style.top = `${y + scrollY}px`;
  };

  const show = (link) => {
    const entry = entryOf(link);
    if (shownFor === link || !entry) return;
    hide();
    bubble = document.createElement("div");
    bubble.className = document.querySelector(".md-typeset") ? "ec-bubble md-typeset" : "ec-bubble";
    bubble.id = "ec-bubble";
    bubble.setAttribute("role", "tooltip");
    bubble.append(...entry.cloneNode(true).childNodes);
    document.body.append(bubble);
    link.setAttribute("aria-describedby", bubble.id);
    shownFor = link;
    place(link);
  };

  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };

  const linkOf = (event) => event.target.closest?.(SELECTOR);

  addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkOf(event);
    if (link) later(() => show(link), SHOW_AFTER);
    else if (bubble?.contains(event.target)) clearTimeout(timer);
    else if (bubble && document.activeElement !== shownFor) later(hide, HIDE_AFTER);
  });
  addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link) show(link);
    else if (!bubble?.contains(event.target)) hide();
  });
  addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (bubble && !bubble.contains(event.target) && !linkOf(event)) hide();
  });
  // The first tap shows the work, the second one follows the link. Themes that load pages
  // themselves hear of clicks later than this.
  let tapped = null;
  const tap = (event) => {
    const link = linkOf(event);
    if (link && touched && tapped !== link && entryOf(link)) {
      event.preventDefault();
      event.stopPropagation();
      show(link);
      tapped = link;
    } else {
      tapped = null;
      if (link) hide();
    }
  };
  addEventListener("click", tap, { capture: true });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("resize", hide);
}
