import { faultAtKey, quote, type Written, fault } from "../../source/faults.ts";

const form = /^[A-Za-z0-9_][A-Za-z0-9_.+-]*$/;
const maxLength = 80;

/**
 * Ids stand in addresses, file names and attributes, so they have few letters; labels are free.
 * `at` is what the id names (reported at its key) or, with `place: "value"`, the id itself.
 */
export function checkId(at: Written, id: string, of: string, place: "key" | "value" = "key"): boolean {
  if (form.test(id) && id.length <= maxLength) return true;
  const fact = `${quote(id)} cannot be the id of a ${of}`;
  const better = suggestion(id);
  const help = `Use letters A to Z, digits, and . _ + - (at most ${maxLength})${better ? `: "${better}"` : ""}. What people read is the label.`;
  if (place === "key") faultAtKey(at, "error", "bad-id", fact, help);
  else fault(at, "bad-id", fact, help);
  return false;
}

function suggestion(id: string): string {
  const plain = id.normalize("NFKD").replace(/[^\w.+-]+/g, "-");
  return plain
    .replace(/^[-.+]+|-+$/g, "")
    .toLowerCase()
    .slice(0, maxLength);
}
