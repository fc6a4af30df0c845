import { element } from "./elements.ts";
import { chosenFilters, filterFields } from "./filters.ts";
import { type Index, openIndex, type Result } from "./index.ts";
import { moveFocus } from "./keys.ts";
import { resultItem } from "./results.ts";

/** Posts that are listed at once. */
const PAGE = 10;

/** Makes the dialog of a search; `data` names the index, its parts and its styles. Gives what opens it. */
export async function createSearch({ search: folder, parts = "1", styles }: DOMStringMap): Promise<() => void> {
  await loadStyles(styles!);
  const input = element("input", {
    type: "text",
    role: "searchbox",
    "aria-label": "Search posts",
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  });
  const close = element("button", { type: "button", class: "search-close" }, "Close");
  const filters = element("div", { class: "search-filters" });
  const form = element("form", { role: "search" }, element("div", { class: "search-line" }, input, close), filters);
  const status = element("p", { class: "search-status", role: "status" });
  const list = element("ol", { class: "search-results" });
  const more = element("button", { type: "button", class: "search-more", hidden: "" }, "More");
  const dialog = element("dialog", { class: "search", "aria-label": "Search" }, form, status, list, more);
  let index: Promise<Index> | null = null;
  let asked = 0;
  let rest: Result[] = [];

  /** The index, asked for again where it could not be loaded. */
  async function ready(): Promise<Index> {
    index ??= openIndex(folder!, Number(parts)).then(async (opened) => {
      filters.replaceChildren(...(await filterFields(opened)));
      return opened;
    });
    return index.catch((error: unknown) => {
      index = null;
      throw error;
    });
  }

  async function run(): Promise<void> {
    const turn = ++asked;
    const term = input.value.trim();
    try {
      const opened = await ready();
      const chosen = chosenFilters(form);
      const none = term === "" && Object.keys(chosen).length === 0;
      const { results } = none ? { results: [] } : await opened.search(term === "" ? null : term, { filters: chosen });
      const first = await Promise.all(results.slice(0, PAGE).map((result) => result.data()));
      if (turn !== asked) return;
      replaceItems(list, first.map(resultItem));
      status.textContent = none ? "" : `${results.length} ${results.length === 1 ? "post" : "posts"}`;
      rest = results.slice(PAGE);
      more.hidden = rest.length === 0;
    } catch (error) {
      console.warn(`nothing is searched: ${String(error)}`);
      if (turn === asked) status.textContent = "The index could not be loaded. The archive lists every post.";
    }
  }

  async function showMore(): Promise<void> {
    const turn = asked;
    const items = (await Promise.all(rest.splice(0, PAGE).map((result) => result.data()))).map(resultItem);
    if (turn !== asked) return;
    list.append(...items);
    more.hidden = rest.length === 0;
    items[0]?.querySelector("a")?.focus();
  }

  let running: Promise<void> = Promise.resolve();
  const search = (): void => void (running = run());
  input.addEventListener("input", search);
  filters.addEventListener("change", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // what stands there may be an answer to fewer letters
    void running.then(() => list.querySelector("a")?.click());
  });
  more.addEventListener("click", () => void showMore());
  close.addEventListener("click", () => dialog.close());
  list.addEventListener("click", (event) => {
    // a section of this page is no other page
    if (event.target instanceof Element && event.target.closest("a")) dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => moveFocus(event, [input, ...list.querySelectorAll("a")]));
  document.body.append(dialog);
  return () => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    search();
  };
}

/** Puts other results into the list; who stands on one of the old ones stays on it, or else on the first. */
function replaceItems(list: HTMLElement, items: readonly HTMLElement[]): void {
  const { activeElement: at } = document;
  const href = at instanceof HTMLAnchorElement && list.contains(at) ? at.href : null;
  list.replaceChildren(...items);
  if (href === null) return;
  const links = [...list.querySelectorAll("a")];
  (links.find((link) => link.href === href) ?? links[0])?.focus();
}

function loadStyles(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = element("link", { rel: "stylesheet", href });
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(`${href} does not come`)));
    document.head.append(link);
  });
}
