/** Where the reader is: the address is the state of every view. */
import { useEffect, useState } from "preact/hooks";

export interface Here {
  path: string;
  query: URLSearchParams;
}

const listeners = new Set<() => void>();
/** Where a page was scrolled to, by the key of its entry in the history. */
const scrolled = new Map<string, number>();
let entry = "first";

function here(): Here {
  return { path: window.location.pathname, query: new URLSearchParams(window.location.search) };
}

function tell(): void {
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

/** Goes to an address of the explorer. `replace`: going back skips where one was. */
export function go(address: string, options: { replace?: boolean; keepScroll?: boolean } = {}): void {
  scrolled.set(entry, window.scrollY);
  if (options.replace) {
    window.history.replaceState({ entry }, "", address);
  } else {
    entry = String(Date.now()) + String(scrolled.size);
    window.history.pushState({ entry }, "", address);
  }
  tell();
  if (!options.keepScroll) window.scrollTo(0, 0);
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

/** How far down this entry of the history was scrolled when it was left; null where it is new. */
export function scrolledTo(): number | null {
  return scrolled.get(entry) ?? null;
}

/** Links inside the explorer change the address without loading the page anew. */
export function startRouter(): void {
  window.history.scrollRestoration = "manual";
  window.history.replaceState({ entry }, "");
  window.addEventListener("popstate", (event) => {
    scrolled.set(entry, window.scrollY);
    const state: unknown = event.state;
    entry = isEntry(state) ? state.entry : "first";
    tell();
    restoreScroll();
  });
  document.addEventListener("click", onClick);
}

function isEntry(state: unknown): state is { entry: string } {
  return typeof state === "object" && state !== null && typeof (state as { entry?: unknown }).entry === "string";
}

/** The list a reader comes back to is drawn from the browser's cache: it is tried for a moment. */
function restoreScroll(): void {
  const wanted = scrolledTo() ?? 0;
  const until = performance.now() + 1500;
  const step = () => {
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
  go(link.pathname + link.search);
}
