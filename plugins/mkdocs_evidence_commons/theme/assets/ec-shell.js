// The frame of every page: the light and the dark look, and what opens and closes. A page is whole
// without this file.
{
  const root = document.documentElement;

  // The look. Only a choice that differs from the device's is kept.
  const button = document.querySelector("[data-ec-look]");
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.look ? root.dataset.look === "dark" : device.matches);
  const tellLook = () => button.setAttribute("aria-pressed", String(isDark()));

  const choose = (dark) => {
    const look = dark === device.matches ? "" : dark ? "dark" : "light";
    if (look) root.dataset.look = look;
    else delete root.dataset.look;
    try {
      if (look) localStorage.setItem("ec-look", look);
      else localStorage.removeItem("ec-look");
    } catch {
      // Then the choice holds for this page.
    }
    tellLook();
  };

  button.hidden = false;
  button.addEventListener("click", () => choose(!isDark()));
  device.addEventListener("change", tellLook);
  tellLook();

  // What a button opens, Escape closes, and whoever was in it is back at its button.
  const openers = [...document.querySelectorAll("[data-ec-opens]")];
  const opened = (opener) => document.getElementById(opener.dataset.ecOpens);

  const set = (opener, open) => {
    opener.setAttribute("aria-expanded", String(open));
    opened(opener).toggleAttribute("data-open", open);
  };

  for (const opener of openers) {
    opener.hidden = false;
    opener.addEventListener("click", () => {
      set(opener, opener.getAttribute("aria-expanded") !== "true");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const open = openers.filter((one) => one.getAttribute("aria-expanded") === "true");
    const left = open.find((one) => one.parentElement.contains(event.target)) ?? open.at(-1);
    if (!left) return;
    set(left, false);
    left.focus();
  });

  // Among the contents, the section that is being read.
  const links = [...document.querySelectorAll(".ec-toc a")];
  const byId = new Map(links.map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...byId.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const seen = new IntersectionObserver(
    () => {
      const read = headings.findLast((one) => one.getBoundingClientRect().top < innerHeight / 3);
      for (const link of links) link.removeAttribute("aria-current");
      if (read) byId.get(read.id).setAttribute("aria-current", "location");
    },
    { rootMargin: "0px 0px -66% 0px" },
  );
  for (const heading of headings) seen.observe(heading);
}
