import { tableHead } from "./table.ts";

/** JMeter's own order, for files without a header (its default before version 3). */
const untitled = [
  "timeStamp",
  "elapsed",
  "label",
  "responseCode",
  "responseMessage",
  "threadName",
  "dataType",
  "success",
];

const names = [
  "timeStamp",
  "elapsed",
  "label",
  "responseCode",
  "responseMessage",
  "success",
  "bytes",
  "allThreads",
] as const;

export interface JmeterColumns {
  readonly delimiter: string;
  readonly titled: boolean;
  /** The number of each column; -1 where there is none. */
  readonly of: Readonly<Record<(typeof names)[number], number>>;
}

/** The columns of a JTL file; null for any other text. */
export function jmeterColumns(text: string): JmeterColumns | null {
  const head = tableHead(text);
  if (head === null) return null;
  const titled = ["timeStamp", "elapsed", "label"].every((name) => head.header.includes(name));
  const bare =
    /^\d{13}$/.test(head.header[0] ?? "") &&
    /^\d+$/.test(head.header[1] ?? "") &&
    /^(?:true|false)$/i.test(head.header[7] ?? "");
  if (!titled && !bare) return null;
  const header = titled ? head.header : untitled;
  const of = Object.fromEntries(names.map((name) => [name, header.indexOf(name)])) as JmeterColumns["of"];
  return { delimiter: head.delimiter, titled, of };
}
