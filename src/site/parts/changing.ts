import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceError } from "../../source/error.ts";
import { diagnose, type Source } from "../../source/source.ts";
import { givenNames, type Names } from "../charts/addresses.ts";
import { namedBy } from "../charts/datasets.ts";
import { pictureSizes, type Shown } from "../pictures.ts";
import type { Listed } from "../posts/listed.ts";
import { resolveAddress } from "../posts/resolve.ts";
import type { From } from "./known.ts";
import type { Common, Opened } from "./opened.ts";
import type { Recorded } from "./records.ts";
import { isSameStamp, type Stamp, stampOf } from "./stamp.ts";

/** What lies around the posts of a build, and may be another than it was in an earlier one. */
export interface Changing {
  /** The datasets that a post names, and what they hold. */
  dataOf(post: Pick<Listed, "head" | "slug">): From["data"];
  /** Stamps of datasets before they were read. */
  stampsOf(data: From["data"]): readonly (Stamp | null)[];
  /** Believes what is recorded of datasets whose files have not been touched. */
  believe(recorded: Recorded): void;
  /** Where the addresses of a post lead, and how large its pictures are. */
  aroundOf(post: Listed): string;
  /** Whether what a post was made from is still so, and the names for who must open it: some may be claimed by now. */
  compare(from: From, post: Listed, names: Names): { readonly isSame: boolean; readonly names: Names };
  /** Throws where somebody has written the data of a post since this build began: then nothing is known of its pages. */
  assertUnchanged(opened: Opened, from: From): void;
}

/** What lies around the posts of a project; each thing is looked at once. */
export function changingIn(outline: Shown, { root, known = new Set(), lint }: Common): Changing {
  const digests = new Map<string, string | null>();
  const stamps = new Map<string, Stamp | null>();
  const fileOf = (name: string): string => join(root, "data", `${name}.json`);
  const stampOnce = (name: string): Stamp | null => {
    const stamp = stamps.has(name) ? stamps.get(name)! : stampOf(fileOf(name));
    stamps.set(name, stamp);
    return stamp;
  };
  const digestOf = (name: string): string | null => {
    if (!digests.has(name)) {
      stampOnce(name);
      digests.set(name, known.has(name) ? hashFile(fileOf(name)) : null);
    }
    return digests.get(name)!;
  };
  const changing: Changing = {
    dataOf: (post) => namedBy(post, known).map((name) => [name, digestOf(name)]),
    stampsOf: (data) => data.map(([name]) => stampOnce(name)),
    believe({ known: { from }, data }) {
      for (const [index, [name, digest]] of from.data.entries()) {
        if (!digests.has(name) && known.has(name) && isSameStamp(data[index]!, stampOnce(name)))
          digests.set(name, digest);
      }
    },
    aroundOf(post) {
      const addresses = [...post.article.links.map(({ address }) => address), post.head.image ?? ""];
      const targets = addresses.map((address) => resolveAddress(post, address, outline));
      return JSON.stringify([targets, [...pictureSizes(outline, post)]]);
    },
    compare(from, post, names) {
      // other data may have other charts
      if (JSON.stringify(changing.dataOf(post)) !== JSON.stringify(from.data)) return { isSame: false, names };
      const given = from.names.asked.map((claim) => names.claim(...claim));
      const isSame =
        given.every((name, index) => name === from.names.given[index]) &&
        changing.aroundOf(post) === from.around &&
        from.evidence.every(([file, sum]) => lint.files.sha256(file) === sum) &&
        (from.day === null || from.day === lint.today);
      return { isSame, names: givenNames(given) };
    },
    assertUnchanged({ project: { datasets } }, from) {
      for (const { dataset, located } of datasets.all) {
        assertSame(located.source, new Map(from.data).get(dataset.name) ?? null);
      }
    },
  };
  return changing;
}

/** Throws where a dataset is not the one of this hash any more. */
export function assertSame(source: Source, digest: string | null): void {
  if (hash(source.text) !== digest) throw changedMeanwhile(source);
}

/** What is said of a file that somebody has written since a build began. */
export function changedMeanwhile(source: Source): SourceError {
  const fact = "the file has changed while the site was built";
  return new SourceError([diagnose(source, 0, "changed-meanwhile", fact, "Build it again.")]);
}

function hashFile(file: string): string | null {
  try {
    return hash(readFileSync(file, "utf8"));
  } catch {
    // its reader says why
    return null;
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
