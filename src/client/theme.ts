// Runs before the first paint, as a classic script in the head: a remembered theme must not flash.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
} catch {
  // Storage may be forbidden; then the system's theme it is.
}
