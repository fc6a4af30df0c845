const MODES = ["system", "light", "dark"] as const;
type Mode = (typeof MODES)[number];

/**
 * Makes a button go round through the system's theme, light and dark. The choice is remembered, stands in `data-theme` on the
 * root (absent for the system's), in `data-mode` on the button for its icon, and in words in its label.
 */
export function enableThemeSwitch(button: HTMLButtonElement): void {
  const root = document.documentElement;
  const chosen = MODES.find((mode) => mode === root.dataset["theme"]) ?? "system";
  show(button, chosen);
  button.hidden = false;
  button.addEventListener("click", () => {
    const mode = MODES[(MODES.indexOf(button.dataset["mode"] as Mode) + 1) % MODES.length]!;
    if (mode === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = mode;
    remember(mode);
    show(button, mode);
  });
}

function show(button: HTMLButtonElement, mode: Mode): void {
  button.dataset["mode"] = mode;
  button.setAttribute("aria-label", `Theme: ${mode}`);
  button.title = `Theme: ${mode}`;
}

function remember(mode: Mode): void {
  try {
    if (mode === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", mode);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}
