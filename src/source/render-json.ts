const width = 120;

/** JSON that people read and compare: what fits stands on one line, and so does a list of figures of any length. */
export function renderJson(value: unknown): string {
  return `${render(value, "", 0)}\n`;
}

function render(value: unknown, indent: string, before: number): string {
  const flat = renderFlat(value);
  if (!isContainer(value) || isFlatList(value) || indent.length + before + flat.length <= width) return flat;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + render(item, inner, 0))
    : entriesOf(value).map(
        ([name, item]) => `${inner}${JSON.stringify(name)}: ${render(item, inner, name.length + 4)}`,
      );
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function renderFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderFlat).join(", ")}]`;
  if (!isContainer(value)) return JSON.stringify(value);
  const entries = entriesOf(value).map(([name, item]) => `${JSON.stringify(name)}: ${renderFlat(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isFlatList(value: object): boolean {
  return Array.isArray(value) && !value.some(isContainer) && !value.some((item) => typeof item === "string");
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
