/** Filters that live in the address: a form that can be folded away, and chips for what is set. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { focusSoon } from "../route/focus";
import { setQuery, useHere } from "../route/router";
import { isWord, say as sayIn } from "../i18n/say";
import { dayText, isDay } from "../text/format";
import { useSpeech, type Speech } from "./settings";

export const FILTERS = [
  "actor", "with", "country", "type", "status", "salience", "since", "until",
  "published_since", "published_until", "voice", "outlet", "language",
] as const;
export type Filter = (typeof FILTERS)[number];

/** The filters of the address as parameters of the API. */
export function filtersOf(query: URLSearchParams, known: readonly string[] = FILTERS): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of known) {
    const value = query.get(name);
    if (value) found[name] = value;
  }
  return found;
}

const DAYS = new Set<string>(["since", "until", "published_since", "published_until", "from", "to", "today"]);
const KINDS: Partial<Record<string, readonly string[]>> = {
  status: ["occurred", "ongoing", "planned", "possible", "denied"],
  salience: ["main", "secondary", "background"],
  language: ["id", "en"],
};

interface Option {
  value: string;
  label: string;
  /** What the API understands too. */
  also?: readonly string[];
}

function options(speech: Speech, name: Filter): Option[] | null {
  const kind = name === "language" ? "lang" : name;
  const values = KINDS[name];
  if (values) return values.map((value) => ({ value, label: speech.kind(kind, value) }));
  if (name === "type") return (speech.meta?.types ?? []).map((one) => ({ value: one.type, label: one.name[speech.lang] }));
  if (name !== "country") return null;
  const countries = speech.meta?.countries ?? [];
  const named = countries.map((one) => ({ value: one.code, label: speech.country(one.code), also: [one.name, one.name_id ?? ""] }));
  return named.sort((a, b) => a.label.localeCompare(b.label, speech.lang));
}

/** The choice that a value of the address means; undefined of what only the API may know, such as another name of a country. */
export function optionOf(choices: readonly Option[], value: string): Option | undefined {
  const same = (text: string) => text.toLowerCase() === value.toLowerCase();
  return choices.find((one) => one.value === value) ?? choices.find((one) => same(one.value) || (one.also ?? []).some(same));
}

/** The choices with the value of the address among them, whatever it is: what is not shown would be lost by applying another filter. */
export function choicesFor(choices: readonly Option[], value: string): { choices: readonly Option[]; chosen: string } {
  const found = value === "" ? undefined : optionOf(choices, value);
  if (value === "" || found) return { choices, chosen: found?.value ?? "" };
  return { choices: [{ value, label: value }, ...choices], chosen: value };
}

function label(speech: Speech, name: string): string {
  const key = `filter_${name}`;
  return isWord(key) ? sayIn(speech.lang, key) : name;
}

function shown(speech: Speech, name: Filter, value: string): string {
  if (DAYS.has(name)) return dayText(value, speech.lang) || value;
  return optionOf(options(speech, name) ?? [], value)?.label ?? value;
}

export function Filters({ names }: { names: readonly Filter[] }) {
  const speech = useSpeech();
  const { query } = useHere();
  const set = names.filter((name) => query.get(name));
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const remove = (gone: readonly Filter[], at: number) => {
    setQuery(Object.fromEntries(gone.map((name) => [name, null])), { push: true });
    focusSoon(() => {
      const chips = line.current?.querySelectorAll<HTMLElement>(".chip") ?? [];
      if (chips.length > set.length - gone.length) return null; // not drawn anew yet
      return chips[Math.min(at, chips.length - 1)] ?? line.current?.querySelector<HTMLElement>(".button");
    });
  };
  return (
    <div class="filters">
      <div class="filter-line" ref={line}>
        <button type="button" class="button" aria-expanded={open} aria-controls="filter-form" onClick={() => setOpen(!open)}>
          {speech.say("filters")}
          {set.length > 0 && ` (${set.length})`}
        </button>
        {set.map((name, at) => {
          const value = query.get(name) ?? "";
          const text = `${label(speech, name)}: ${shown(speech, name, value)}`;
          return (
            <button key={name} type="button" class="chip" aria-label={speech.say("filter_remove", { name: text })} onClick={() => remove([name], at)}>
              {text} <span aria-hidden="true">×</span>
            </button>
          );
        })}
        {set.length > 1 && (
          <button type="button" class="plain" onClick={() => remove(set, 0)}>
            {speech.say("clear_filters")}
          </button>
        )}
      </div>
      {open && <FilterForm names={names} />}
    </div>
  );
}

function FilterForm({ names }: { names: readonly Filter[] }) {
  const speech = useSpeech();
  const { query } = useHere();
  return (
    <form
      id="filter-form"
      class="filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const text = (name: string) => {
          const value = data.get(name);
          return typeof value === "string" ? value.trim() : "";
        };
        setQuery(Object.fromEntries(names.map((name) => [name, text(name)])), { push: true });
      }}
    >
      {names.map((name) => (
        <label key={name} class="field">
          <span>{label(speech, name)}</span>
          <FilterInput name={name} value={query.get(name) ?? ""} />
        </label>
      ))}
      <button type="submit" class="button button-main">
        {speech.say("apply")}
      </button>
    </form>
  );
}

/** What stands in a field is set when the address changes; the field itself stays, and the focus in it. */
function FilterInput({ name, value }: { name: Filter; value: string }) {
  const speech = useSpeech();
  const box = useRef<(HTMLInputElement & HTMLSelectElement) | null>(null);
  const own = options(speech, name);
  const { choices, chosen } = choicesFor(own ?? [], value);
  const set = own ? chosen : value;
  useLayoutEffect(() => {
    if (box.current) box.current.value = set;
  }, [set, choices.length]);
  if (!own) return <DayOrText name={name} value={value} box={box} />;
  return (
    <select name={name} ref={box}>
      <option value="">{speech.say("filter_any")}</option>
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}

/** A day that the browser's field can not hold is shown as it was written. */
function DayOrText({ name, value, box }: { name: Filter; value: string; box: RefObject<HTMLInputElement | null> }) {
  const isDate = DAYS.has(name) && (value === "" || isDay(value));
  return isDate ? <input type="date" name={name} ref={box} /> : <input type="text" name={name} ref={box} maxLength={200} autocomplete="off" />;
}
