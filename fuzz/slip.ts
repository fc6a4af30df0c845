/** The input that is being read, where another thread sees it even when the reader never comes back. */
export interface Slip {
  readonly buffer: SharedArrayBuffer;
  write(target: number, input: string): void;
  /** Null between inputs. */
  read(): { readonly target: number; readonly input: string; readonly number: number } | null;
}

const HEAD = 3;

/** A slip on shared memory: a new one, or another thread's. Inputs longer than half a million characters are cut. */
export function slipOn(buffer = new SharedArrayBuffer(2 ** 20)): Slip {
  const head = new Int32Array(buffer, 0, HEAD);
  const letters = new Uint16Array(buffer, HEAD * 4);
  return {
    buffer,
    write(target, input) {
      const length = Math.min(input.length, letters.length);
      for (let i = 0; i < length; i++) letters[i] = input.charCodeAt(i);
      head[0] = target;
      head[1] = length;
      Atomics.add(head, 2, 1);
    },
    read() {
      const number = Atomics.load(head, 2);
      if (number === 0) return null;
      const parts: string[] = [];
      for (let i = 0; i < head[1]!; i += 4096)
        parts.push(String.fromCharCode(...letters.subarray(i, Math.min(i + 4096, head[1]!))));
      return { target: head[0]!, input: parts.join(""), number };
    },
  };
}
