/** Names as people sort them: c4 before c16, and the same everywhere. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one = "", other = ""] = [left[i], right[i]];
    if (one === other) continue;
    const [n, m] = [Number(one), Number(other)];
    if (n !== m && !Number.isNaN(n) && !Number.isNaN(m)) return n - m;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

function parts(name: string): string[] {
  return name.match(/\d+|\D+/g) ?? [];
}
