/** What an actor took part in, or what two did to one another, over time. */
import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Timeline } from "../../api/types";
import { useAsked } from "../../api/use";
import { setQuery, useHere } from "../../route/router";
import { Choice, PageHead } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { Chart } from "./chart";
import { EventsOfTime } from "./events";
import { Pairs } from "./pairs";
import { PartyField } from "./party";
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
            setQuery({ a: text("a"), b: text("b"), period: null }, { push: true });
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
  const asks = { a, b, by };
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
  const [shown, setShown] = useState<[number, number] | null>(null);
  const chosen = query.get("period");
  const dated = timeline.periods.filter((one) => one.period !== null);
  const choose = (period: string | null) => setQuery({ period: period === chosen ? null : period });
  if (timeline.periods.length === 0) return <Empty>{say("timeline_none")}</Empty>;
  const names = timeline.parties.map((one) => one.name).join(" – ");
  return (
    <>
      <h2 class="parties-title">{names}</h2>
      {dated.length > 0 && <Chart key={`${names} ${by}`} periods={dated} by={by} chosen={chosen} onChoose={choose} onRange={setShown} />}
      <PeriodTable periods={timeline.periods} />
      <EventsOfTime key={`${chosen} ${by} ${names}`} asks={asks} periods={timeline.periods} chosen={chosen} range={shown} onAll={() => choose(null)} />
    </>
  );
}
