/** The charts of a group. */
const KINDS = {
  rps: { metric: "reply_rate", reference: "demanded" },
  rt: { metric: "latency" },
  errors: { metric: "error_ratio" },
  stdev: { metric: "reply_rate", stat: "stdev" },
} as const;

/** Chart descriptions: group 1 with a connection for each request, group 2 with ten requests on each. */
export function chartsOf(servers: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    [1, 10].flatMap((calls, group) =>
      Object.entries(KINDS).map(([kind, description]) => [
        `graph-${group + 1}-${kind}`,
        { ...description, series: servers.map((server) => `${server}-${calls}`) },
      ]),
    ),
  );
}
