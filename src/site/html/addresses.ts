import { applyEdits, type Edit } from "./edit.ts";
import { escapeHtml } from "../../chart/figure/html.ts";
import { type Attribute, scanTags } from "./tags.ts";

const single = new Set(["href", "src", "poster", "cite", "data", "xlink:href"]);

/** Author's HTML with every address that it names put through a function; everything else stays byte for byte. */
export function mapAddresses(html: string, map: (address: string) => string): string {
  const edits: Edit[] = [];
  for (const { kind, attributes } of scanTags(html)) {
    if (kind === "open") for (const attribute of attributes) edits.push(...mapAttribute(attribute, map));
  }
  return applyEdits(html, edits);
}

/** Every address that author's HTML names. */
export function addressesIn(html: string): string[] {
  const found: string[] = [];
  mapAddresses(html, (address) => {
    found.push(address);
    return address;
  });
  return found;
}

function mapAttribute({ name, value, start, end }: Attribute, map: (address: string) => string): Edit[] {
  let mapped = value;
  if (single.has(name)) mapped = map(value.trim());
  else if (name === "srcset")
    mapped = value.replace(/(^|,)(\s*)([^\s,]+)/g, (_all, comma, space, address) => comma + space + map(address));
  return mapped === value ? [] : [{ start, end, text: `${name}="${escapeHtml(mapped)}"` }];
}
