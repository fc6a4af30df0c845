/** JSON for a data block in HTML: nothing in it can end the block. */
export function escapeDataBlock(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}
