/** Cooperation to the right, conflict to the left, each with its sum in figures. */
import { number } from "../text/format";
import { useSpeech } from "./settings";

export function Balance({ cooperation, conflict, most }: { cooperation: number; conflict: number; most: number }) {
  const { say, lang } = useSpeech();
  const against = Math.abs(conflict);
  const figure = (score: number) => number(score, lang, Math.abs(score) >= 100 ? 0 : 1);
  const share = (score: number) => `${Math.round((score / most) * 100)}%`;
  return (
    <span class="balance" title={`${say("conflict")} ${number(-against, lang)}, ${say("cooperation")} ${number(cooperation, lang)}`}>
      <span class="balance-figure">{against > 0 ? figure(-against) : ""}</span>
      <span class="balance-half balance-left">
        <span class="balance-conf" style={{ width: share(against) }} />
      </span>
      <span class="balance-half">
        <span class="balance-coop" style={{ width: share(cooperation) }} />
      </span>
      <span class="balance-figure">{cooperation > 0 ? `+${figure(cooperation)}` : ""}</span>
    </span>
  );
}
