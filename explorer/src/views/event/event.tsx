/** One event: its sentence, its versions by voice, the words that prove each value, its history. */
import { useEffect, useRef } from "preact/hooks";
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
import { byText, valueKey, valueOf, type Lit } from "./evidence";
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
  const wide = useMedia("(min-width: 1081px)");
  const chosen = chosenIn(query);
  const lit = withValue(event, chosen ?? (wide ? firstLit(event) : null));
  const opener = useRef<Element | null>(null);
  const light = (next: Lit | null) => {
    const now = document.activeElement;
    if (next && !now?.closest(".words")) opener.current = now;
    if (!next && (now === document.body || now?.closest(".words"))) focusOpener(opener.current);
    setQuery({ lit: next?.field ?? null, value: next?.value ?? null, report: next?.report ?? null });
  };
  useEffect(() => {
    if (chosen && !wide) litValue()?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [lit?.field, lit?.report, lit?.value, chosen === null, wide]);
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

function chosenIn(query: URLSearchParams): Lit | null {
  const [field, report] = [query.get("lit"), query.get("report")];
  return field && report ? { field, report, value: query.get("value") } : null;
}

/** With the key of its value, where the address has none. */
function withValue(event: FullEvent, lit: Lit | null): Lit | null {
  const found = lit && valueOf(event, lit);
  return found ? { ...lit, value: valueKey(lit.field, found.value.value) } : lit;
}

/** Closing the words takes the focus back to what opened them, else to the value that is lit. */
function focusOpener(opener: Element | null): void {
  const target = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : litValue();
  target?.focus();
}

/** The value that is lit: the one with the focus, as it may stand in several places, else the first to be seen. */
function litValue(): HTMLElement | undefined {
  const values = [...document.querySelectorAll<HTMLElement>("button[data-value][aria-pressed=true]")].filter((one) => one.offsetParent !== null);
  return values.find((one) => one === document.activeElement) ?? values[0];
}

/** Where there is room for a text, it shows what tells the event, until something else is chosen. */
function firstLit(event: FullEvent): Lit | null {
  const [first] = byText(event.reports);
  return first ? { field: "what", report: first.first.id } : null;
}
