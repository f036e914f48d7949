/** One event: its sentence, its versions by voice, the words that prove each value, its history. */
import { api } from "../../api/client";
import type { FullEvent } from "../../api/types";
import { useAsked } from "../../api/use";
import { setQuery, useHere } from "../../route/router";
import { useMedia } from "../../ui/media";
import { useSpeech } from "../../ui/settings";
import { Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { ReviewSection } from "../review/review";
import { Changes } from "./changes";
import { Contradictions } from "./contradictions";
import { byText, type Lit } from "./evidence";
import { EventHead } from "./head";
import { PlanHistory } from "./plan";
import { Sides } from "./sides";
import { Sources } from "./sources";
import { Versions } from "./versions";
import { WhySection } from "./why";
import { Words } from "./words";

export function EventView({ id }: { id: string }) {
  const [asked, again] = useAsked(`event ${id}`, () => api.event(id));
  return (
    <Shown asked={asked} again={again} lines={14} whole>
      {(event) => <Body event={event} again={again} />}
    </Shown>
  );
}

function Body({ event, again }: { event: FullEvent; again: () => void }) {
  const { both, meta } = useSpeech();
  const { query } = useHere();
  useTitle(both(event.sentence));
  const [field, report] = [query.get("lit"), query.get("report")];
  const wide = useMedia("(min-width: 1081px)");
  const chosen: Lit | null = field && report ? { field, report } : null;
  const lit = chosen ?? (wide ? firstLit(event) : null);
  const light = (next: Lit | null) => setQuery({ lit: next?.field ?? null, report: next?.report ?? null });
  return (
    <div class={`event ${chosen ? "event-lit" : ""}`}>
      <EventHead event={event} />
      <div class="event-body">
        <div class="event-main">
          <Contradictions event={event} lit={lit} onLight={light} />
          <Versions event={event} lit={lit} onLight={light} />
          <PlanHistory event={event} />
          <Sides event={event} />
          <Sources event={event} onLight={light} />
          <WhySection event={event} />
          <Changes event={event} />
          {meta?.editable && <ReviewSection event={event} again={again} />}
        </div>
        <Words event={event} lit={lit} chosen={chosen !== null} onLight={light} />
      </div>
    </div>
  );
}

/** Where there is room for a text, it shows what tells the event, until something else is chosen. */
function firstLit(event: FullEvent): Lit | null {
  const [first] = byText(event.reports);
  return first ? { field: "what", report: first.first.id } : null;
}
