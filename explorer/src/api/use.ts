/** Questions to the API as state of a component: loading, there, or failed. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "./client";
import type { Page } from "./types";

export type Asked<T> =
  | { state: "loading"; before: T | null }
  | { state: "there"; value: T }
  | { state: "failed"; error: ApiError };

export type Question<T> = (signal: AbortSignal) => Promise<T>;

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError("broken", 0, error instanceof Error ? error.message : "");
}

/** Asks when `key` changes; `key` null asks nothing. The answer to an older question is thrown away. */
export function useAsked<T>(key: string | null, question: () => Question<T>): [Asked<T>, () => void] {
  const [asked, setAsked] = useState<Asked<T>>({ state: "loading", before: null });
  const [again, setAgain] = useState(0);
  const last = useRef<T | null>(null);
  useEffect(() => {
    if (key === null) return undefined;
    const stop = new AbortController();
    setAsked({ state: "loading", before: last.current });
    question()(stop.signal).then(
      (value) => {
        last.current = value;
        if (!stop.signal.aborted) setAsked({ state: "there", value });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setAsked({ state: "failed", error: asApiError(error) });
      },
    );
    return () => stop.abort();
  }, [key, again]);
  return [asked, useCallback(() => setAgain((n) => n + 1), [])];
}

export interface Pages<T> {
  asked: Asked<T[]>;
  more: (() => void) | null;
  loadingMore: boolean;
  again: () => void;
}

/** A list that is read page by page. */
export function usePages<T>(key: string, question: (cursor: string | null) => Question<Page<T>>): Pages<T> {
  const [first, again] = useAsked(key, () => question(null));
  const [rest, setRest] = useState<{ of: string; items: T[]; next: string | null }>({ of: "", items: [], next: null });
  const [loadingMore, setLoadingMore] = useState(false);
  useEffect(() => setLoadingMore(false), [key]);
  const current = rest.of === key && first.state === "there" ? rest : null;
  const next = first.state === "there" ? (current ? current.next : first.value.next) : null;
  const more = useCallback(() => {
    if (next === null) return;
    setLoadingMore(true);
    question(next)(new AbortController().signal)
      .then((page) =>
        setRest((old) => ({ of: key, items: [...(old.of === key ? old.items : []), ...page.items], next: page.next })),
      )
      .catch(() => undefined)
      .finally(() => setLoadingMore(false));
  }, [key, next]);
  return { asked: mapAsked(first, (page) => [...page.items, ...(current?.items ?? [])]), more: next === null ? null : more, loadingMore, again };
}

export function mapAsked<A, B>(asked: Asked<A>, change: (value: A) => B): Asked<B> {
  if (asked.state === "there") return { state: "there", value: change(asked.value) };
  if (asked.state === "loading") return { state: "loading", before: asked.before === null ? null : change(asked.before) };
  return asked;
}
