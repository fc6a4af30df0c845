/**
 * Clients of weighttp and h2load: neither prints its -c, both print how many each thread has
 * (`spawning thread #1: 4 concurrent requests`, `spawning thread #0: 4 total client(s)`). Null without such lines.
 */
export function spawnedClients(text: string): number | null {
  const lines = [...text.matchAll(/^spawning thread #\d+: (\d+) (?:concurrent requests|total client)/gm)];
  return lines.length === 0 ? null : lines.reduce((sum, line) => sum + Number(line[1]), 0);
}
