/** How files become a dataset: what the author says on the command line, as text. */
export interface DatasetOptions {
  /** The dataset's name: the file name without `.json`. */
  readonly name: string;
  readonly title?: string;
  /** A pattern for file names (with a group `series`), a name that the content gives (`host`), or the series' own name. */
  readonly series?: string;
  /** A pattern for file names with a named group, a quantity that the content has, or `connections=16`. */
  readonly x?: string;
  /** Only these metrics are kept; all where there are none. */
  readonly metrics?: readonly string[];
  /** What points of one x from several files are. Without it they are taken for runs, and that is told. */
  readonly merge?: "hosts" | "runs";
  /** `none` adds and averages hosts as autobench_admin does: without weights. */
  readonly weights?: "replies" | "none";
  /** Lets names of hosts, home folders and queries of addresses into the dataset. */
  readonly keepPrivate?: boolean;
}
