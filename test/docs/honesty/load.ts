import { over, quantile, rate, round, steps, swept, time, upTo } from "./data.ts";
import type { Pair } from "./picture.ts";

const offered = [400, 800, 1200, 1600, 2000];

/** Response times of one server at a share of its capacity: open (M/M/1), and closed with ten clients (mean value analysis). */
function queues(): object {
  const service = 0.01;
  const shares = [0.2, 0.4, 0.6, 0.8, 0.9, 0.95];
  const closed = (share: number): number => {
    let [least, most] = [0, 10];
    const at = (think: number): readonly [used: number, response: number] => {
      let queue = 0;
      let [used, response] = [0, service];
      for (let clients = 1; clients <= 10; clients++) {
        response = service * (1 + queue);
        used = clients / (think + response);
        queue = used * response;
      }
      return [used * service, response];
    };
    for (let step = 0; step < 60; step++) {
      const think = (least + most) / 2;
      if (at(think)[0] > share) least = think;
      else most = think;
    }
    return at(least)[1];
  };
  return over({ label: "Share of the capacity used", unit: "1", display: "%" }, shares, time, {
    "open load": shares.map((share) => round(service / (1 - share))),
    "ten clients that wait": shares.map((share) => round(closed(share))),
  });
}

/** A server that answers in 1 ms and stands still for 2 s of every 20; 100 requests a second are planned. */
function stalls(): object {
  const planned = Array.from({ length: 10_000 }, (_, index) => {
    const at = (index / 100) % 20;
    return at < 2 ? 2 - at + 0.001 : 0.001;
  });
  // who waits for an answer sends one request into each stall
  const sent = [...Array.from({ length: 9000 }, () => 0.001), ...Array.from({ length: 5 }, () => 2)];
  const shares = [50, 75, 90, 95, 99, 99.9];
  const column = (all: readonly number[]) =>
    Object.fromEntries(shares.map((share) => [`p${share}`, [round(quantile(all, share / 100))]]));
  return swept([100], time, {
    "from the actual send": { ...column(sent), n: [9005] },
    "from the planned start": { ...column(planned), n: [10_000] },
  });
}

const warming = steps(1, 60, 1);
const warm = (second: number): number => round(1000 * (1 - 0.65 * Math.exp(-second / 6)) + 18 * Math.sin(second * 2.4));

const failing = (metrics: object): object => ({
  ...swept([1000, 2000, 3000, 4000, 5000], time, {}),
  metrics: { figure: time, ...metrics },
  series: [
    {
      id: "Node.js",
      x: [1000, 2000, 3000, 4000, 5000],
      values: {
        figure: { value: [0.01, 0.014, 0.031, 0.022, 0.015] },
        ...("error_ratio" in metrics && { error_ratio: { value: [0, 0, 0.02, 0.38, 0.6] } }),
      },
    },
  ],
});
const withErrors = failing({ error_ratio: { label: "Errors", unit: "1", display: "%" } });

const plain = { spread: "none" } as const;

