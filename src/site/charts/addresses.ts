import { createHash } from "node:crypto";

/** Hands out file names that no other owner has, also on file systems that do not tell `A` from `a`. */
export interface Names {
  /**
   * The name as wanted for whoever comes first, later ones get their own name behind it. Whoever asks oldest first hands out
   * names that do not change when something new comes.
   */
  claim(folder: string, wanted: string, owner: string): string;
}

/** An empty book of names. */
export function createNames(): Names {
  const taken = new Set<string>();
  return {
    claim(folder, wanted, owner) {
      const safe = safeName(wanted);
      // most get the first
      const names = [() => safe, () => `${safe}--${safeName(owner)}`, () => `${safe}-${shortHash(owner)}`];
      for (const nameOf of names) {
        const name = nameOf();
        const key = `${folder}/${name}`.toLowerCase();
        if (taken.has(key)) continue;
        taken.add(key);
        return name;
      }
      throw new Error(`no name is left for ${wanted} of ${owner} in ${folder}`);
    },
  };
}

/** What was asked of a book of names, and its answers. */
export interface Claims {
  readonly asked: (readonly [folder: string, wanted: string, owner: string])[];
  readonly given: string[];
}

/** A book of names that notes what is asked of it. */
export function notingNames(names: Names, { asked, given }: Claims): Names {
  return {
    claim(folder, wanted, owner) {
      const name = names.claim(folder, wanted, owner);
      asked.push([folder, wanted, owner]);
      given.push(name);
      return name;
    },
  };
}

/** A book of names that gives the same answers again, to who asks the same in the same order. */
export function givenNames(given: readonly string[]): Names {
  const left = given.values();
  return { claim: () => left.next().value! };
}

/** A chart's id as part of a file name: unchanged where it can be, told apart by a hash where it cannot. */
export function safeName(id: string): string {
  // Beside a chart lies what is said of it: x.meta.json is no figures of a chart "x.meta".
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(id) && !/\.meta$/i.test(id)) return id;
  const plain = id
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, 60);
  return `${plain === "" ? "chart" : plain}-${shortHash(id)}`;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
