import { element } from "./elements.ts";
import type { Index } from "./index.ts";

const labels = [
  ["tag", "Tag"],
  ["series", "Series"],
  ["cpu", "Processor"],
  ["software", "Software"],
] as const;

/** The ways to narrow a search down, for those kinds of which there is more than one value. */
export async function filterFields(index: Index): Promise<HTMLLabelElement[]> {
  const counts = await index.filters();
  return labels.flatMap(([name, label]) => {
    const values = Object.entries(counts[name] ?? {}).sort(([a], [b]) =>
      a.localeCompare(b, document.documentElement.lang),
    );
    if (values.length < 2) return [];
    const options = values.map(([value, count]) => element("option", { value }, `${value} (${count})`));
    const select = element("select", { name }, element("option", { value: "" }, "any"), ...options);
    return [element("label", {}, `${label} `, select)];
  });
}

/** What is chosen in the fields of a form. */
export function chosenFilters(form: HTMLFormElement): Record<string, string> {
  const chosen = [...form.querySelectorAll("select")].filter(({ value }) => value !== "");
  return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
}
