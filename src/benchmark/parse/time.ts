import { fault, quote, type Written, wrongType } from "../../source/faults.ts";
import { showPath } from "../../source/located.ts";

const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;
const help = 'Write "2026-11-23", "2026-11-23T12:00:00Z", or seconds since 1970.';

/** Seconds since 1970 (UTC) from such a number or an ISO 8601 text, which must name its zone when it names an hour. */
export function parseTime(at: Written): number | null {
  if (typeof at.value === "number" && Number.isFinite(at.value)) {
    if (at.value < 1e11) return at.value;
    fault(
      at,
      "bad-time",
      `${showPath(at.path)} is ${at.value}, which is after the year 5000`,
      "Milliseconds? Divide by 1000. " + help,
    );
    return null;
  }
  if (typeof at.value !== "string") {
    wrongType(at, "a time", help);
    return null;
  }
  const seconds = form.test(at.value) ? Date.parse(at.value) / 1000 : NaN;
  if (Number.isFinite(seconds)) return seconds;
  const zone = /T[\d:.]+$/.test(at.value) ? "It names no zone: put Z (UTC) or +01:00 behind it. " : "";
  fault(at, "bad-time", `${quote(at.value)} is not a time`, zone + help);
  return null;
}
