/** What editors said of these reports, and taking it back. */
import type { Judgement } from "../../api/types";
import { momentText } from "../../text/format";
import { useSpeech } from "../../ui/settings";

export function Judgements(props: { judgements: readonly Judgement[]; onTakeBack: (id: string) => void }) {
  const { say, kind, lang } = useSpeech();
  if (props.judgements.length === 0) return null;
  return (
    <>
      <h3>{say("review_list")}</h3>
      <ul class="judgements">
        {props.judgements.map((one) => (
          <li key={one.id}>
            <b>{kind("judged", one.kind)}</b> {one.field && `${one.field} = ${one.value ?? ""}`} <Texts texts={one.texts ?? []} /> {one.editor}, {momentText(one.at, lang)}{" "}
            {one.note && <q>{one.note}</q>}{" "}
            <button type="button" class="link" onClick={() => props.onTakeBack(one.id)}>
              {say("review_undo")}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The words that a judgement is about. */
function Texts({ texts }: { texts: readonly (string | null)[] }) {
  const known = texts.filter((text): text is string => text !== null);
  return (
    <>
      {known.map((text, index) => (
        <span key={index}>
          {index > 0 && " + "}
          <q>{text}</q>
        </span>
      ))}
    </>
  );
}
