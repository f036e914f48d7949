/** Asking the API. Every failure becomes an `ApiError` whose `code` the interface has words for. */
import type * as T from "./types";

const BASE = "/api/v1";

export type Query = Record<string, string | number | boolean | null | undefined>;

export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The address of a route, without empty parameters; keys in the order given. */
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "" && value !== false) params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `${BASE}${path}?${text}` : `${BASE}${path}`;
}

async function ask<R>(url: string, init: RequestInit): Promise<R> {
  let answer: Response;
  try {
    answer = await fetch(url, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("offline", 0, "");
  }
  if (answer.ok) return (await answer.json()) as R;
  throw await failure(answer);
}

async function failure(answer: Response): Promise<ApiError> {
  const told: unknown = await answer.json().catch(() => null);
  const error = isObject(told) && isObject(told["error"]) ? told["error"] : {};
  const code = typeof error["code"] === "string" ? error["code"] : `http_${answer.status}`;
  return new ApiError(code, answer.status, typeof error["message"] === "string" ? error["message"] : "");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function get<R>(path: string, query?: Query): (signal: AbortSignal) => Promise<R> {
  return (signal) => ask<R>(address(path, query), { signal });
}

const part = encodeURIComponent;

/** As `get`, of one thing by its id: nothing else can be wrong with such a question. */
function getById<R>(path: string): (signal: AbortSignal) => Promise<R> {
  return (signal) =>
    get<R>(path)(signal).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === "bad_request") throw new ApiError("bad_id", error.status, error.message);
      throw error;
    });
}

/** Each route as a question that can be stopped. */
export const api = {
  meta: () => get<T.Meta>("/meta"),
  events: (query: Query) => get<T.Page<T.Summary>>("/events", query),
  event: (id: string) => getById<T.FullEvent>(`/events/${part(id)}`),
  why: (id: string) => getById<T.Why>(`/events/${part(id)}/why`),
  article: (id: string) => getById<T.ArticleRecord>(`/articles/${part(id)}`),
  search: (query: Query) => get<T.Page<T.Hit>>("/search", query),
  calendar: (query: Query) => get<T.Page<T.Plan>>("/calendar", query),
  timeline: (query: Query) => get<T.Timeline>("/timeline", query),
  actors: (query: Query) => get<T.Page<T.ActorRow>>("/actors", query),
  actor: (key: string) => getById<T.ActorCard>(`/actors/${part(key)}`),
  network: (query: Query) => get<T.Network>("/network", query),
  map: (query: Query) => get<T.MapData>("/map", query),
  briefing: (query: Query) => get<T.Briefing>("/briefing", query),
};

const JSON_HEAD = { "Content-Type": "application/json" };

export function judge(judging: T.Judging): Promise<T.Judged> {
  return ask<T.Judged>(address("/judgements"), { method: "POST", headers: JSON_HEAD, body: JSON.stringify(judging) });
}

/** Takes judgements back one after the other; what is gone already, with another one or by another editor, is no failure. */
export async function takeBack(ids: readonly string[]): Promise<T.Judged> {
  const all: Required<T.Judged> = { judgements: [], changes: [], events: [] };
  let missing: ApiError | null = null;
  for (const id of ids) {
    try {
      const one = await ask<T.Judged>(address(`/judgements/${part(id)}`), { method: "DELETE", headers: JSON_HEAD });
      all.judgements.push(...one.judgements);
      all.changes.push(...(one.changes ?? []));
      all.events = one.events ?? [];
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "not_found") throw error;
      missing = error;
    }
  }
  if (missing && all.judgements.length === 0) throw missing;
  return all;
}
