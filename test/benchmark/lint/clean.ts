import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Found, LintResult } from "../../../src/benchmark/lint/lint.ts";
import type { LintSettings } from "../../../src/benchmark/lint/settings.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { readProject } from "../../../src/site/project.ts";
import { readSettings } from "../../../src/site/settings.ts";

/** An article as its author wrote it: plain values, so that a test can spoil one. */
export type Draft = ReturnType<typeof clean>;

const rates = [200, 400, 600, 800, 1000, 1100, 1200, 1300];

/** Ten runs around a centre, the same on every machine. */
function runsAround(centre: number, share: number): number[] {
  return [-9, -7, -5, -3, -1, 1, 3, 5, 7, 9].map((step) => round(centre * (1 + (share * step) / 10)));
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

/** Statistics of the runs at each point. */
export function columns(centres: readonly number[], share: number) {
  const runs = centres.map((centre) => runsAround(centre, share));
  const mean = runs.map((all) => round(all.reduce((sum, one) => sum + one, 0) / all.length));
  const stdev = runs.map((all, i) => round(Math.sqrt(all.reduce((sum, one) => sum + (one - mean[i]!) ** 2, 0) / 9)));
  return { mean, stdev, n: runs.map(() => 10), n_of: "runs", stdev_kind: "sample", runs };
}

/** A server that delivers what is demanded up to a limit, and answers twenty times slower beyond it. */
export function series(id: string, label: string, limit: number, speed: number, x: readonly number[] = rates) {
  const delivered = x.map((rate) => Math.min(rate, limit));
  const p50 = x.map((rate) => round(speed * (rate < limit ? 1 : 20)));
  return {
    id,
    label,
    x: [...x] as (number | string)[],
    values: {
      reply_rate: columns(delivered, 0.004),
      latency: { p50: columns(p50, 0.05).mean, p99: p50.map((one) => round(one * 8)) } as Record<string, unknown>,
      error_ratio: { value: x.map((rate) => (rate > limit ? 0.01 : 0)) } as Record<string, unknown>,
    } as Record<string, Record<string, unknown>>,
    flags: [] as object[],
    environment: {} as Record<string, unknown>,
  };
}

const text = `
Two servers answer the same kilobyte. At 1,300 requests a second Node.js answers 1.2 times more of them.

## Throughput

<div id="rps" class="flot"></div>

<div id="errors" class="flot"></div>

## Response time

<div id="p99" class="flot"></div>

## Limits

One machine, one payload.
`;

/** The raw figures that the article vouches for. */
const raw = "node 200 200\n";

/** An article of two servers under load that no rule finds fault with. */
export function clean() {
  return {
    head: {
      title: "Two servers",
      summary: "The same kilobyte from two servers, ten runs at eight rates.",
      data: "bus",
      charts: {
        rps: { metric: "reply_rate", reference: "demanded" } as Record<string, unknown>,
        errors: { metric: "error_ratio" } as Record<string, unknown>,
        p99: { metric: "latency", stat: "p99" } as Record<string, unknown>,
      } as Record<string, Record<string, unknown>>,
      bench: {
        question: "Which server carries more?",
        claims: [{ metric: "reply_rate", a: "node", b: "python", at: 1300, says: "greater", factor: 1.2 }] as Record<
          string,
          unknown
        >[],
        env: {
          sut: {
            cpu: "AMD EPYC 7763",
            sockets: 1,
            cores: 8,
            smt: "on",
            governor: "performance",
            turbo: "off",
            ram_gb: 32,
            os: "Debian 12",
            kernel: "6.1.0-25",
            host: "metal",
            nic_gbps: 10,
          } as Record<string, unknown>,
          load: { same_host: false, cpu: "AMD EPYC 7763", cores: 8 } as Record<string, unknown>,
          software: {
            node: { runtime: "node 22.9.0", framework: "fastify 5.0", build: "release", workers: 1 },
            python: { runtime: "cpython 3.13.0", framework: "uvicorn 0.30", build: "release", workers: 1 },
          } as Record<string, Record<string, unknown>>,
        },
        load: {
          generator: { name: "wrk2", version: "44a94c1", command: "wrk2 -t8 -c256 -d60s -R{rate} --latency URL" },
          model: "open",
          arrival: "constant",
          latency_from: "intended-start",
          connections: { count: 256, reuse: "keepalive", http: "1.1", tls: false, pipelining: 1 } as Record<
            string,
            unknown
          >,
          timeout_s: 8,
          warmup_s: 15,
          duration_s: 60,
          cache: "warm",
          order: "interleaved",
        } as Record<string, unknown>,
        sampling: {
          unit: "run",
          runs: 10,
          centre: "mean",
          spread: "stdev",
          outliers_removed: 0,
          percentiles_from: "merged-histogram",
        } as Record<string, unknown>,
        artefacts: {
          data: "data/raw/bus/node.txt",
          sha256: createHash("sha256").update(raw).digest("hex"),
          repo: "https://example.org/bench/bus",
          commit: "44a94c1",
          run: "make bench",
        } as Record<string, unknown>,
        measured_at: "2026-10-30" as string | undefined,
        interest: "none" as string | undefined,
        subset_reason: undefined as string | undefined,
        waive: undefined as { rule: string; reason?: string }[] | undefined,
      },
    },
    text,
    data: {
      schema: "benchpost/1",
      title: "Bus",
      x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" } as Record<
        string,
        unknown
      >,
      metrics: {
        reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
        latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
        error_ratio: { label: "Errors", unit: "1", display: "%", better: "lower", denominator: "requests" },
      } as Record<string, Record<string, unknown>>,
      series: [series("node", "Node.js", 1200, 0.002), series("python", "Python", 1000, 0.004)],
      sources: undefined as object[] | undefined,
    },
    raw,
  };
}

/** What the lint says of a draft, with the diagnostics of reading it. */
export function lintDraft(
  { head, text: body, data, raw: bytes }: Draft,
  options: { readonly lint?: LintSettings; readonly today?: string; readonly language?: string } = {},
): Omit<LintResult, "found"> & { readonly found: readonly Found[]; readonly read: readonly Diagnostic[] } {
  const root = mkdtempSync(join(tmpdir(), "benchpost-lint-"));
  try {
    mkdirSync(join(root, "posts"));
    mkdirSync(join(root, "data/raw/bus"), { recursive: true });
    writeFileSync(
      join(root, "posts/2026-11-02-two-servers.md"),
      `---\n${stringify(head, { lineWidth: 0 })}---\n${body}`,
    );
    writeFileSync(join(root, "data/bus.json"), JSON.stringify(data));
    writeFileSync(join(root, "data/raw/bus/node.txt"), bytes);
    const { site } = readSettings(null);
    const project = readProject(
      root,
      { ...site, lint: options.lint ?? {}, language: options.language ?? "en" },
      undefined,
      options.today ?? "2026-11-23",
    );
    const [post] = project.posts;
    const result = post ? project.lintOf(post) : { found: () => [], contradictions: [], waived: [], diagnostics: [] };
    return { ...result, found: result.found(), read: project.diagnostics };
  } finally {
    rmSync(root, { recursive: true });
  }
}
