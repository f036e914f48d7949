/** What an actor took part in, or what two did to one another, over time. */
import { api } from "../../api/client";
import type { Period, Timeline } from "../../api/types";
import { useAsked } from "../../api/use";
import { setQuery, useHere } from "../../route/router";
import { Choice, PageHead } from "../../ui/bits";
import { useHeld } from "../../ui/held";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { Chart } from "./chart";
import { EventsOfTime } from "./events";
import { Pairs } from "./pairs";
import { PartyField } from "./party";
import { barsOf, daysIn, framed, rangeOf, type Range } from "./scale";
import { PeriodTable } from "./table";

const BYS = ["day", "week", "month", "year"] as const;
type By = (typeof BYS)[number];

export function TimelineView() {
  const { say } = useSpeech();
  const { query } = useHere();
  const [a, b] = [query.get("a") ?? "", query.get("b") ?? ""];
  const by = BYS.find((one) => one === query.get("by")) ?? "month";
  useTitle(a ? `${say("timeline_title")}: ${b ? `${a} – ${b}` : a}` : say("timeline_title"));
  return (
    <>
      <PageHead title={say("timeline_title")} lead={say("timeline_lead")}>
        <form
          class="tools parties"
          onSubmit={(event) => {
            event.preventDefault();
            const data = new FormData(event.currentTarget);
            const text = (name: string) => String(data.get(name) ?? "").trim();
            setQuery({ a: text("a"), b: text("b"), period: null, from: null, to: null }, { push: true });
          }}
        >
          <PartyField name="a" label={say("timeline_a")} value={a} />
          <PartyField name="b" label={say("timeline_b")} value={b} />
          <button type="submit" class="button button-main">
            {say("apply")}
          </button>
          <Choice<By> label={say("timeline_by")} value={by} options={BYS.map((value) => ({ value, label: say(`by_${value}`) }))} onChoose={(value) => setQuery({ by: value, period: null })} />
        </form>
      </PageHead>
      {a ? <Drawn a={a} b={b} by={by} /> : <Start />}
    </>
  );
}

function Start() {
  const { say } = useSpeech();
  return (
    <>
      <Empty>{say("timeline_start")}</Empty>
      <Pairs />
    </>
  );
}

function Drawn({ a, b, by }: { a: string; b: string; by: By }) {
  const { query } = useHere();
  const { lang } = useSpeech();
  const asks = { a, b, by, lang };
  const question = { ...asks, since: query.get("since"), until: query.get("until") };
  const [asked, again] = useAsked(`timeline ${JSON.stringify(question)}`, () => api.timeline(question));
  return (
    <Shown asked={asked} again={again} lines={10}>
      {(timeline) => <Body timeline={timeline} by={by} asks={asks} />}
    </Shown>
  );
}

function Body({ timeline, by, asks }: { timeline: Timeline; by: By; asks: Record<string, string> }) {
  const { say } = useSpeech();
  const { query } = useHere();
  const chosen = query.get("period");
  const dated = timeline.periods.filter((one) => one.period !== null);
  const [range, zoom] = useZoomedDays(dated);
  const choose = (period: string | null) => setQuery({ period: period === chosen ? null : period });
  if (timeline.periods.length === 0) return <Empty>{say("timeline_none")}</Empty>;
  const names = timeline.parties.map((one) => one.name).join(" – ");
  return (
    <>
      <h2 class="parties-title">{names}</h2>
      {dated.length > 0 && <Chart periods={dated} by={by} chosen={chosen} onChoose={choose} range={range} onRange={zoom} />}
      <PeriodTable periods={timeline.periods} />
      <EventsOfTime key={`${chosen} ${by} ${names}`} asks={asks} periods={timeline.periods} chosen={chosen} range={range} onAll={() => choose(null)} />
    </>
  );
}

/** The days that are framed: those of the address, or those of the hand that moves the frame. */
function useZoomedDays(periods: readonly Period[]): [Range | null, (range: Range) => void] {
  const { query } = useHere();
  const days = daysIn(barsOf(periods));
  const first = periods[0]?.first_day ?? "";
  const asked = rangeOf(first, days, query.get("from"), query.get("to"));
  const [range, zoom] = useHeld<Range | null>(asked, (next) => next && setQuery(framed(first, days, next)));
  return [range && range[0] <= 0 && range[1] >= days ? null : range, zoom];
}
