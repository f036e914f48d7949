/** The events of a chosen place. */
import { api } from "../../api/client";
import type { FullEvent } from "../../api/types";
import { useAsked } from "../../api/use";
import { links } from "../../route/routes";
import { stretch } from "../../text/format";
import { StatusMark, TypeName } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";
import { Shown } from "../../ui/state";
import { PlaceTitle } from "./places";
import type { Placed } from "./place";

const SHOWN = 12;

export function ChosenPlace({ place, onClose }: { place: Placed; onClose: () => void }) {
  const { say } = useSpeech();
  const ids = place.ids.slice(0, SHOWN);
  const [asked, again] = useAsked(`place ${ids.join()}`, () => (signal) => Promise.all(ids.map((id) => api.event(id)(signal))));
  return (
    <section class="place-chosen">
      <div class="section-head">
        <h2>
          <PlaceTitle place={place} />
        </h2>
        <button type="button" class="button" onClick={onClose}>
          {say("close")}
        </button>
      </div>
      <p class="quiet">
        {say("n_events", { n: place.events })}
        {place.precision !== "point" && `; ${say(place.at ? "map_admin" : "map_countries")}`}
      </p>
      <Shown asked={asked} again={again}>
        {(events) => (
          <ol class="rows">
            {events.map((event) => (
              <Row key={event.id} event={event} />
            ))}
          </ol>
        )}
      </Shown>
    </section>
  );
}

function Row({ event }: { event: FullEvent }) {
  const { both, lang, say } = useSpeech();
  return (
    <li class="row">
      <a class="row-title" href={links.event(event.id)} data-entry>
        {both(event.sentence)}
      </a>
      <p class="row-meta">
        <StatusMark status={event.status} />
        <TypeName type={event.type} mode={event.mode} />
        <span class="when">{event.day ? stretch(event.day, event.last_day, lang) : say("undated")}</span>
      </p>
    </li>
  );
}
