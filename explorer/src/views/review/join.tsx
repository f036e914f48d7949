/** Saying that two events are one. */
import { useState } from "preact/hooks";
import { useSpeech } from "../../ui/settings";
import { pastedId } from "./pasted";
import type { Send } from "./review";

export function Join({ send }: { send: Send }) {
  const { say } = useSpeech();
  const [text, setText] = useState("");
  const other = pastedId(text);
  return (
    <form
      class="review-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (other) send({ kind: "link", other });
      }}
    >
      <label class="field field-wide">
        <span>{say("review_link_hint")}</span>
        <input type="text" value={text} maxLength={300} placeholder="evt-…" onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" disabled={other === null}>
        {say("review_link")}
      </button>
    </form>
  );
}