/** Rules on how requests are made, and what becomes of them. */
export const load: Readonly<Record<string, Pair>> = {
  BL03: {
    wrong: {
      data: queues(),
      series: ["ten-clients-that-wait"],
      y: { domain: [0, 200] },
      caption: "Open or closed? It is not said.",
    },
    right: { data: queues(), y: { domain: [0, 200] } },
  },
  BL04: {
    wrong: {
      data: swept(steps(1000, 5000, 1000), time, { wrk: [0.016, 0.016, 0.016, 0.016, 0.016] }),
      y: { domain: [0, 80] },
      caption: "16 connections wait for their answers: 1,000 requests a second were sent at each point.",
    },
    right: {
      data: over({ label: "Connections", unit: "1" }, [4, 16, 32, 48, 64], time, {
        wrk: [0.004, 0.016, 0.032, 0.048, 0.064],
      }),
      y: { domain: [0, 80] },
    },
  },
  BL05: {
    wrong: { data: stalls(), series: ["from-the-actual-send"], mark: "percentiles", y: { domain: [0, 2000] } },
    right: { data: stalls(), mark: "percentiles", y: { domain: [0, 2000] } },
  },
  BL07: {
    wrong: {
      data: over({ label: "Time", unit: "s" }, warming, rate, { "Node.js": warming.slice(0, 10).map(warm) }),
      y: { domain: [0, 1200] },
      caption: "A run of 10 s",
    },
    right: {
      data: over({ label: "Time", unit: "s" }, warming, rate, { "Node.js": warming.map(warm) }),
      y: { domain: [0, 1200] },
      annotations: [{ x: 20, label: "counted from here" }],
    },
  },
  BL23: {
    wrong: { data: failing({}), metric: "figure", height: 150 },
    right: [
      { data: withErrors, metric: "figure", height: 150 },
      { data: withErrors, metric: "error_ratio", height: 110 },
    ],
  },
  BL24: {
    wrong: { data: swept(steps(200, 1000, 200), rate, { A: upTo(1200, steps(200, 1000, 200)) }) },
    right: { data: swept(steps(200, 1600, 200), rate, { A: upTo(1200, steps(200, 1600, 200)) }) },
  },
  BL25: {
    wrong: { data: swept(offered, time, { A: [0.01, 0.012, 0.015, 0.024, 0.06], B: [0.014, 0.019, 0.038] }) },
    right: {
      data: swept(offered, time, { A: [0.01, 0.012, 0.015, 0.024, 0.06], B: [0.014, 0.019, 0.038, null, null] }),
      annotations: [{ x: 1600, label: "B crashed" }],
    },
  },
  BL31: {
    wrong: {
      data: swept(offered, rate, { "Node.js": upTo(900, offered) }),
      y: { domain: [0, 1500] },
      caption: "The generator ran on the same cores.",
    },
    right: {
      data: swept(offered, rate, {
        "generator beside it": upTo(900, offered),
        "on cores of its own": upTo(1400, offered),
      }),
      y: { domain: [0, 1500] },
    },
  },
  BL32: {
    wrong: {
      data: swept(steps(2000, 8000, 2000), rate, { A: [2000, 4000, 4100, 4100], B: [2000, 3700, 3850, 3850] }),
      y: { domain: [0, 8000] },
      caption: "Processor time of the generator: 98 %.",
    },
    right: {
      data: swept(steps(2000, 8000, 2000), rate, { A: [2000, 4000, 5200, 5200], B: [2000, 4000, 6000, 7100] }),
      y: { domain: [0, 8000] },
      caption: "Two generators, at 55 %.",
    },
  },
  BL38: {
    wrong: {
      data: swept([200, 900, 1600], rate, { A: upTo(1200, [200, 900, 1600]), B: upTo(1000, [200, 900, 1600]) }),
    },
    right: {
      data: swept([200, 600, 900, 1000, 1100, 1200, 1300, 1600], rate, {
        A: upTo(1200, [200, 600, 900, 1000, 1100, 1200, 1300, 1600]),
        B: upTo(1000, [200, 600, 900, 1000, 1100, 1200, 1300, 1600]),
      }),
    },
  },
  BL44: {
    wrong: { data: swept(offered, rate, { A: upTo(1100, offered), B: upTo(900, offered) }), y: { domain: [0, 2000] } },
    right: {
      data: swept(offered, rate, {
        A: upTo(1100, offered),
        B: upTo(900, offered),
        C: upTo(1750, offered),
        D: upTo(1450, offered),
      }),
      y: { domain: [0, 2000] },
    },
  },
  BL33: {
    wrong: {
      data: swept(offered, rate, {
        "A, Linux 5.10, May": upTo(1200, offered),
        "B, Linux 6.1, today": upTo(1600, offered),
      }),
      ...plain,
    },
    right: {
      data: swept(offered, rate, {
        "A, Linux 6.1, today": upTo(1560, offered),
        "B, Linux 6.1, today": upTo(1600, offered),
      }),
      ...plain,
    },
  },
};
