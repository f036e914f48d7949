/** Lists of events. */
import type { Summary } from "../api/types";
import { links } from "../route/routes";
import { dayText, stretch } from "../text/format";
import { Contradicted, Outlets, PlaceName, StatusMark, TypeName } from "./bits";
import { useSpeech } from "./settings";

export function EventRow({ event, dated = true, large = false }: { event: Summary; dated?: boolean; large?: boolean }) {
  const { lang, both, say } = useSpeech();
  const when = event.day ? stretch(event.day, event.last_day, lang) : say("undated");
  return (
    <li class={`row ${large ? "row-large" : ""} row-${event.salience}`}>
      <a class="row-title" href={links.event(event.id)} data-entry>
        {both(event.sentence)}
      </a>
      <p class="row-meta">
        <Contradicted fields={event.contradictions} />
        <StatusMark status={event.status} />
        <TypeName type={event.type} mode={event.mode} />
        {dated && <span class="when">{when}</span>}
        {event.place && (
          <span class="where">
            <PlaceName place={event.place} />
          </span>
        )}
        <Outlets known={event.corroboration} />
      </p>
    </li>
  );
}

export function EventList({ events, large = 0, dated = true }: { events: readonly Summary[]; large?: number; dated?: boolean }) {
  return (
    <ol class="rows">
      {events.map((event, index) => (
        <EventRow key={event.id} event={event} large={index < large} dated={dated} />
      ))}
    </ol>
  );
}

interface Group {
  day: string | null;
  last: string | null;
  events: Summary[];
}

/** Neighbours of one day, or of one longer stretch, together in the order given. */
export function byDay(events: readonly Summary[]): Group[] {
  const groups: Group[] = [];
  for (const event of events) {
    const last = groups[groups.length - 1];
    if (last && last.day === event.day && last.last === event.last_day) last.events.push(event);
    else groups.push({ day: event.day, last: event.last_day, events: [event] });
  }
  return groups;
}

export function EventsByDay({ events }: { events: readonly Summary[] }) {
  const { lang, say } = useSpeech();
  const title = ({ day, last }: Group) => {
    if (!day) return say("undated");
    return last && last !== day ? stretch(day, last, lang) : dayText(day, lang, "weekday");
  };
  return (
    <>
      {byDay(events).map((group) => (
        <section key={`${group.day ?? ""} ${group.events[0]?.id ?? ""}`} class="day-group day-beside">
          <h2 class="day-head">{title(group)}</h2>
          <EventList events={group.events} dated={false} />
        </section>
      ))}
    </>
  );
}
