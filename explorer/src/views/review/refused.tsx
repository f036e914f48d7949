/** Why a judgement was not kept, in words of the interface; what the server says of the case stands below. */
import type { ApiError } from "../../api/client";
import type { Word } from "../../i18n/words";
import { useSpeech } from "../../ui/settings";
import { Failure } from "../../ui/state";

const WORDS: Record<string, Word> = { not_found: "review_unknown", bad_request: "review_impossible" };

export function Refused({ error }: { error: ApiError }) {
  const { say } = useSpeech();
  const word = WORDS[error.code];
  if (!word) return <Failure error={error} />;
  return (
    <div class="notice notice-error" role="alert">
      <p class="notice-title">{say("review_refused")}</p>
      <p>{say(word)}</p>
      {error.code === "bad_request" && <p class="quiet">{error.message}</p>}
    </div>
  );
}
