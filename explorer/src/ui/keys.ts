/** Single keys: / finds, j and k walk through lists, g and a letter goes to a view, ? tells all that. */
import { go } from "../route/router";
import { remembered } from "./settings";

const VIEWS: Record<string, string> = { b: "/", e: "/events", c: "/calendar", t: "/timeline", a: "/actors", m: "/map" };

export interface Actions {
  help: () => void;
}

export function startKeys(actions: Actions): () => void {
  let going = 0;
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || remembered("keys") === "off") return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key;
    const goes = performance.now() - going < 1200 ? VIEWS[key] : undefined;
    going = key === "g" ? performance.now() : 0;
    if (goes !== undefined) go(goes);
    else if (key === "/") focusSearch();
    else if (key === "?") actions.help();
    else if (key === "j" || key === "k") walk("a[data-entry]", key === "j" ? 1 : -1);
    else if (key === "n" || key === "p") walk("button[data-value]", key === "n" ? 1 : -1)?.click();
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable]");
}

function focusSearch(): void {
  const input = document.querySelector<HTMLInputElement>("#find");
  input?.focus();
  input?.select();
}

/** Moves the focus to the next or previous visible element of a kind. */
function walk(selector: string, step: number): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.offsetParent !== null);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = all[at === -1 ? (step > 0 ? firstBelow(all) : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next ?? null;
}

/** Where nothing is focused yet, a list begins at what is on the screen. */
function firstBelow(all: readonly HTMLElement[]): number {
  const found = all.findIndex((one) => one.getBoundingClientRect().top >= 0);
  return found === -1 ? 0 : found;
}
