import type { Remark } from "./remark.ts";

export interface Note extends Remark {
  readonly target: Element | null;
}

const colours = { error: "#d3283f", warning: "#b87a00" };
const own = "benchpost-note";

/** Shows what is wrong (open, over the page) or odd (a button that opens it), and marks what of the page it is about. */
export function paintNotes(fault: string | null, notes: readonly Note[]): void {
  for (const old of document.querySelectorAll(`.${own}`)) old.remove();
  for (const marked of document.querySelectorAll<HTMLElement>("[data-note]")) unmark(marked);
  for (const { target, severity, text } of notes) if (target instanceof HTMLElement) mark(target, severity, text);
  if (fault === null && notes.length === 0) return;
  const errors = notes.filter(({ severity }) => severity === "error").length;
  const frame = styled("div", {
    position: "fixed",
    inset: fault === null ? "auto 0 0 auto" : "auto 0 0 0",
    zIndex: "1000",
    maxWidth: fault === null ? "min(52rem, 100vw)" : "none",
    maxHeight: "50vh",
    overflow: "auto",
    padding: "0.6em 1em",
    font: "13px/1.5 ui-monospace, monospace",
    color: "#f4f2ee",
    background: "#23211e",
    borderTop: `4px solid ${fault === null ? colours.warning : colours.error}`,
  });
  frame.className = own;
  if (fault !== null) frame.role = "alert";
  const box = document.createElement("details");
  box.open = fault !== null;
  const head = document.createElement("summary");
  const counted = `${notes.length} ${notes.length === 1 ? "finding" : "findings"}`;
  head.textContent = fault === null ? counted : `This page is older than its files${errors > 0 ? `: ${counted}` : ""}`;
  box.append(head, ...(notes.length > 0 ? notes.map(item) : [paragraph(fault ?? "")]));
  frame.append(box);
  document.body.append(frame);
}

function item({ text, target }: Note): HTMLElement {
  const line = paragraph(text);
  if (!target) return line;
  const go = styled("button", { font: "inherit", margin: "0 0 0 2ch", cursor: "pointer" });
  go.type = "button";
  go.textContent = "Show";
  go.addEventListener("click", () => target.scrollIntoView({ block: "center" }));
  line.append(go);
  return line;
}

function paragraph(text: string): HTMLElement {
  const line = styled("p", { margin: "0.5em 0", whiteSpace: "pre-wrap" });
  line.textContent = text;
  return line;
}

function mark(element: HTMLElement, severity: Remark["severity"], text: string): void {
  if (element.dataset["note"] !== "error") element.dataset["note"] = severity;
  element.title = [element.title, text].filter(Boolean).join("\n");
  // through the object model: the page's policy allows no style attribute
  element.style.outline = `2px solid ${colours[element.dataset["note"] as Remark["severity"]]}`;
  element.style.outlineOffset = "4px";
}

function unmark(element: HTMLElement): void {
  delete element.dataset["note"];
  element.removeAttribute("title");
  element.style.outline = "";
  element.style.outlineOffset = "";
}

function styled<K extends "div" | "button" | "p">(
  name: K,
  style: Partial<CSSStyleDeclaration>,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  Object.assign(element.style, style);
  return element;
}
