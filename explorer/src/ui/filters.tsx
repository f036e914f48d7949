/** Filters that live in the address: a form that can be folded away, and chips for what is set. */
import { useState } from "preact/hooks";
import { setQuery, useHere } from "../route/router";
import { isWord, say as sayIn } from "../i18n/say";
import { dayText } from "../text/format";
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

function options(speech: Speech, name: Filter): { value: string; label: string }[] | null {
  const kind = name === "language" ? "lang" : name;
  const values = KINDS[name];
  if (values) return values.map((value) => ({ value, label: speech.kind(kind, value) }));
  if (name === "type") return (speech.meta?.types ?? []).map((one) => ({ value: one.type, label: one.name[speech.lang] }));
  if (name !== "country") return null;
  const countries = speech.meta?.countries ?? [];
  const named = countries.map((one) => ({ value: one.code, label: speech.country(one.code) }));
  return named.sort((a, b) => a.label.localeCompare(b.label, speech.lang));
}

function label(speech: Speech, name: string): string {
  const key = `filter_${name}`;
  return isWord(key) ? sayIn(speech.lang, key) : name;
}

function shown(speech: Speech, name: Filter, value: string): string {
  if (DAYS.has(name)) return dayText(value, speech.lang) || value;
  return options(speech, name)?.find((one) => one.value === value)?.label ?? value;
}

export function Filters({ names }: { names: readonly Filter[] }) {
  const speech = useSpeech();
  const { query } = useHere();
  const set = names.filter((name) => query.get(name));
  const [open, setOpen] = useState(false);
  return (
    <div class="filters">
      <div class="filter-line">
        <button type="button" class="button" aria-expanded={open} aria-controls="filter-form" onClick={() => setOpen(!open)}>
          {speech.say("filters")}
          {set.length > 0 && ` (${set.length})`}
        </button>
        {set.map((name) => {
          const value = query.get(name) ?? "";
          const text = `${label(speech, name)}: ${shown(speech, name, value)}`;
          return (
            <button key={name} type="button" class="chip" aria-label={speech.say("filter_remove", { name: text })} onClick={() => setQuery({ [name]: null }, { push: true })}>
              {text} <span aria-hidden="true">×</span>
            </button>
          );
        })}
        {set.length > 1 && (
          <button type="button" class="plain" onClick={() => setQuery(Object.fromEntries(set.map((name) => [name, null])), { push: true })}>
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

function FilterInput({ name, value }: { name: Filter; value: string }) {
  const speech = useSpeech();
  const choices = options(speech, name);
  if (DAYS.has(name)) return <input type="date" name={name} key={value} defaultValue={value} />;
  if (!choices) return <input type="text" name={name} key={value} defaultValue={value} maxLength={200} autocomplete="off" />;
  return (
    <select name={name} key={value}>
      <option value="" selected={value === ""}>
        {speech.say("filter_any")}
      </option>
      {choices.map((one) => (
        <option key={one.value} value={one.value} selected={one.value === value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
