import { XMLParser, XMLValidator } from "fast-xml-parser";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** The elements of an SVG, or an error where it is not well-formed XML. */
export function readSvg(svg: string): Element {
  const valid = XMLValidator.validate(svg);
  if (valid !== true) throw new Error(`${valid.err.code}: ${valid.err.msg}`);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    trimValues: false,
  });
  return toElement((parser.parse(svg.trim()) as Node[])[0]!);
}

type Node = Record<string, unknown>;

function toElement(node: Node): Element {
  const name = Object.keys(node).find((key) => key !== ":@")!;
  const inside = node[name] as Node[];
  const text = inside.flatMap((child) => ("#text" in child ? [String(child["#text"])] : [])).join("");
  const children = inside.filter((child) => !("#text" in child)).map(toElement);
  return { name, attributes: (node[":@"] ?? {}) as Record<string, string>, children, text };
}

/** An element and all below it. */
export function all(element: Element, name: string): Element[] {
  const below = element.children.flatMap((child) => all(child, name));
  return element.name === name ? [element, ...below] : below;
}

/** The points of a path of moves and lines, one list a subpath, in its own units. */
export function pointsOf(data: string): [number, number][][] {
  const paths: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", rest = ""] of data.matchAll(/([Mmlhvz])([^Mmlhvz]*)/g)) {
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    if (command === "z") [x, y] = paths.at(-1)![0]!;
    const size = command === "h" || command === "v" ? 1 : 2;
    for (let i = 0; i < numbers.length; i += size) {
      const [a, b] = [numbers[i]!, numbers[i + 1] ?? 0];
      if (command === "M") [x, y] = [0, 0];
      x += command === "v" ? 0 : a;
      y += command === "v" ? a : command === "h" ? 0 : b;
      if (command.toLowerCase() === "m") paths.push([]);
      paths.at(-1)!.push([x, y]);
    }
  }
  return paths;
}
