/** Days and numbers in words. Days are calendar days: they are never moved between time zones. */
import type { Day, FigureValue, WhenValue } from "../api/types";

export type Lang = "en" | "id";

const LOCALES: Record<Lang, string> = { en: "en-GB", id: "id-ID" };

type Style = "long" | "short" | "weekday" | "month" | "tiny";

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  tiny: { day: "numeric", month: "short" },
};

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: Lang, style: Style): Intl.DateTimeFormat {
  const key = lang + style;
  const known = made.get(key) ?? new Intl.DateTimeFormat(LOCALES[lang], { ...STYLES[style], timeZone: "UTC" });
  made.set(key, known);
  return known;
}

/** The day as a moment, or null where the text is no day. */
export function asDate(day: string): Date | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!found) return null;
  const date = new Date(`${found[0]}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== found[0] ? null : date;
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && asDate(text) !== null;
}

export function dayText(day: Day | null | undefined, lang: Lang, style: Style = "short"): string {
  const date = day ? asDate(day) : null;
  return date ? formatter(lang, style).format(date) : "";
}

export function weekdayText(day: Day, lang: Lang): string {
  const date = asDate(day);
  return date ? new Intl.DateTimeFormat(LOCALES[lang], { weekday: "short", timeZone: "UTC" }).format(date) : "";
}

/** Two days as one stretch: "12–14 August 2025". A whole month or year is told as such. */
export function stretch(first: Day | null, last: Day | null, lang: Lang, style: "long" | "short" = "short"): string {
  if (!first) return dayText(last, lang, style);
  if (!last || first === last) return dayText(first, lang, style);
  const whole = wholePeriod(first, last);
  if (whole === "year") return first.slice(0, 4);
  if (whole === "month") return dayText(first, lang, "month");
  const [from, to] = [asDate(first), asDate(last)];
  return from && to ? formatter(lang, style).formatRange(from, to) : "";
}

function wholePeriod(first: Day, last: Day): "month" | "year" | null {
  if (first.endsWith("-01-01") && last === `${first.slice(0, 4)}-12-31`) return "year";
  if (!first.endsWith("-01") || first.slice(0, 7) !== last.slice(0, 7)) return null;
  return addDays(last, 1).slice(0, 7) === last.slice(0, 7) ? null : "month";
}

export function addDays(day: Day, count: number): Day {
  const date = asDate(day);
  if (!date) return day;
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The day that it is where the reader is. */
export function dayNow(): Day {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export function daysBetween(first: Day, last: Day): number {
  const [from, to] = [asDate(first), asDate(last)];
  return from && to ? Math.round((to.getTime() - from.getTime()) / 86_400_000) : 0;
}

export function whenText(value: WhenValue, lang: Lang): string {
  return stretch(value.start, value.end, lang);
}

/** A moment as told, cut to minutes, in the zone in which it was told. */
export function momentText(moment: string | null, lang: Lang): string {
  if (!moment) return "";
  const clock = /T(\d{2}:\d{2})/.exec(moment);
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(moment);
  const time = clock && zone ? `, ${clock[1] ?? ""} ${zone[1] === "Z" ? "UTC" : `UTC${zone[1] ?? ""}`}` : "";
  return dayText(moment, lang) + time;
}

export function number(value: number, lang: Lang, digits = 1): string {
  return new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: digits }).format(value);
}

/** "about 1,500", "at least 30", "10–12"; `words` are those of the interface for about, at least, at most. */
export function figureText(figure: FigureValue, lang: Lang, words: { about: string; least: string; most: string }): string {
  const say = (value: number) => number(value, lang, 2);
  if (figure.value !== null) return figure.approximate ? `${words.about} ${say(figure.value)}` : say(figure.value);
  if (figure.min !== null && figure.max !== null) return `${say(figure.min)}–${say(figure.max)}`;
  if (figure.min !== null) return `${words.least} ${say(figure.min)}`;
  return figure.max !== null ? `${words.most} ${say(figure.max)}` : "";
}
