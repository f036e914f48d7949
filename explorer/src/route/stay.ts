/** What a reader opened on a page stays open while going on and back: it is kept by the entry of the history. */
import { useState } from "preact/hooks";
import { entryNow } from "./router";

const kept = new Map<string, unknown>();

/** As `useState`, but kept under `name` for this visit of the page. */
export function useStay<T>(name: string, start: T): [T, (next: (now: T) => T) => void] {
  const key = `${entryNow()} ${name}`;
  const [, draw] = useState(0);
  const now = kept.has(key) ? (kept.get(key) as T) : start;
  const set = (next: (now: T) => T) => {
    kept.set(key, next(kept.has(key) ? (kept.get(key) as T) : start));
    draw((n) => n + 1);
  };
  return [now, set];
}
