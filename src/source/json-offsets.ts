import { walkJson } from "./json-walk.ts";
import type { Pointer } from "./located.ts";

/** Wanted places, as a tree along the paths. */
interface Want {
  readonly children: Map<string | number, Want>;
  /** Indexes into the result. */
  readonly values: number[];
  readonly keys: number[];
}

/** Offsets of many pointers into a valid JSON text in one walk. */
export function offsetsInJson(text: string, pointers: readonly Pointer[]): number[] {
  const offsets = pointers.map(() => 0);
  const root = want();
  pointers.forEach((pointer, index) => {
    let node = root;
    for (const step of pointer.path) node = descend(node, step);
    (pointer.key ? node.keys : node.values).push(index);
  });
  // One entry per open container; a null tree means that nothing below is wanted.
  const stack: { readonly tree: Want | null; readonly list: boolean; step: string | number }[] = [];

  const current = (): Want | null => {
    const top = stack.at(-1);
    if (!top) return root;
    if (top.tree === null) return null;
    const found = top.tree.children.get(top.step) ?? null;
    if (top.list) top.step = (top.step as number) + 1;
    return found;
  };
  const arrive = (node: Want | null, offset: number): void => {
    if (node) settle(node, offset, offsets);
  };
  walkJson(
    text,
    {
      open(offset, kind) {
        const tree = current();
        arrive(tree, offset);
        stack.push({ tree: tree && tree.children.size > 0 ? tree : null, list: kind === "list", step: 0 });
      },
      key(offset, name) {
        const top = stack.at(-1)!;
        top.step = name;
        for (const index of top.tree?.children.get(name)?.keys ?? []) offsets[index] = offset;
      },
      scalar(offset) {
        arrive(current(), offset);
      },
      close: () => void stack.pop(),
      fault: () => undefined,
    },
    { valid: true },
  );
  return offsets;
}

function want(): Want {
  return { children: new Map(), values: [], keys: [] };
}

function descend(node: Want, step: string | number): Want {
  let child = node.children.get(step);
  if (!child) node.children.set(step, (child = want()));
  return child;
}

/** A value was reached: it is the best answer so far for itself and for everything wanted below it. */
function settle(node: Want, offset: number, offsets: number[]): void {
  for (const index of node.values) offsets[index] = offset;
  for (const child of node.children.values()) {
    for (const index of child.keys) offsets[index] = offset;
    settle(child, offset, offsets);
  }
}
