/** The arithmetic of the chart: where a period stands, how long a bar is. */
import type { Period } from "../../api/types";
import { addDays, daysBetween, isDay } from "../../text/format";

export interface Bar {
  period: Period;
  /** Days from the first day of the first period. */
  start: number;
  days: number;
}

export function barsOf(periods: readonly Period[]): Bar[] {
  const first = periods[0]?.first_day;
  if (!first) return [];
  return periods.flatMap((period) => {
    if (!period.first_day || !period.last_day) return [];
    return [{ period, start: daysBetween(first, period.first_day), days: daysBetween(period.first_day, period.last_day) + 1 }];
  });
}

/** How many days all bars together take. */
export function daysIn(bars: readonly Bar[]): number {
  const last = bars[bars.length - 1];
  return last ? last.start + last.days : 1;
}

/** From the first day that is shown up to the one after the last, counted from the first of all. */
export type Range = [number, number];

/** What is framed, by the days of an address; null where that is everything, or nothing. */
export function rangeOf(first: string, days: number, from: string | null, to: string | null): Range | null {
  const at = (day: string | null, plus: number, else_: number) => (day && isDay(day) ? daysBetween(first, day) + plus : else_);
  const [start, end] = [Math.max(0, at(from, 0, 0)), Math.min(days, at(to, 1, days))];
  return end - start < 1 || (start === 0 && end === days) ? null : [start, end];
}

/** The same as days for an address: the first and the last that are shown. */
export function framed(first: string, days: number, range: Range): { from: string | null; to: string | null } {
  const [start, end] = range;
  return { from: start <= 0 ? null : addDays(first, start), to: end >= days ? null : addDays(first, end - 1) };
}

/** The largest sum in one direction, background with it: both directions share one scale. */
export function largest(periods: readonly Period[]): number {
  const sums = periods.flatMap((one) => [
    one.cooperation_score + one.background_cooperation_score,
    Math.abs(one.conflict_score + one.background_conflict_score),
  ]);
  return Math.max(1, ...sums);
}

/** A round step so that about three lines stand above zero. */
export function niceStep(most: number): number {
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return times * power;
}

export interface Tick {
  at: number;
  day: string;
}

const STEPS = [1, 2, 7, 14] as const;

/** Days at which the axis is labelled: at most `most` of them, in whole days, months or years. */
export function ticks(first: string, days: number, most: number): Tick[] {
  const step = STEPS.find((one) => days / one <= most);
  if (step) return Array.from({ length: Math.ceil(days / step) }, (_, index) => tick(first, addDays(first, index * step)));
  const months = [1, 3, 6, 12, 24, 60, 120].find((one) => days / 30.4 / one <= most) ?? 240;
  const found: Tick[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1];
  month = Math.ceil(month / Math.min(months, 12)) * Math.min(months, 12);
  for (let guard = 0; guard < 400; guard += 1) {
    const day = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
    const made = tick(first, day);
    if (made.at > days) break;
    if (made.at >= 0) found.push(made);
    month += months;
    year += Math.floor(month / 12);
    month %= 12;
  }
  return found;
}

function tick(first: string, day: string): Tick {
  return { at: daysBetween(first, day), day };
}
