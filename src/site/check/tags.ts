import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { Entry } from "../posts/entry.ts";

/** Tags that differ from one used more often in a way that nobody means: `nodejs` beside `node.js`, `benchmark` beside `benchmarks`. */
export function checkTags(posts: readonly Entry[]): Diagnostic[] {
  const uses = new Map<string, number>();
  const names = new Map<string, Map<string, number>>();
  for (const tag of posts.flatMap(({ head }) => head.tags)) {
    const spelling = tag.toLowerCase();
    uses.set(spelling, (uses.get(spelling) ?? 0) + 1);
    const alike = names.get(stem(tag)) ?? new Map<string, number>();
    names.set(stem(tag), alike.set(spelling, uses.get(spelling)!));
  }
  return posts.flatMap(({ head, fields, source }) =>
    head.tags.flatMap((tag) => {
      const own = uses.get(tag.toLowerCase())!;
      const rivals = [...names.get(stem(tag))!].filter(([name, count]) =>
        count === own ? name < tag.toLowerCase() : count > own,
      );
      const [rival] = rivals.toSorted((a, b) => b[1] - a[1]);
      if (!rival) return [];
      const written = (fields.value as { tags?: unknown }).tags;
      const path = Array.isArray(written) ? ["tags", written.indexOf(tag)] : ["tags"];
      const fact = `the tag ${JSON.stringify(tag)} hardly differs from ${JSON.stringify(rival[0])}, of ${rival[1] === 1 ? "another post" : `${rival[1]} posts`}`;
      const help = "Write both alike: each tag has a page and a place in the feeds of its own.";
      return [diagnose(source, fields.offsetsOf([{ path }])[0]!, "similar-tag", fact, help, "warning")];
    }),
  );
}

/** What is left of a tag when case, signs and a plural are not counted. */
function stem(tag: string): string {
  const letters = tag.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, "");
  return letters.length > 3 ? letters.replace(/s$/, "") : letters;
}
