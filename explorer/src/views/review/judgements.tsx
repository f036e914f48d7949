/** What editors said of these reports, and taking it back. */
import { Fragment } from "preact";
import type { Judgement } from "../../api/types";
import { momentText } from "../../text/format";
import { useSpeech } from "../../ui/settings";
import { actsOf } from "./acts";
import { fieldLabel, valueLabel } from "./fields";

export function Judgements(props: { judgements: readonly Judgement[]; onTakeBack: (ids: readonly string[]) => void }) {
  const speech = useSpeech();
  const { say, kind, lang } = speech;
  if (props.judgements.length === 0) return null;
  return (
    <>
      <h3>{say("review_list")}</h3>
      <ul class="judgements">
        {actsOf(props.judgements).map((one) => (
          <li key={one.ids[0]}>
            <b>{kind("judged", one.kind)}</b> {one.field && `${fieldLabel(speech, one.field)}: ${valueLabel(speech, one.field, one.value ?? "")}`} <Texts texts={one.texts} />{" "}
            {one.editor}, {momentText(one.at, lang)} {one.note && <q>{one.note}</q>}{" "}
            <button type="button" class="link" onClick={() => props.onTakeBack(one.ids)}>
              {say("review_undo")}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The words that it is about. */
function Texts({ texts }: { texts: readonly string[] }) {
  return (
    <>
      {texts.map((text, index) => (
        <Fragment key={index}>
          {index > 0 && " + "}
          <q>{text}</q>
        </Fragment>
      ))}
    </>
  );
}
