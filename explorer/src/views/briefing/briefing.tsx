/** What an editor reads in the morning: what is new, what is coming, where sides differ. */
import type { ComponentChildren } from "preact";
import { api } from "../../api/client";
import type { Briefing, Summary } from "../../api/types";
import { useAsked } from "../../api/use";
import { focusNew } from "../../route/focus";
import { setQuery, useHere } from "../../route/router";
import { useStay } from "../../route/stay";
import { dayText } from "../../text/format";
import { Choice, Section } from "../../ui/bits";
import { EventList } from "../../ui/events";
import { PlanRow } from "../../ui/plans";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { DayPicker } from "./days";

const SPANS = ["1", "3", "7"] as const;
const FIRST = 12;
const ENTRIES = "main a[data-entry]";
const BESIDE = 6; // entries of a list beside the news

export function BriefingView({ day }: { day: string | null }) {
  const { say, lang, meta } = useSpeech();
  const { query } = useHere();
  const days = SPANS.find((one) => one === query.get("days")) ?? "1";
  const [asked, again] = useAsked(`briefing ${day} ${days}`, () => api.briefing({ day, days }));
  const shownDay = asked.state === "there" ? asked.value.day : day;
  useTitle(shownDay ? dayText(shownDay, lang, "long") : say("briefing_title"));
  if (meta?.events === 0) {
    return (
      <Empty>
        <h1>{say("briefing_title")}</h1>
        <p>{say("empty_store")}</p>
      </Empty>
    );
  }
  return (
    <>
      <header class="page-head briefing-head">
        <p class="kicker">{say("briefing_title")}</p>
        <h1>{shownDay ? dayText(shownDay, lang, "weekday") : say("briefing_title")}</h1>
        <div class="tools">
          {shownDay && <DayPicker day={shownDay} />}
          <Choice
            label={say("span_of_days")}
            value={days}
            options={SPANS.map((value) => ({ value, label: say(`days_${value}`) }))}
            onChoose={(value) => setQuery({ days: value === "1" ? null : value }, { push: true })}
          />
        </div>
      </header>
      <Shown asked={asked} again={again} lines={12}>
        {(briefing) => <Body key={`${briefing.day} ${days}`} briefing={briefing} days={Number(days)} />}
      </Shown>
    </>
  );
}

function Body({ briefing, days }: { briefing: Briefing; days: number }) {
  const { say } = useSpeech();
  return (
    <div class="columns">
      <Section title={say("briefing_new")} hint={say("briefing_new_hint", { n: days })} class="column-main">
        <News events={briefing.new} />
      </Section>
      <div class="column-side">
        <Section title={say("briefing_differ")} hint={say("briefing_differ_hint")}>
          {briefing.differ.length > 0 ? <FirstOf name="differ" all={briefing.differ}>{(some) => <EventList events={some} />}</FirstOf> : <Empty>{say("briefing_no_differ")}</Empty>}
        </Section>
        <Section title={say("briefing_coming")} hint={say("briefing_coming_hint")}>
          {briefing.coming.length > 0 ? (
            <FirstOf name="coming" all={briefing.coming}>
              {(some) => (
                <ol class="rows">
                  {some.map((plan) => (
                    <PlanRow key={plan.id} plan={plan} />
                  ))}
                </ol>
              )}
            </FirstOf>
          ) : (
            <Empty>{say("briefing_no_plans")}</Empty>
          )}
        </Section>
      </div>
    </div>
  );
}

/** The first entries of a list, all of it when asked for. */
function FirstOf<T>({ name, all, children }: { name: string; all: readonly T[]; children: (some: readonly T[]) => ComponentChildren }) {
  const { say } = useSpeech();
  const [open, setOpen] = useStay(name, false);
  const rest = all.length - BESIDE;
  return (
    <>
      {children(open ? all : all.slice(0, BESIDE))}
      {!open && rest > 0 && (
        <button type="button" class="button" onClick={() => focusNew(ENTRIES, () => setOpen(() => true))}>
          {say("more")} ({rest})
        </button>
      )}
    </>
  );
}

function News({ events }: { events: readonly Summary[] }) {
  const { say } = useSpeech();
  const [all, setAll] = useStay("news", false);
  const main = events.filter((event) => event.salience === "main");
  const first = main.length > 0 ? main.slice(0, FIRST) : events.slice(0, FIRST);
  const rest = events.filter((event) => !first.includes(event));
  if (events.length === 0) return <Empty>{say("briefing_quiet")}</Empty>;
  return (
    <>
      <EventList events={first} large={1} />
      {rest.length > 0 && !all && (
        <button type="button" class="button" onClick={() => focusNew(ENTRIES, () => setAll(() => true))}>
          {say("briefing_secondary", { n: rest.length })}
        </button>
      )}
      {all && <EventList events={rest} />}
    </>
  );
}
