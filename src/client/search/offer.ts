/**
 * Lets a button and the key `/` open the search. Nothing of it is loaded before; what could not be loaded is asked for again
 * the next time.
 */
export function offerSearch(button: HTMLButtonElement): void {
  let search: Promise<() => void> | null = null;
  const open = async (): Promise<void> => {
    try {
      search ??= import("./dialog.ts").then(({ createSearch }) => createSearch(button.dataset));
      (await search)();
    } catch (error) {
      search = null;
      console.warn(`the search does not open: ${String(error)}`);
      button.textContent = "Search (try again)";
    }
  };
  button.hidden = false;
  button.title = "Search (/)";
  button.addEventListener("click", () => void open());
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (key !== "/" || ctrlKey || altKey || metaKey || event.defaultPrevented || isTyping(target)) return;
    event.preventDefault();
    void open();
  });
}

/** A dialog that was just closed keeps the keys until the next frame. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest("dialog:not([open])") !== null) return false;
  return target.closest("input, textarea, select, dialog, [contenteditable]") !== null;
}
