/** The events of a timeline: of one period, of what is framed, or the latest of all. */
import { api } from "../../api/client";
import type { Period, Timeline, TimelineEvent } from "../../api/types";
import { useAsked } from "../../api/use";
import { focusSoon } from "../../route/focus";
import { useHere } from "../../route/router";
import { useStay } from "../../route/stay";
import { links } from "../../route/routes";
import { addDays, number, stretch } from "../../text/format";
import { StatusMark, TypeName } from "../../ui/bits";
import { More } from "../../ui/more";
import { useSpeech } from "../../ui/settings";
import { useSettled } from "../../ui/settled";
import { Shown } from "../../ui/state";
import { eventsIn } from "./told";

interface Props {
  asks: Record<string, string | null>;
  periods: readonly Period[];
  chosen: string | null;
  range: [number, number] | null;
  onAll: () => void;
}

const FIRST = 60;
const MORE = 300;

export function EventsOfTime({ asks, periods, chosen, range, onAll }: Props) {
  const { say } = useSpeech();
  const { query } = useHere();
  const days = useSettled(daysOf(periods, chosen, range));
  const [limit, setLimit] = useStay(`told ${JSON.stringify([asks, days])}`, FIRST);
  const since = days?.[0] ?? query.get("since");
  const until = days?.[1] ?? query.get("until");
  const question = { ...asks, since, until, events: true, limit };
  const [asked, again] = useAsked(`told ${JSON.stringify(question)}`, () => api.timeline(question));
  return (
    <section class="section told">
      <div class="section-head">
        <h2>{chosen ? `${say("nav_events")}: ${chosen}` : say("nav_events")}</h2>
        {chosen && (
          <button type="button" class="button" onClick={() => showAll(onAll)}>
            {say("timeline_all")}
          </button>
        )}
      </div>
      <Shown asked={asked} again={again} lines={8}>
        {(timeline: Timeline) => <Listed timeline={timeline} chosen={chosen} limit={limit} onMore={() => setLimit((now) => now + MORE)} busy={asked.state === "loading"} />}
      </Shown>
    </section>
  );
}

/** The section is drawn anew, without the button. */
function showAll(change: () => void): void {
  const before = document.querySelector(".told h2");
  change();
  focusSoon(() => [...document.querySelectorAll<HTMLElement>(".told h2")].find((one) => one !== before));
}

function Listed(props: { timeline: Timeline; chosen: string | null; limit: number; onMore: () => void; busy: boolean }) {
  const { say } = useSpeech();
  const { dated, undated } = eventsIn(props.timeline, props.chosen);
  const whole = props.timeline.periods.reduce((sum, one) => sum + (one.events ?? []).length, 0) < props.limit;
  return (
    <>
      <ol class="rows">
        {dated.map((event) => (
          <Entry key={event.id} event={event} />
        ))}
      </ol>
      {undated.length > 0 && (
        <>
          <h3 class="day-head">{say("timeline_undated")}</h3>
          <ol class="rows">
            {undated.map((event) => (
              <Entry key={event.id} event={event} />
            ))}
          </ol>
        </>
      )}
      <More more={whole ? null : props.onMore} waiting={props.busy} />
    </>
  );
}

/** First and last day of what is shown; null where that is everything. */
function daysOf(periods: readonly Period[], chosen: string | null, range: [number, number] | null): [string, string] | null {
  const period = chosen ? periods.find((one) => one.period === chosen) : undefined;
  if (period?.first_day && period.last_day) return [period.first_day, period.last_day];
  const first = periods.find((one) => one.period !== null)?.first_day;
  return range && first ? [addDays(first, Math.floor(range[0])), addDays(first, Math.max(Math.floor(range[0]), Math.ceil(range[1]) - 1))] : null;
}

function Entry({ event }: { event: TimelineEvent }) {
  const { say, lang, kind, both } = useSpeech();
  return (
    <li class={`row ${event.counted ? "" : "row-background"}`}>
      <a class="row-title" href={links.event(event.id)} data-entry>
        {both(event.sentence)}
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
