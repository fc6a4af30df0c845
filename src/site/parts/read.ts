import { join } from "node:path";
import { digestOf, keyOf } from "../cache/key.ts";
import { createNames, type Names } from "../charts/addresses.ts";
import { datasetNames } from "../charts/datasets.ts";
import { evidenceIn } from "../lint.ts";
import type { Sanitiser } from "../markdown/sanitise/sanitiser.ts";
import { createMemory, type Memory } from "../memory.ts";
import { linksOut } from "../project-file.ts";
import type { Listed } from "../posts/listed.ts";
import {
  aroundIn,
  faultsOf,
  isoToday,
  type Neighbours,
  neighboursIn,
  readOwnPages,
  type Setting,
  toProject,
} from "../project.ts";
import type { Site } from "../site.ts";
import { type Changing, changingIn } from "./changing.ts";
import { type From, isGood, type Known, toKnown, toListed } from "./known.ts";
import { type Common, openAgain, type Noting, type Opened, openNoting } from "./opened.ts";
import { joinParts } from "./join.ts";
import type { Part } from "./part.ts";
import type { Parts } from "./parts.ts";
import { openRecords, type Records } from "./records.ts";
import { isSameStamp } from "./stamp.ts";
import { readTexts, type Text } from "./text.ts";
import { wholeParts } from "./whole.ts";

/** Posts that are open at once: those whose pages and files are being made. */
const OPEN = 64;

/** Datasets that are kept: posts that follow each other may show the same. */
const DATASETS = 16;

/**
 * Reads a project post by post: what the cache knows of an unchanged one, and else the post itself, which is closed again when it is
 * known. The author's own pages are few, and read as a whole.
 */
export function readParts(root: string, site: Site, memory: Memory, sanitiser: Sanitiser | null): Parts {
  const records = openRecords(root, memory.cache, digestOf(site));
  const { texts, diagnostics } = readTexts(root, site.drafts, records);
  const own = readOwnPages(root, site, memory, sanitiser);
  const pages = own.flatMap(({ entry }) => entry ?? []);
  const paths = new Map([
    ...texts.map(({ source, path }) => [source.file, path] as const),
    ...pages.map(({ file, path }) => [file, path] as const),
  ]);
  const neighbours = new Map<string, Neighbours>();
  const around = aroundIn(root, (file) => paths.get(file) ?? null, neighbours);
  const setting: Setting = {
    root,
    site,
    memory,
    around,
    shelf: createMemory(memory.cache, false, DATASETS),
    lint: { today: isoToday(), files: evidenceIn(root, memory) },
    known: datasetNames(join(root, "data")),
  };
  const reader = readerOf({ ...setting, sanitiser }, records);
  const names = createNames();
  const posts = texts.map((text) => reader(text, names)).toReversed();
  records.save();
  const listed = posts.flatMap((part): readonly Listed[] => (part.post ? [part.post] : []));
  for (const [post, one] of neighboursIn(listed)) neighbours.set(post.file, one);
  const given = [...diagnostics, ...linksOut(root, "assets"), ...own.flatMap(faultsOf)];
  const rest = wholeParts(toProject({ ...setting, names }, pages, given));
  return joinParts(setting, posts, rest);
}

/** What reads a post, unless the cache knows it. */
function readerOf(common: Common, records: Records): (text: Text, names: Names) => Part {
  const { memory, site, around, root } = common;
  const changing = changingIn({ ...around, root, memory }, common);
  const shelf = createMemory(memory.cache, false, OPEN);
  const settings = digestOf(site);
  return (text, names) => {
    const { recorded, found, source, stamp, date } = text;
    const sources = (): string[] => [JSON.stringify(found), settings, source.text];
    if (recorded) changing.believe(recorded);
    const before = recorded ? recorded.known : parseKnown(memory.cache.find("post", sources()));
    const compared = before ? changing.compare(before.from, toListed(text, before), names) : { isSame: false, names };
    const isKnown = before !== null && compared.isSame;
    const opened = isKnown ? null : openNoting(text, common, compared.names);
    const known = isKnown ? before : opened && judge(opened, changing);
    if (known === null) return { post: null, diagnostics: opened!.project.diagnostics };
    if (!isKnown && isGood(known)) memory.cache.keep("post", sources(), JSON.stringify(known));
    const id = isKnown && recorded ? recorded.id : keyOf("", "part", [...sources(), JSON.stringify(known.from)]);
    const data = changing.stampsOf(known.from.data);
    const isRecorded = isKnown && data.every((one, index) => isSameStamp(one, recorded?.data[index] ?? null));
    if (isGood(known) && !(recorded && isRecorded)) records.note(source.file, { stamp, data, date, id, known });
    if (opened) shelf.keep(source.file, [id], value(opened));
    return { post: toListed(text, known), known, id, sources: [id], open: opener(text, known.from, id) };
  };

  function opener(text: Text, from: From, id: string): () => Opened {
    return () =>
      shelf.keep(text.source.file, [id], () => {
        const again = openAgain(text, common, from);
        changing.assertUnchanged(again, from);
        return again;
      });
  }
}

/** What is known of a post that was opened; null of one that cannot be read. */
function judge({ noted, ...opened }: Noting, changing: Changing): Known | null {
  const { post } = opened;
  if (post === null) return null;
  const from = { data: changing.dataOf(post), around: changing.aroundOf(post), ...noted };
  changing.assertUnchanged(opened, from);
  return toKnown({ ...opened, post }, from);
}

/** By itself: beside other functions it would live as long as they do. */
function value<T>(of: T): () => T {
  return () => of;
}

/** What stands in the cache under a post was written by this very program. */
function parseKnown(text: string | null): Known | null {
  return text === null ? null : (JSON.parse(text) as Known);
}
