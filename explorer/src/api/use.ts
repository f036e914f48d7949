/** Questions to the API as state of a component: loading, there, or failed. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useStay } from "../route/stay";
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
  /** Why the next page did not come. */
  error: ApiError | null;
  again: () => void;
}

/** What was read after the first page. `after`: where that one ended; when it ends elsewhere now, this no longer follows it. */
interface Rest<T> {
  after: string | null;
  items: T[];
  next: string | null;
}

/** A list that is read page by page. Going back to it finds it as long as it was. */
export function usePages<T>(key: string, question: (cursor: string | null) => Question<Page<T>>): Pages<T> {
  const [first, again] = useAsked(key, () => question(null));
  const [rest, setRest] = useStay<Rest<T> | null>(`pages ${key}`, null);
  const [state, setState] = useState<{ of: string; error: ApiError | null } | null>(null);
  const start = first.state === "there" ? first.value.next : null;
  const current = rest !== null && rest.after === start ? rest : null;
  const next = current ? current.next : start;
  const more = () => {
    if (next === null) return;
    setState({ of: key, error: null });
    question(next)(new AbortController().signal).then(
      (page) => {
        setRest((old) => ({ after: start, items: [...(old?.after === start ? old.items : []), ...page.items], next: page.next }));
        setState((now) => (now?.of === key ? null : now));
      },
      (error: unknown) => setState({ of: key, error: asApiError(error) }),
    );
  };
  const mine = state?.of === key ? state : null;
  return {
    asked: mapAsked(first, (page) => [...page.items, ...(rest !== null && rest.after === page.next ? rest.items : [])]),
    more: next === null ? null : more,
    loadingMore: mine !== null && mine.error === null,
    error: mine?.error ?? null,
    again,
  };
}

export function mapAsked<A, B>(asked: Asked<A>, change: (value: A) => B): Asked<B> {
  if (asked.state === "there") return { state: "there", value: change(asked.value) };
  if (asked.state === "loading") return { state: "loading", before: asked.before === null ? null : change(asked.before) };
  return asked;
}
