/** Where the reader is: the address is the state of every view. */
import { useEffect, useState } from "preact/hooks";
import { focusBack, focusHeading, followed, type Followed } from "./focus";

export interface Here {
  path: string;
  query: URLSearchParams;
}

const PATIENCE = 5000; // milliseconds that a list may take to be as long as it was
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"] as const;
const listeners = new Set<() => void>();
/** How a page was left, by the key of its entry in the history: how far down, and by which link. */
const left = new Map<string, { scroll: number; link: Followed | null }>();
let entry = freshEntry();
let shownPath = "";

function freshEntry(): string {
  return `${Date.now()}-${Math.random().toString(36).slice(2)}`;
}

function here(): Here {
  return { path: window.location.pathname, query: new URLSearchParams(window.location.search) };
}

function tell(): void {
  shownPath = window.location.pathname;
  for (const listener of listeners) listener();
}

export function useHere(): Here {
  const [now, setNow] = useState(here);
  useEffect(() => {
    const listener = () => setNow(here());
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return now;
}

interface Going {
  /** Going back skips where one was. */
  replace?: boolean;
  keepScroll?: boolean;
  keepFocus?: boolean;
  /** The link that was followed, where it may not have the focus. */
  link?: Element;
}

/** Goes to an address of the explorer: to its top, and to its heading. */
export function go(address: string, options: Going = {}): void {
  leave(options.link ?? document.activeElement);
  if (options.replace) {
    window.history.replaceState({ entry }, "", address);
  } else {
    entry = freshEntry();
    window.history.pushState({ entry }, "", address);
  }
  tell();
  if (options.keepScroll) return;
  window.scrollTo(0, 0);
  if (!options.keepFocus) focusHeading();
}

function leave(link: Element | null): void {
  left.set(entry, { scroll: window.scrollY, link: followed(link) });
}

/** Changes some values of the query in place; null or empty takes one out. */
export function setQuery(changes: Record<string, string | null>, options: { push?: boolean } = {}): void {
  const { path, query } = here();
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === "") query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString();
  go(text ? `${path}?${text}` : path, { replace: !options.push, keepScroll: true });
}

/** The key of this entry of the history: what belongs to one visit of a page is kept by it. */
export function entryNow(): string {
  return entry;
}

/** Links inside the explorer change the address without loading the page anew. */
export function startRouter(): void {
  window.history.scrollRestoration = "manual";
  const state: unknown = window.history.state;
  if (isEntry(state)) entry = state.entry;
  window.history.replaceState({ entry }, "");
  shownPath = window.location.pathname;
  window.addEventListener("popstate", (event) => {
    leave(document.activeElement);
    const before = shownPath;
    const back: unknown = event.state;
    entry = isEntry(back) ? back.entry : freshEntry();
    tell();
    restoreScroll();
    if (shownPath !== before) focusBack(left.get(entry)?.link ?? null);
  });
  document.addEventListener("click", onClick);
}

function isEntry(state: unknown): state is { entry: string } {
  return typeof state === "object" && state !== null && typeof (state as { entry?: unknown }).entry === "string";
}

/** The list that a reader comes back to is asked for again: it is tried until it is long enough, or the reader moves the page. */
function restoreScroll(): void {
  const wanted = left.get(entry)?.scroll ?? 0;
  const [own, until] = [entry, performance.now() + PATIENCE];
  let moved = false;
  const stop = () => {
    moved = true;
  };
  for (const kind of MOVES) window.addEventListener(kind, stop, { once: true, passive: true });
  const step = () => {
    if (moved || own !== entry) return;
    window.scrollTo(0, wanted);
    if (Math.abs(window.scrollY - wanted) > 2 && performance.now() < until) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  if (link.origin !== window.location.origin || link.pathname.startsWith("/api/")) return;
  if (link.hash && link.pathname === window.location.pathname) return;
  event.preventDefault();
  go(link.pathname + link.search, { link, keepFocus: link.hasAttribute("data-stay") });
}
