/** The next page of a list: the focus goes on to its first entry. What fails is told, and can be tried again. */
import type { ApiError } from "../api/client";
import { focusNew } from "../route/focus";
import { useSpeech } from "./settings";
import { Failure } from "./state";

interface Props {
  more: (() => void) | null;
  waiting: boolean;
  error?: ApiError | null;
}

export function More({ more, waiting, error = null }: Props) {
  const { say } = useSpeech();
  if (!more) return null;
  const ask = () => {
    if (!waiting) focusNew("main a[data-entry]", more);
  };
  return (
    <>
      {error && !waiting && <Failure error={error} />}
      <button type="button" class="button more" aria-disabled={waiting} onClick={ask}>
        {waiting ? `${say("loading")} …` : say(error ? "again" : "more")}
      </button>
    </>
  );
}
