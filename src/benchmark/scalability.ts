/**
 * The Universal Scalability Law, X(N) = γN / (1 + α(N − 1) + βN(N − 1)): throughput at N users, workers or cores, with
 * contention α and coherency β (Gunther, "Guerrilla Capacity Planning", 2007).
 */
export interface Law {
  /** Throughput of one. */
  readonly gamma: number;
  readonly alpha: number;
  readonly beta: number;
}

export interface Level {
  readonly n: number;
  readonly throughput: number;
}

/** What the law says of n. */
export function throughputAt({ gamma, alpha, beta }: Law, n: number): number {
  return (gamma * n) / (1 + alpha * (n - 1) + beta * n * (n - 1));
}

/** Where the law's throughput is highest: √((1 − α)/β). Infinite without coherency. */
export function bestLevel({ alpha, beta }: Law): number {
  return beta <= 0 ? Infinity : Math.sqrt(Math.max(0, 1 - alpha) / beta);
}

/**
 * The law that fits best by least squares (Gauss and Newton, damped after Marquardt, 1963), with α and β not below 0. Begins
 * at the fit of N/X, which is linear in the parameters. Null where the levels do not determine it.
 */
export function fitLaw(levels: readonly Level[]): Law | null {
  const start = linearFit(levels);
  if (start === null) return null;
  let law = start;
  let error = squares(law, levels);
  let damping = 1e-3;
  for (let step = 0; step < 60 && damping < 1e9; step++) {
    const next = improved(law, levels, damping);
    const nextError = next === null ? Infinity : squares(next, levels);
    if (nextError >= error) {
      damping *= 10;
      continue;
    }
    const gain = error - nextError;
    [law, error, damping] = [next!, nextError, damping / 10];
    if (gain <= 1e-12 * error) break;
  }
  return law;
}

function squares(law: Law, levels: readonly Level[]): number {
  return levels.reduce((sum, { n, throughput }) => sum + (throughput - throughputAt(law, n)) ** 2, 0);
}

function linearFit(levels: readonly Level[]): Law | null {
  const rows = levels.map(({ n }): Row => [1, n - 1, n * (n - 1)]);
  const found = solveNormal(
    rows,
    levels.map(({ n, throughput }) => n / throughput),
    0,
  );
  if (found === null || !found.every(Number.isFinite) || found[0] <= 0) return null;
  const [inverse, contention, coherency] = found;
  return { gamma: 1 / inverse, alpha: Math.max(0, contention / inverse), beta: Math.max(0, coherency / inverse) };
}

function improved(law: Law, levels: readonly Level[], damping: number): Law | null {
  const rows = levels.map(({ n }): Row => {
    const value = throughputAt(law, n);
    const share = (value * value) / (law.gamma * n);
    return [value / law.gamma, -share * (n - 1), -share * n * (n - 1)];
  });
  const step = solveNormal(
    rows,
    levels.map(({ n, throughput }) => throughput - throughputAt(law, n)),
    damping,
  );
  if (step === null || !step.every(Number.isFinite) || law.gamma + step[0] <= 0) return null;
  return {
    gamma: law.gamma + step[0],
    alpha: Math.max(0, law.alpha + step[1]),
    beta: Math.max(0, law.beta + step[2]),
  };
}

type Row = readonly [number, number, number];

/** Least squares by the normal equations of three unknowns, with their diagonal raised by a share. Null where they are singular. */
function solveNormal(rows: readonly Row[], values: readonly number[], damping: number): Row | null {
  const sum = (term: (row: Row, value: number) => number): number =>
    rows.reduce((total, row, index) => total + term(row, values[index]!), 0);
  // Columns of very different size would lose digits: each is scaled by its length first.
  const scale = [0, 1, 2].map((column) => Math.sqrt(sum((row) => row[column]! ** 2)));
  if (scale.some((length) => length === 0)) return null;
  const matrix = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => (sum((row) => row[i]! * row[j]!) / (scale[i]! * scale[j]!)) * (i === j ? 1 + damping : 1)),
  );
  const right = [0, 1, 2].map((i) => sum((row, value) => row[i]! * value) / scale[i]!);
  const whole = determinant(matrix);
  if (Math.abs(whole) < 1e-14) return null;
  const solved = [0, 1, 2].map((column) => {
    const replaced = matrix.map((row, i) => row.map((value, j) => (j === column ? right[i]! : value)));
    return determinant(replaced) / whole / scale[column]!;
  });
  return solved as unknown as Row;
}

function determinant(m: readonly (readonly number[])[]): number {
  const [a, b, c] = m as readonly [readonly number[], readonly number[], readonly number[]];
  return (
    a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
    a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
    a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!)
  );
}
