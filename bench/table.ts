/** One figure: what it is, its value as text, and what is wanted of it. */
export interface Row {
  readonly what: string;
  readonly value: string;
  readonly wanted?: string;
}

/** Figures in three columns under a heading. */
export function table(heading: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const valueWidth = Math.max(...rows.map(({ value }) => value.length));
  const lines = rows.map(({ what, value, wanted = "" }) =>
    `  ${what.padEnd(width)}  ${value.padStart(valueWidth)}  ${wanted}`.trimEnd(),
  );
  return `${heading}\n${lines.join("\n")}\n`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

export function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}

/** The middle one; of an even number the lower of the two in the middle, so that it is one that was measured. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
}
