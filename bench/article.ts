import { seeded } from "./random.ts";
import { seriesIds } from "./synthetic.ts";

export const chartCount = 13;

/** Thirteen charts of two to six series over all metrics, as descriptions. */
export function chartSpecs(): Record<string, object> {
  const metrics = ["reply_rate", "latency", "error_ratio", "cpu"];
  return Object.fromEntries(
    Array.from({ length: chartCount }, (_, i) => {
      const series = Array.from({ length: 2 + (i % 5) }, (_, k) => seriesIds[(i + k * 5) % seriesIds.length]);
      return [`chart-${i + 1}`, { metric: metrics[i % metrics.length], series }];
    }),
  );
}

/** A post with prose of common length between its charts. The words mean nothing. */
export function articleText(seed: number): string {
  const random = seeded(seed);
  const head = [
    "---",
    "title: A synthetic article with thirteen charts",
    "summary: Invented figures from a seeded generator, to weigh and time the page. No program was measured.",
    "tags: [synthetic]",
    "id: 5a0c2f1e-8f55-4a3c-9c0b-5d1d0f7d9f11",
    "data: synthetic",
    "---",
  ];
  const sections = Object.keys(chartSpecs()).map((id, i) =>
    [`## Part ${i + 1}`, paragraph(random), paragraph(random), `<div id="${id}" class="flot"></div>`].join("\n\n"),
  );
  return `${head.join("\n")}\n\n${sections.join("\n\n")}\n`;
}

const words = (
  "the a of to and in that with each under over after load server request reply queue rate second response time error " +
  "connection client run sample percentile mean throughput saturation warm-up memory processor kernel socket buffer " +
  "grows falls stays waits drops serves keeps shows costs rises slowly quickly again twice never often there here " +
  "first last every most few some more less than while where because until between above below"
).split(" ");

function paragraph(random: () => number): string {
  const sentences = Array.from({ length: 3 }, () => {
    const length = 8 + Math.floor(random() * 10);
    const chosen = Array.from({ length }, () => words[Math.floor(random() * words.length)]!);
    const sentence = chosen.join(" ");
    return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
  });
  return sentences.join(" ");
}
