import * as fc from "fast-check";

/** Words that have broken programs before: names of every object, numbers at the edge, ends of what surrounds them. */
export const hostile: readonly string[] = [
  ..."__proto__ constructor toString hasOwnProperty prototype null true NaN Infinity undefined".split(" "),
  ..."0 -0 -1 1e308 1e999 -1e999 5e-324 9007199254740993 0x10 1_000 1,5 .5 1e 99999999999999999999999".split(" "),
  ...`" ' \` \\ \\u0000 { } [ ] ( ) : ; , . .. / // ../../etc/passwd % %s %00 $& $1 # & = + - * | ~ ! @ ? ^`.split(" "),
  "<script>alert(1)</script>",
  "</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  `" onfocus="alert(1)`,
  "' onclick='alert(1)",
  "javascript:alert(1)",
  "]]>",
  "<!--",
  "-->",
  "&lt;script&gt;",
  "&#106;avascript:alert(1)",
  '=HYPERLINK("x")',
  "{{ peak(1) }}",
  "{{",
  "}}",
  "",
  " ",
  "\t",
  "\n",
  "\r\n",
  "\r",
  "\0",
  "\u2028",
  "\uFEFF",
  "\u202E",
  "\uD800",
  "🏳️‍🌈",
  "é",
  "1970-01-01T00:00:00Z",
  "+275760-09-13T00:00:00.000Z",
  "99999-99-99",
];

/** One of the words, a number of any size, or any short text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostile) },
  { weight: 2, arbitrary: fc.double().map(String) },
  { weight: 1, arbitrary: fc.integer().map(String) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

/** One of the texts over and over: what nests too deep, or makes a pattern try everything. */
export const repeated: fc.Arbitrary<string> = fc
  .tuple(hostileText, fc.constantFrom(2, 10, 100, 1000))
  .map(([text, times]) => text.slice(0, 8).repeat(times));

/** Any value of JSON, with the words above in it. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -0, -1, 1e308, 5e-324, 1e21, "", [], {}, [[]], [null], [[null]]),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  hostileText,
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 4 }),
  fc.array(hostileText, { maxLength: 4 }),
  fc.dictionary(hostileText, fc.oneof(hostileText, fc.integer()), { maxKeys: 3 }),
);
