// Puts a button beside each text that readers may want to copy. Without this file they select it.
{
  const SELECTOR = "[data-ec-copy]";
  for (const text of document.querySelectorAll(SELECTOR)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ec-copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${text.dataset.ecCopy}`);
    const told = document.createElement("span");
    told.className = "ec-copied";
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.innerText.trim());
        told.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(text);
        told.textContent = "Selected: press Ctrl+C";
      }
      setTimeout(() => (told.textContent = ""), 4000);
    });
    text.after(button, told);
  }
}
