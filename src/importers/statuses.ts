/** How many of some answers, counted by status ("404" or "4xx"), are HTTP errors: 400 and above. */
export function httpErrors(statuses: Readonly<Record<string, number>>): number {
  const bad = Object.entries(statuses).filter(([status]) => /^[45]/.test(status));
  return bad.reduce((sum, [, count]) => sum + count, 0);
}

/** The sum of counts by name. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
