/** Which events of an answer a timeline lists, and in which order. */
import type { Timeline, TimelineEvent } from "../../api/types";

/** Of one period, or of all: those with a day, the latest first, and those without. An event of a day in the period may have begun in another one. */
export function eventsIn({ periods }: Timeline, chosen: string | null): { dated: TimelineEvent[]; undated: TimelineEvent[] } {
  const dated = periods.filter((one) => one.period !== null && (chosen === null || one.period === chosen));
  const undated = chosen === null ? periods.filter((one) => one.period === null) : [];
  return { dated: dated.flatMap((one) => one.events ?? []).reverse(), undated: undated.flatMap((one) => one.events ?? []) };
}
