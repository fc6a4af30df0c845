import assert from "node:assert/strict";
import { test } from "node:test";
import { readSettings } from "../../src/site/settings.ts";
import { absolute, href, normalizePrefix } from "../../src/site/site.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";

function read(settings: object, surroundings = {}) {
  return readSettings({ file: "site.json", text: JSON.stringify(settings) }, surroundings);
}

test("a site without settings is one, with a warning about its address", () => {
  const { site, diagnostics } = readSettings(null);
  assert.equal(absolute(site, "/a.html"), "http://localhost:8080/a.html");
  assert.deepEqual(
    diagnostics.map(({ severity, code }) => [severity, code]),
    [["warning", "site-url"]],
  );
});

test("the prefix comes from the address, the surroundings win", () => {
  const settings = { url: "https://example.org/blog/" };
  assert.equal(absolute(read(settings).site, "/a.html"), "https://example.org/blog/a.html");
  assert.equal(href(read(settings, { pathPrefix: "notes" }).site, "/"), "/notes/");
  assert.equal(absolute(read(settings, { url: "http://other.example" }).site, "/"), "http://other.example/");
});

test("a prefix may be written in any way", () => {
  for (const prefix of ["blog", "/blog", "blog/", "//blog//"]) assert.equal(normalizePrefix(prefix), "/blog/");
  for (const prefix of ["", "/", "//"]) assert.equal(normalizePrefix(prefix), "/");
});

test("what is wrong in site.json is said, all of it", () => {
  const { diagnostics } = read({
    titel: "T",
    url: "example.org",
    language: "en_GB!",
    perPage: 0.5,
    author: { url: "https://a.example" },
  });
  assert.deepEqual(diagnostics.map(formatDiagnostic), [
    'site.json:1:2 warning unknown-field: "titel" is not a field here\n  Did you mean "title"? It is left out for now.',
    'site.json:1:20 site-url: "example.org" is not the address of a site\n  Write "url": "https://example.org" into site.json, or set SITE_URL. Feeds need whole addresses.',
    'site.json:1:45 unknown-value: "en_GB!" is not the tag of a language\n  Write it like "en", "de" or "pt-BR".',
    "site.json:1:64 unknown-value: perPage is the number 0.5\n  Write how many posts stand on a page: a whole number from 1.",
    'site.json:1:77 missing-field: author has no "name"\n  Write "author": {"name": "…"}.',
  ]);
});
