/** The columns that speak of one host, by their name without the host's. */
export interface HostColumns {
  /** Null in tables whose headers carry no host. */
  readonly name: string | null;
  readonly columns: ReadonlyMap<string, number>;
}

const column =
  /^(req_rate|con_rate|min_rep_rate|avg_rep_rate|max_rep_rate|stddev_rep_rate|resp_time|net_io|errors|status_[1-5]00)(?:_(.+))?$/;

/**
 * Groups the columns behind dem_req_rate by host. Known prefixes are cut off, because host names hold dots, digits and
 * underscores; a prefix that comes again begins the next group, because one host may stand there twice.
 */
export function hostColumns(header: readonly string[]): HostColumns[] {
  const hosts: { name: string | null; columns: Map<string, number> }[] = [];
  header.forEach((title, index) => {
    const [, name, host = null] = column.exec(title) ?? [];
    if (name === undefined) return;
    let last = hosts.at(-1);
    if (last === undefined || last.name !== host || last.columns.has(name)) {
      last = { name: host, columns: new Map() };
      hosts.push(last);
    }
    last.columns.set(name, index);
  });
  return hosts;
}
