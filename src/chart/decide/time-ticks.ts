import type { Tick } from "../chart.ts";
import { multiples } from "./ticks.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.4375 * DAY;

/** Steps in seconds up to two weeks; months and years are not equally long. */
const STEPS = [
  1,
  5,
  15,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
];
const MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Ticks at round times, UTC, at most so many. Figures are seconds since 1970. */
export function timeTicks(low: number, high: number, count: number): Tick[] {
  const step = STEPS.find((seconds) => (high - low) / seconds < count);
  if (step !== undefined) {
    return multiples(low, high, step).map((value) => ({ value, label: step < DAY ? clock(value, step) : day(value) }));
  }
  const months = MONTHS.find((number) => (high - low) / (number * MONTH) < count) ?? MONTHS.at(-1)!;
  const ticks: Tick[] = [];
  const start = new Date(low * 1000);
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (let month = first; ticks.length <= 2 * count; month += months) {
    const value = Date.UTC(Math.floor(month / 12), month % 12) / 1000;
    if (!(value <= high)) break;
    if (value >= low) ticks.push({ value, label: monthLabel(month, months) });
  }
  return ticks;
}

function clock(value: number, step: number): string {
  const iso = new Date(value * 1000).toISOString();
  return iso.slice(11, step < MINUTE ? 19 : 16);
}

function day(value: number): string {
  const date = new Date(value * 1000);
  return `${date.getUTCDate()} ${NAMES[date.getUTCMonth()]}`;
}

function monthLabel(month: number, step: number): string {
  const year = Math.floor(month / 12);
  return step >= 12 ? String(year) : `${NAMES[month % 12]} ${year}`;
}
