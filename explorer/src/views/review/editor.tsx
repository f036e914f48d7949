/** Who judges; where a judgement is not signed, that is said here. */
import type { RefObject } from "preact";
import { useSpeech } from "../../ui/settings";

interface Props {
  input: RefObject<HTMLInputElement | null>;
  value: string;
  /** Whether a judgement was asked for without a name. */
  missing: boolean;
  onInput: (name: string) => void;
}

const MISSING = "review-editor-missing";

export function EditorField({ input, value, missing, onInput }: Props) {
  const { say } = useSpeech();
  return (
    <div>
      <label class="field">
        <span>{say("review_editor")}</span>
        <input
          type="text"
          ref={input}
          value={value}
          maxLength={80}
          autocomplete="name"
          aria-invalid={missing}
          aria-describedby={missing ? MISSING : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
      {missing && (
        <p id={MISSING} class="warning" role="alert">
          {say("review_needs_name")}
        </p>
      )}
    </div>
  );
}
