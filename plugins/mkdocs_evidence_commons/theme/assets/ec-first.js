// Runs before anything is drawn: says that scripts run, and brings back the look that was chosen.
{
  const root = document.documentElement;
  root.className = "js";
  try {
    const look = localStorage.getItem("ec-look");
    if (look === "dark" || look === "light") root.dataset.look = look;
  } catch {
    // A browser that keeps nothing follows the device.
  }
}
