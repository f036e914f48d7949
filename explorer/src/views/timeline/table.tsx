/** The same as the chart, in figures. */
import { useState } from "preact/hooks";
import type { Period } from "../../api/types";
import { number } from "../../text/format";
import { Folded } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";

export function PeriodTable({ periods }: { periods: readonly Period[] }) {
  const { say, lang, kind } = useSpeech();
  const [open, setOpen] = useState(false);
  const sum = (score: number, events: number) => (events > 0 ? `${number(score, lang)} (${events})` : "");
  const count = (n: number) => (n > 0 ? String(n) : "");
  return (
    <Folded summary={say("timeline_table")} class="chart-table" open={open} onOpen={() => setOpen(true)}>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={say("timeline_table")}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{say("timeline_period")}</th>
              <th scope="col">{say("cooperation")}</th>
              <th scope="col">{say("conflict")}</th>
              {(["planned", "possible", "denied"] as const).map((one) => (
                <th key={one} scope="col">
                  {kind("status", one)}
                </th>
              ))}
              <th scope="col">{say("timeline_joint")}</th>
              <th scope="col">{say("background")}</th>
            </tr>
          </thead>
          <tbody>
            {(open ? periods : []).map((one) => (
              <tr key={one.period ?? ""}>
                <th scope="row">{one.period ?? say("undated")}</th>
                <td>{sum(one.cooperation_score, one.cooperation_events)}</td>
                <td>{sum(one.conflict_score, one.conflict_events)}</td>
                <td>{count(one.planned)}</td>
                <td>{count(one.possible)}</td>
                <td>{count(one.denied)}</td>
                <td>{count(one.joint)}</td>
                <td>{count(one.background)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Folded>
  );
}
