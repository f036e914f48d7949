/** What every view needs to speak: the language, and what /meta tells. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EventType, Meta, Named, TwoTongues } from "../api/types";
import { say, sayKind, type Fill } from "../i18n/say";
import type { Word } from "../i18n/words";
import type { Lang } from "../text/format";

export interface Settings {
  lang: Lang;
  meta: Meta | null;
}

export const SettingsContext = createContext<Settings>({ lang: "en", meta: null });

export interface Speech extends Settings {
  say: (key: Word, fill?: Fill) => string;
  kind: (kind: string, value: string) => string;
  both: (text: TwoTongues) => string;
  actor: (actor: Named) => string;
  country: (code: string) => string;
  place: (place: { name: string; country: string | null }) => string;
  type: (type: string) => string;
  mode: (type: string, mode: string) => string;
  quad: (type: string) => number | null;
}

export function useSpeech(): Speech {
  const settings = useContext(SettingsContext);
  return speech(settings);
}

export function speech({ lang, meta }: Settings): Speech {
  const typeOf = (type: string) => meta?.types.find((one) => one.type === type);
  return {
    lang,
    meta,
    say: (key, fill) => say(lang, key, fill),
    kind: (kind, value) => sayKind(lang, kind, value),
    both: (text) => text[lang] || text.en,
    actor: (actor) => (lang === "id" && actor.name_id ? actor.name_id : actor.name),
    country: (code) => countryName(lang, meta, code),
    place: (place) => placeName(lang, meta, place),
    type: (type) => typeOf(type)?.name[lang] ?? sentenceCase(type),
    mode: (type, mode) => modeName(lang, typeOf(type), mode),
    quad: (type) => typeOf(type)?.quad ?? null,
  };
}

function countryName(lang: Lang, meta: Meta | null, code: string): string {
  const found = meta?.country_names.find((one) => one.code === code);
  return found ? (lang === "id" && found.name_id ? found.name_id : found.name) : code;
}

/** A place with its country; a country that is a place itself only by its name, in the language of the interface. */
function placeName(lang: Lang, meta: Meta | null, place: { name: string; country: string | null }): string {
  if (!place.country) return place.name;
  const found = meta?.country_names.find((one) => one.code === place.country);
  const of = countryName(lang, meta, place.country);
  return [of, found?.name, found?.name_id].includes(place.name) ? of : `${place.name}, ${of}`;
}

function modeName(lang: Lang, type: EventType | undefined, mode: string): string {
  const found = type?.modes.find((one) => typeof one !== "string" && one.mode === mode);
  const names = typeof found === "object" ? found.name : undefined;
  return names?.[lang] ?? mode.replace(/[_-]/g, " ");
}

function sentenceCase(text: string): string {
  return text.charAt(0) + text.slice(1).toLowerCase();
}

const KEPT = { lang: "lang", theme: "theme", keys: "keys", editor: "editor" } as const;

/** What the browser remembers; null where it keeps nothing. */
export function remembered(key: keyof typeof KEPT): string | null {
  try {
    return window.localStorage.getItem(KEPT[key]);
  } catch {
    return null;
  }
}

export function remember(key: keyof typeof KEPT, value: string): void {
  try {
    window.localStorage.setItem(KEPT[key], value);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left.
  }
}

/** `?lang=` first, then what was chosen before, then the browser's languages. */
export function startLang(query: URLSearchParams): Lang {
  const asked = query.get("lang") ?? remembered("lang");
  if (asked === "en" || asked === "id") return asked;
  return navigator.languages.some((one) => one.toLowerCase().startsWith("id")) ? "id" : "en";
}
