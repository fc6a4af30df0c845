import type { Located, Path } from "../../source/located.ts";
import { type Place, placeAt } from "../../source/place.ts";
import type { Source } from "../../source/source.ts";

/** Where a finding stands, before anybody asks for line and column: a value of a file, or a character of a text. */
export type Spot =
  { readonly located: Located; readonly path: Path } | { readonly source: Source; readonly offset: number };

/** File, line and column of each spot. Each file is asked once for all of its places, as that costs a second reading. */
export function toPlaces(spots: readonly Spot[]): { readonly file: string; readonly place: Place }[] {
  const written = new Map<Located, (Spot & { readonly path: Path })[]>();
  for (const spot of spots) {
    if ("located" in spot) written.set(spot.located, [...(written.get(spot.located) ?? []), spot]);
  }
  const offsets = new Map<Spot, number>();
  for (const [located, all] of written) {
    const found = located.offsetsOf(all.map(({ path }) => ({ path })));
    all.forEach((spot, index) => offsets.set(spot, found[index] ?? 0));
  }
  return spots.map((spot) => {
    const { file, text } = "located" in spot ? spot.located.source : spot.source;
    return { file, place: placeAt(text, "located" in spot ? offsets.get(spot)! : spot.offset) };
  });
}

/** Whether something is written at a path, `null` included: to say that a thing is not known is to say something. */
export function isWritten(value: unknown, path: Path): boolean {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return false;
    at = Reflect.get(at, step);
  }
  return true;
}
