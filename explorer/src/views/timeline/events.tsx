/** The events of a timeline: of one period, of what is framed, or all. */
import { useState } from "preact/hooks";
import type { Period, TimelineEvent, TwoTongues } from "../../api/types";
import { links } from "../../route/routes";
import { addDays, daysBetween, number, stretch } from "../../text/format";
import { StatusMark, TypeName } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";

interface Props {
  sentences: ReadonlyMap<string, TwoTongues>;
  periods: readonly Period[];
  chosen: string | null;
  range: [number, number] | null;
  onAll: () => void;
}

const FIRST = 60;

export function EventsOfTime({ sentences, periods, chosen, range, onAll }: Props) {
  const { say } = useSpeech();
  const [all, setAll] = useState(false);
  const dated = inRange(periods.filter((one) => one.period !== null), range);
  const shown = chosen ? dated.filter((one) => one.period === chosen) : dated;
  const undated = chosen || range ? [] : periods.filter((one) => one.period === null);
  const events = shown.flatMap((one) => one.events ?? []).reverse();
  const listed = all ? events : events.slice(0, FIRST);
  return (
    <section class="section">
      <div class="section-head">
        <h2>{chosen ? `${say("nav_events")}: ${chosen}` : say("nav_events")}</h2>
        {chosen && (
          <button type="button" class="button" onClick={onAll}>
            {say("timeline_all")}
          </button>
        )}
      </div>
      <ol class="rows">
        {listed.map((event) => (
          <Entry key={event.id} event={event} sentence={sentences.get(event.id) ?? event.sentence} />
        ))}
      </ol>
      {listed.length < events.length && (
        <button type="button" class="button more" onClick={() => setAll(true)}>
          {say("more")} ({events.length - listed.length})
        </button>
      )}
      {undated.some((one) => (one.events ?? []).length > 0) && (
        <>
          <h3 class="day-head">{say("timeline_undated")}</h3>
          <ol class="rows">
            {undated.flatMap((one) => one.events ?? []).slice(0, all ? undefined : FIRST).map((event) => (
              <Entry key={event.id} event={event} sentence={sentences.get(event.id) ?? event.sentence} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function inRange(periods: readonly Period[], range: [number, number] | null): Period[] {
  const first = periods[0]?.first_day;
  if (!range || !first) return [...periods];
  const [from, to] = [addDays(first, range[0]), addDays(first, range[1])];
  return periods.filter((one) => one.first_day && one.last_day && daysBetween(from, one.last_day) >= 0 && daysBetween(one.first_day, to) > 0);
}

function Entry({ event, sentence }: { event: TimelineEvent; sentence: TwoTongues | undefined }) {
  const { say, lang, kind, both } = useSpeech();
  const names = [event.who, event.whom].filter((some) => some.length > 0).map((some) => [...new Set(some)].join(", "));
  return (
    <li class={`row ${event.counted ? "" : "row-background"}`}>
      <a class="row-title" href={links.event(event.id)} data-entry>
        {sentence ? both(sentence) : names.join(" → ") || say("nobody")}
      </a>
      <p class="row-meta">
        <TypeName type={event.type} mode={event.mode} />
        <StatusMark status={event.status} />
        <span class="when">{event.day ? stretch(event.day, event.last_day, lang) : say("undated")}</span>
        {event.counted ? <span class="score">{event.score > 0 ? "+" : ""}{number(event.score, lang)}</span> : <span>{say("timeline_not_counted")}</span>}
        {event.part === "joint" && <span>{say("timeline_joint")}</span>}
        {event.background && <span>{kind("salience", "background")}</span>}
        <span class="outlets">{event.outlets.slice(0, 3).join(", ")}{event.outlets.length > 3 && ` +${event.outlets.length - 3}`}</span>
      </p>
    </li>
  );
}
