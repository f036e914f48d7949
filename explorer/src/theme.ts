/** Sets the chosen colours before anything is drawn; without a choice the system decides. */
try {
  const chosen = window.localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset["theme"] = chosen;
} catch {
  // A browser that keeps nothing: the system decides.
}
export {};
