/** What binds the reports of an event; asked for only when it is opened. */
import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { EventReport, FullEvent, Why } from "../../api/types";
import { useAsked } from "../../api/use";
import { number } from "../../text/format";
import { Folded } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";
import { Shown } from "../../ui/state";

export function WhySection({ event }: { event: FullEvent }) {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  const [asked, again] = useAsked(open ? `why ${event.id}` : null, () => api.why(event.id));
  if (event.reports.length < 2) return null;
  return (
    <Folded class="section-fold" summary={say("why_title")} open={open} onOpen={() => setOpen(true)}>
      {open && (
        <Shown asked={asked} again={again} lines={event.reports.length}>
          {(why) => <Bonds why={why} event={event} />}
        </Shown>
      )}
    </Folded>
  );
}

function Bonds({ why, event }: { why: Why; event: FullEvent }) {
  const { say, lang, kind } = useSpeech();
  const report = (id: string | null) => event.reports.find((one) => one.id === id);
  return (
    <>
      <p class="quiet">{say("why_hint", { join: number(why.join, lang, 2) })}</p>
      <table class="bonds">
        <tbody>
          {why.reports.map((bond) => {
            const [one, other] = [report(bond.id), report(bond.bound_to)];
            return (
              <tr key={bond.id}>
                <th scope="row">{one ? <Words report={one} /> : bond.id}</th>
                <td>{other ? <>{say("why_bound", { name: other.article.outlet ?? "" })}: <Words report={other} short /></> : say("why_alone")}</td>
                <td class="bond">
                  {bond.link !== null && (
                    <>
                      <meter min={0} max={1} value={bond.link} aria-label={say(strength(bond.link))} /> {number(bond.link, lang, 2)}{" "}
                      <span class="quiet">{say(strength(bond.link))}</span>
                    </>
                  )}
                  {bond.judgement && <span class="badge">{kind("judged", bond.judgement)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function strength(link: number): "link_strong" | "link_fair" | "link_weak" {
  if (link >= 0.6) return "link_strong";
  return link >= 0.3 ? "link_fair" : "link_weak";
}

function Words({ report, short = false }: { report: EventReport; short?: boolean }) {
  return (
    <>
      {!short && `${report.article.outlet ?? ""}: `}
      <q lang={report.article.language}>{report.trigger.text}</q>
    </>
  );
}
