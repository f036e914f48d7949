/** The next page of a list. */
import { useSpeech } from "./settings";

export function More({ more, waiting }: { more: (() => void) | null; waiting: boolean }) {
  const { say } = useSpeech();
  if (!more) return null;
  return (
    <button type="button" class="button more" disabled={waiting} onClick={more}>
      {waiting ? `${say("loading")} …` : say("more")}
    </button>
  );
}
