/** The addresses of the explorer. Whatever can be seen can be linked to. */
import type { Query } from "../api/client";
import { isDay } from "../text/format";

export type Route =
  | { view: "briefing"; day: string | null }
  | { view: "events" }
  | { view: "event"; id: string }
  | { view: "article"; id: string }
  | { view: "timeline" }
  | { view: "actors" }
  | { view: "actor"; key: string }
  | { view: "map" }
  | { view: "calendar" }
  | { view: "search" }
  | { view: "nowhere" };

const PLAIN = new Set(["events", "timeline", "actors", "map", "calendar", "search"]);

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** What a path shows; a path that nothing stands at gives `nowhere`. */
export function routeOf(path: string): Route {
  const parts = path.split("/").filter((part) => part !== "").map(decoded);
  const [first, second] = parts;
  if (parts.includes(null) || parts.length > 2) return { view: "nowhere" };
  if (first === undefined) return { view: "briefing", day: null };
  if (second !== undefined && second !== null) return withPart(first as string, second);
  return PLAIN.has(first as string) ? ({ view: first } as Route) : { view: "nowhere" };
}

function withPart(first: string, second: string): Route {
  switch (first) {
    case "day":
      return isDay(second) ? { view: "briefing", day: second } : { view: "nowhere" };
    case "event":
      return { view: "event", id: second };
    case "article":
      return { view: "article", id: second };
    case "actor":
      return { view: "actor", key: second };
    default:
      return { view: "nowhere" };
  }
}

/** A path with a query, without empty values. */
export function to(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "" && value !== false) params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

const part = encodeURIComponent;

export const links = {
  day: (day: string) => `/day/${part(day)}`,
  event: (id: string) => `/event/${part(id)}`,
  article: (id: string, report?: string | null) => to(`/article/${part(id)}`, { report }),
  actor: (key: string) => `/actor/${part(key)}`,
  events: (query: Query) => to("/events", query),
  timeline: (query: Query) => to("/timeline", query),
};
