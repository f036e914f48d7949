/** The keys and the words, in a dialog. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Word } from "../i18n/words";
import { remember, remembered, useSpeech } from "./settings";

const KEYS: readonly (readonly [string, Word])[] = [
  ["/", "key_search"],
  ["j k", "key_move"],
  ["Enter", "key_open"],
  ["n p", "key_value"],
  ["g b e c t a m", "key_go"],
  ["Esc", "key_close"],
  ["?", "key_help"],
];

const MEANINGS = ["word_source", "word_voice", "word_side", "word_status"] as const;

export function Help({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(remembered("keys") !== "off");
  useEffect(() => dialog.current?.showModal(), []);
  const turn = () => {
    remember("keys", on ? "off" : "on");
    setOn(!on);
  };
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <div class="help-head">
        <h2 id="help-title">{say("help")}</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {say("close")}
        </button>
      </div>
      <h3>{say("help_keys")}</h3>
      <dl class="keys">
        {KEYS.map(([keys, word]) => (
          <div key={word}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(word)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={on} onChange={turn} /> {say("keys_on")}
      </label>
      <h3>{say("help_words")}</h3>
      <ul class="meanings">
        {MEANINGS.map((word) => (
          <li key={word}>{say(word)}</li>
        ))}
      </ul>
    </dialog>
  );
}
