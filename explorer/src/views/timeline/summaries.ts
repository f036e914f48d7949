/** The sentences of a timeline's events: the timeline itself tells only names. */
import { api, type Query } from "../../api/client";
import type { Timeline, TwoTongues } from "../../api/types";
import { useAsked } from "../../api/use";
import { useHere } from "../../route/router";

const MOST = 200; // as many as the API gives at once

/** Sentences by the id of their event, of the latest events of these parties. */
export function useSentences(timeline: Timeline): ReadonlyMap<string, TwoTongues> {
  const { query } = useHere();
  const asks: Query = { ...filtersFor(timeline), since: query.get("since"), until: query.get("until"), limit: MOST };
  const [asked] = useAsked(`sentences ${JSON.stringify(asks)}`, () => api.events(asks));
  return new Map(asked.state === "there" ? asked.value.items.map((one) => [one.id, one.sentence]) : []);
}

function filtersFor({ parties: [a, b] }: Timeline): Query {
  if (a?.country && !a.id && b?.country && !b.id) return { country: a.country, with: b.country };
  const country = [a, b].find((one) => one?.country && !one.id)?.country;
  const actor = [a, b].find((one) => one && (one.id || !one.country));
  return { country, actor: actor ? (actor.id ?? actor.name) : null };
}
