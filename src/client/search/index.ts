/** What is used of the code that reads the index; it lies beside the index and is loaded with it. */
export interface Index {
  search(
    term: string | null,
    options: { readonly filters: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly Result[] }>;
  /** For each kind of filter, how many posts each value has. */
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
}

/** A post that was found; its text comes when it is asked for. */
export interface Result {
  data(): Promise<Found>;
}

export interface Found extends Part {
  readonly meta: Readonly<Record<string, string | undefined>>;
  /** Its sections in which the words stand, the part before the first heading among them. */
  readonly sub_results: readonly (Part & { readonly title: string })[];
}

interface Part {
  readonly url: string;
  /** Text in which `<mark>` and `</mark>` stand around what was searched for; `<` and `>` of its own are `&lt;` and `&gt;`. */
  readonly excerpt: string;
}

/** Words of an excerpt. */
const EXCERPT = 26;

/** Opens the index in a folder of the site, with the path prefix; all but the newest of its parts lie in folders of that, the oldest in `1`. */
export async function openIndex(folder: string, parts: number): Promise<Index> {
  const base = new URL(folder, location.href);
  const code = (await import(new URL("pagefind.js", base).href)) as Index & {
    options(options: object): Promise<void>;
    init(): Promise<void>;
    mergeIndex(folder: string, options: object): Promise<void>;
  };
  const options = {
    baseUrl: new URL("..", base).pathname,
    excerptLength: EXCERPT,
    excerptEllipsis: "…",
  };
  await code.options(options);
  await code.init();
  // what is found equally well comes in the order of the parts
  const others = Array.from({ length: parts - 1 }, (_, index) => new URL(`${parts - 1 - index}/`, base).pathname);
  await Promise.all(others.map((other) => code.mergeIndex(other, options)));
  return code;
}
