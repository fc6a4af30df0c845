/** What a group of charts shows of its series, by the end of a chart's id. */
const KINDS = {
  rps: { metric: "reply_rate", reference: "demanded" },
  rt: { metric: "latency" },
  errors: { metric: "error_ratio" },
  stdev: { metric: "reply_rate", stat: "stdev" },
} as const;

type Kind = keyof typeof KINDS;

const large = ["node-64k", "gevent-64k", "wsgiref-64k", "pypy-wsgiref-64k"];

/**
 * Chart descriptions, numbered as the sections of an article on the experiment: Node.js and Gevent, large answers, PyPy
 * and CPython, blocking and not blocking. What belongs to section 6 is the check with another tool, a dataset of its own.
 */
export const charts: Readonly<Record<string, unknown>> = {
  ...group("graph-1", ["rps", "rt", "errors", "stdev"], ["node-1", "node-10", "gevent-1", "gevent-10"]),
  "graph-2a": { ...KINDS.rps, series: large },
  "graph-2b": { ...KINDS.rt, series: large },
  "graph-2c": { ...KINDS.errors, series: large },
  ...group("graph-4", ["rps", "rt", "errors"], ["wsgiref-1", "pypy-wsgiref-1", "gevent-1", "pypy-gevent-1"]),
  ...group("graph-5", ["rps", "rt", "errors"], ["wsgiref-10", "pypy-wsgiref-10", "gevent-10", "pypy-gevent-10"]),
};

function group(id: string, kinds: readonly Kind[], series: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(kinds.map((kind) => [`${id}-${kind}`, { ...KINDS[kind], series }]));
}
