import assert from "node:assert/strict";
import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";

/** Fails where a browser would find code, or a style, in HTML in which only the site may have put any. */
export function assertHarmless(html: string): void {
  for (const element of elementsIn(parseFragment(html))) {
    const name = element.tagName;
    assert.ok(!["script", "style", "iframe", "object", "embed", "base"].includes(name), `there is a <${name}>`);
    for (const { name: attribute, value } of element.attrs) {
      assert.ok(!attribute.startsWith("on") && attribute !== "style", `<${name}> has ${attribute}="${value}"`);
      const address = value.replace(/[\s\p{Cc}]/gu, "");
      const leads = ["href", "src", "action", "formaction", "xlink:href"].includes(attribute);
      assert.ok(!leads || !/^(?:java|vb)script:/i.test(address), `<${name}> has ${attribute}="${value}"`);
    }
  }
}

function* elementsIn(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if ("tagName" in child) yield child;
    if ("content" in child) yield* elementsIn(child.content);
    if ("childNodes" in child) yield* elementsIn(child);
  }
}
