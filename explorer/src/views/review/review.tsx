/** An editor's word: accept, reject, correct, take out, join. Only where the server allows it. */
import { useState } from "preact/hooks";
import { ApiError, judge, takeBack } from "../../api/client";
import type { FullEvent, Judged, Judgement, Judging } from "../../api/types";
import { go } from "../../route/router";
import { links } from "../../route/routes";
import { Section } from "../../ui/bits";
import { remember, remembered, useSpeech } from "../../ui/settings";
import { Correct } from "./correct";
import { Join } from "./join";
import { Judgements } from "./judgements";
import { Refused } from "./refused";

interface Props {
  event: FullEvent;
  again: () => void;
}

export type Send = (judging: Judging) => void;

export function ReviewSection({ event, again }: Props) {
  const { say } = useSpeech();
  const [target, setTarget] = useState("");
  const [editor, setEditor] = useState(remembered("editor") ?? "");
  const [note, setNote] = useState("");
  const [answer, setAnswer] = useState<"none" | "busy" | "done" | "gone" | "unsigned" | ApiError>("none");
  const [said, setSaid] = useState<readonly Judgement[]>([]); // of an event that is no more
  const after = (work: Promise<Judged>) => {
    setAnswer("busy");
    work.then(
      (judged) => {
        const now = judged.events ?? [];
        const gone = (judged.changes ?? []).some((one) => one.kind === "removed" && one.event_id === event.id);
        setTarget("");
        setAnswer(gone ? "gone" : "done");
        setSaid(gone ? judged.judgements : []);
        if (gone) return;
        if (now.length === 0 || now.includes(event.id)) again();
        else go(links.event(now[0] ?? event.id), { replace: true });
      },
      (error: unknown) => setAnswer(error instanceof ApiError ? error : new ApiError("broken", 0, "")),
    );
  };
  const send: Send = (judging) => {
    if (editor.trim() === "") return setAnswer("unsigned");
    remember("editor", editor.trim());
    const about = target ? { report: target } : { event: event.id };
    return after(judge({ ...about, ...judging, editor: editor.trim(), ...(note.trim() ? { note: note.trim() } : {}) }));
  };
  return (
    <Section title={say("review")} class="review">
      <div class="review-who">
        <label class="field">
          <span>{say("review_editor")}</span>
          <input type="text" value={editor} maxLength={80} autocomplete="name" onInput={(e) => setEditor(e.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{say("review_target")}</span>
          <select value={target} onChange={(e) => setTarget(e.currentTarget.value)}>
            <option value="">{say("review_whole")}</option>
            {event.reports.map((report) => (
              <option key={report.id} value={report.id}>
                {report.article.outlet}: {report.trigger.text}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{say("review_note")}</span>
          <input type="text" value={note} maxLength={500} onInput={(e) => setNote(e.currentTarget.value)} />
        </label>
      </div>
      <div class="review-acts">
        <button type="button" class="button button-main" onClick={() => send({ kind: "accept" })}>
          {say("review_accept")}
        </button>
        <button type="button" class="button" onClick={() => send({ kind: "reject" })}>
          {say("review_reject")}
        </button>
        {target !== "" && event.reports.length > 1 && (
          <button type="button" class="button" onClick={() => send({ kind: "unlink" })}>
            {say("review_unlink")}
          </button>
        )}
      </div>
      <Correct send={send} />
      <Join send={send} />
      <div aria-live="polite">
        {answer === "busy" && <p class="quiet">{say("loading")} …</p>}
        {answer === "done" && <p class="done">{say("review_done")}</p>}
        {answer === "gone" && <p class="done">{say("review_gone")}</p>}
        {answer === "unsigned" && <p class="warning">{say("review_needs_name")}</p>}
        {answer instanceof ApiError && <Refused error={answer} />}
      </div>
      <Judgements judgements={said.length > 0 ? said : (event.judgements ?? [])} onTakeBack={(id) => after(takeBack(id))} />
    </Section>
  );
}
