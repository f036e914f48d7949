/** Saying a word of the interface in a language. */
import type { Lang } from "../text/format";
import { number } from "../text/format";
import { WORDS, type Word } from "./words";

export type Fill = Record<string, string | number>;

/** The words of `key`. With `n`, the singular or the plural (parted by a bar) is chosen; `{name}` is filled in. */
export function say(lang: Lang, key: Word, fill: Fill = {}): string {
  const [en, id] = WORDS[key];
  const forms = (lang === "en" ? en : id).split("|");
  const form = forms.length > 1 && fill["n"] !== 1 ? forms[1] : forms[0];
  return (form ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fill[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? number(value, lang) : value;
  });
}

export function isWord(key: string): key is Word {
  return Object.hasOwn(WORDS, key);
}

/** A word chosen by a value of the API, such as `status_planned`; the value itself where there are no words for it. */
export function sayKind(lang: Lang, kind: string, value: string): string {
  const key = `${kind}_${value}`;
  return isWord(key) ? say(lang, key) : value.replace(/[_-]/g, " ");
}
