/** What became of the event in this store. */
import type { FullEvent } from "../../api/types";
import { links } from "../../route/routes";
import { momentText } from "../../text/format";
import { Folded } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";

export function Changes({ event }: { event: FullEvent }) {
  const { say, kind, lang } = useSpeech();
  const changes = event.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <Folded class="section-fold" summary={say("changes_title")}>
      <ol class="changes">
        {changes.map((change) => (
          <li key={change.seq}>
            <span class="step-day">{momentText(change.at, lang)}</span> <b>{kind("change", change.kind)}</b>{" "}
            <span class="quiet">{say("n_reports", { n: change.reports.length })}</span>{" "}
            {change.other_id && <a href={links.event(change.other_id)}>{change.other_id}</a>}
          </li>
        ))}
      </ol>
    </Folded>
  );
}
