import { methodLines } from "./card.ts";
import type { Pair } from "./picture.ts";

/** Rules on what an article says of its method. */
export const declared: Readonly<Record<string, Pair>> = {
  BL01: {
    wrong: { card: methodLines({ environment: { sut: { cpu: null } } }, ["CPU", "Memory", "System", "Kernel"]) },
    right: {
      card: methodLines(
        { environment: { sut: { cpu: "AMD EPYC 7763", cores: 8, ram_gb: 32, os: "Debian 12", kernel: "6.1.0-25" } } },
        ["CPU", "Memory", "System", "Kernel"],
      ),
    },
  },
  BL02: {
    wrong: { card: methodLines({ load: { generator: { name: "wrk2" } } }, ["Generator", "Command"]) },
    right: {
      card: methodLines(
        { load: { generator: { name: "wrk2", version: "44a94c1", command: "wrk2 -t8 -c256 -d60s -R{rate} URL" } } },
        ["Generator", "Command"],
      ),
    },
  },
  BL15: {
    wrong: {
      card: [{ cells: ["", "ms"] }, { cells: ["p50", "12"] }, { cells: ["p90", "*31*"] }, { cells: ["p99", "*27*"] }],
    },
    right: {
      card: [{ cells: ["", "ms"] }, { cells: ["p50", "12"] }, { cells: ["p90", "27"] }, { cells: ["p99", "*31*"] }],
    },
  },
  BL21: {
    wrong: {
      card: [
        { cells: ["Sent", "12,000"] },
        { cells: ["Answered", "10,400"] },
        { cells: ["Failed", "200"] },
        { cells: ["*Nobody knows*", "*1,400*"] },
      ],
    },
    right: {
      card: [
        { cells: ["Sent", "12,000"] },
        { cells: ["Answered", "10,400"] },
        { cells: ["Failed", "200"] },
        { cells: ["*Dropped*", "*1,400*"] },
      ],
    },
  },
  BL22: {
    wrong: {
      card: ["1,900 requests a second × 0.42 s = *798 requests in flight*", { cells: ["Connections", "*256*"] }],
    },
    right: {
      card: ["1,900 requests a second × 0.13 s = *247 requests in flight*", { cells: ["Connections", "*256*"] }],
    },
  },
  BL30: {
    wrong: {
      card: [
        { label: "Repository", value: null },
        { label: "Commit", value: null },
        "“The figures are available *on request*.”",
      ],
    },
    right: {
      card: [
        { label: "Repository", value: "git.example/bus" },
        { label: "Commit", value: "44a94c1" },
        { label: "Command", value: "make bench" },
        { label: "Raw data", value: "bus/node.txt, SHA-256 *9f2b…*" },
      ],
    },
  },
  BL37: {
    wrong: {
      card: ["12,000 answers a second × 13.6 kB = *1.3 Gbit/s*", { label: "Network", value: "1 Gbit/s" }],
    },
    right: {
      card: ["8,900 answers a second × 13.6 kB = *0.97 Gbit/s*", { label: "Network", value: "1 Gbit/s" }],
    },
  },
  BL43: {
    wrong: { card: ["Node.js answers *1.2037 times* as many requests as Python (95 % interval 1.1 to 1.3)."] },
    right: { card: ["Node.js answers *1.2 times* as many requests as Python (95 % interval 1.1 to 1.3)."] },
  },
  BL45: {
    wrong: { card: [{ code: "## Throughput" }, { code: "## Response time" }, { code: "## *And the winner is*" }] },
    right: {
      card: [
        { code: "## Throughput" },
        { code: "## Response time" },
        { code: "## *What this does not show*" },
        "One machine, one payload, one day.",
      ],
    },
  },
  BL48: {
    wrong: { card: [{ label: "Interest", value: null }] },
    right: { card: [{ label: "Interest", value: "*The author sells support for one of the two servers.*" }] },
  },
  BL50: {
    wrong: {
      card: [
        { cells: ["", "node", "python"] },
        { cells: ["Build", "release", "*debug*"] },
        { cells: ["Workers", "8", "*1*"] },
      ],
    },
    right: {
      card: [
        { cells: ["", "node", "python"] },
        { cells: ["Build", "release", "*release*"] },
        { cells: ["Workers", "8", "*8*"] },
      ],
    },
  },
};
