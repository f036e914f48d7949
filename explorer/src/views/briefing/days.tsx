/** Choosing the day of a briefing. */
import { go } from "../../route/router";
import { links, to } from "../../route/routes";
import { useHere } from "../../route/router";
import { addDays, dayText, isDay } from "../../text/format";
import { useSpeech } from "../../ui/settings";

export function DayPicker({ day }: { day: string }) {
  const { say, lang } = useSpeech();
  const days = useHere().query.get("days");
  const address = (other: string) => to(links.day(other), { days });
  const [before, after] = [addDays(day, -1), addDays(day, 1)];
  return (
    <div class="days">
      <a class="button" data-stay href={address(before)} aria-label={`${say("day_before")}: ${dayText(before, lang)}`}>
        <span aria-hidden="true">‹</span>
      </a>
      <input
        type="date"
        aria-label={say("day")}
        value={day}
        onChange={(event) => isDay(event.currentTarget.value) && go(address(event.currentTarget.value), { keepFocus: true })}
      />
      <a class="button" data-stay href={address(after)} aria-label={`${say("day_after")}: ${dayText(after, lang)}`}>
        <span aria-hidden="true">›</span>
      </a>
    </div>
  );
}
