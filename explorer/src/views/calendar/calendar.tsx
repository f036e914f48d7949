/** What is announced, by day, and what became of it. */
import { api, address } from "../../api/client";
import type { Plan } from "../../api/types";
import { useAsked, usePages, type Asked } from "../../api/use";
import { setQuery, useHere } from "../../route/router";
import { dayNow, dayText, weekdayText } from "../../text/format";
import { PageHead } from "../../ui/bits";
import { Filters, filtersOf, type Filter } from "../../ui/filters";
import { More } from "../../ui/more";
import { PlanRow } from "../../ui/plans";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { Tools } from "../../ui/tools";

const NAMES: readonly Filter[] = ["actor", "country", "with", "type"];

/** The day from which the calendar is seen: as asked, else the last day of publication in the store, null where it has none. */
function useToday(asked: string | null): [Asked<{ day: string | null }>, () => void] {
  const [briefing, again] = useAsked(asked ? null : "last day", () => api.briefing({}));
  return [asked ? { state: "there", value: { day: asked } } : briefing, again];
}

export function CalendarView() {
  const { say, meta } = useSpeech();
  const { query } = useHere();
  useTitle(say("calendar_title"));
  const [today, again] = useToday(query.get("today"));
  return (
    <>
      <PageHead title={say("calendar_title")} lead={say("calendar_lead")}>
        <Filters names={NAMES} />
      </PageHead>
      <Shown asked={today} again={again} lines={12}>
        {({ day }) => (meta?.events === 0 ? <Empty>{say("empty_store")}</Empty> : <Plans today={day ?? dayNow()} />)}
      </Shown>
    </>
  );
}

function Plans({ today }: { today: string }) {
  const { say, lang } = useSpeech();
  const { query } = useHere();
  const overdue = query.get("overdue") === "true";
  const from = query.get("from") ?? (overdue || query.get("all") ? null : today);
  const asks = { ...filtersOf(query, NAMES), today, from, to: query.get("to"), overdue };
  const pages = usePages(`calendar ${JSON.stringify(asks)}`, (cursor) => api.calendar({ ...asks, cursor, limit: 50 }));
  return (
    <>
      <Tools>
        <DayField name="today" label={say("calendar_today")} value={today} />
        <DayField name="from" label={say("filter_since")} value={from ?? ""} />
        <DayField name="to" label={say("filter_until")} value={query.get("to") ?? ""} />
        <label class="check">
          <input type="checkbox" checked={overdue} onChange={() => setQuery({ overdue: overdue ? null : "true" }, { push: true })} />
          {say("calendar_overdue")}
        </label>
        {!overdue && (
          <label class="check">
            <input type="checkbox" checked={from === null} onChange={() => setQuery({ all: from === null ? null : "true", from: null }, { push: true })} />
            {say("calendar_older")}
          </label>
        )}
        <a class="button" href={address("/calendar.ics", { ...asks, lang })} download="kawat.ics">
          {say("calendar_ics")}
        </a>
      </Tools>
      <Shown asked={pages.asked} again={pages.again} lines={12}>
        {(plans) => (plans.length > 0 ? <Agenda plans={plans} today={today} /> : <Empty>{say("calendar_none")}</Empty>)}
      </Shown>
      <More more={pages.more} waiting={pages.loadingMore} error={pages.error} />
    </>
  );
}

function DayField({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label class="field field-inline">
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => setQuery({ [name]: event.currentTarget.value }, { push: true })} />
    </label>
  );
}

function months(plans: readonly Plan[]): [string, Plan[]][] {
  const found = new Map<string, Plan[]>();
  for (const plan of plans) {
    const month = plan.day ? plan.day.slice(0, 7) : "";
    found.set(month, [...(found.get(month) ?? []), plan]);
  }
  return [...found];
}

function Agenda({ plans, today }: { plans: readonly Plan[]; today: string }) {
  const { say, lang } = useSpeech();
  return (
    <>
      {months(plans).map(([month, own]) => (
        <section key={month} class="day-group">
          <h2 class="day-head">{month ? dayText(`${month}-01`, lang, "month") : say("calendar_undated")}</h2>
          <ol class="agenda">
            {days(own).map(([day, here]) => (
              <li key={day} class={`agenda-day ${day && day < today ? "past" : ""}`}>
                {day && <DayLabel day={day} />}
                <ol class="rows">
                  {here.map((plan) => (
                    <PlanRow key={plan.id} plan={plan} dated={plan.day !== plan.last_day || !plan.day} />
                  ))}
                </ol>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function days(plans: readonly Plan[]): [string, Plan[]][] {
  const found = new Map<string, Plan[]>();
  for (const plan of plans) found.set(plan.day ?? "", [...(found.get(plan.day ?? "") ?? []), plan]);
  return [...found];
}

function DayLabel({ day }: { day: string }) {
  const { lang } = useSpeech();
  const weekday = weekdayText(day, lang);
  return (
    <h3 class="agenda-label">
      <span class="agenda-number">{Number(day.slice(8, 10))}</span>
      <span class="quiet">{weekday}</span>
    </h3>
  );
}
