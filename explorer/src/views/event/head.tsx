/** The event in one sentence, and how well it is attested. */
import type { FullEvent } from "../../api/types";
import { dayText, stretch } from "../../text/format";
import { StatusMark, Strength, TypeName } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";

export function EventHead({ event }: { event: FullEvent }) {
  const { both, say, lang } = useSpeech();
  const [first, last] = [event.first_published, event.last_published];
  return (
    <header class="page-head event-head">
      <p class="kicker row-meta">
        <TypeName type={event.type} mode={event.mode} />
        <StatusMark status={event.status} />
        <span class="when">{event.day ? stretch(event.day, event.last_day, lang, "long") : say("undated")}</span>
      </p>
      <h1>{both(event.sentence)}</h1>
      <p class="lead">
        <Strength known={event.corroboration} />: {event.corroboration.outlets.join(", ")}
        {first && last && first !== last && `; ${say("published_range", { first: dayText(first, lang), last: dayText(last, lang) })}`}
        {first && (!last || first === last) && `; ${say("published", { day: dayText(first, lang) })}`}
      </p>
    </header>
  );
}
