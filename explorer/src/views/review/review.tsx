/** An editor's word: accept, reject, correct, take out, join. Only where the server allows it. */
import { useRef, useState } from "preact/hooks";
import { ApiError, judge, takeBack } from "../../api/client";
import type { FullEvent, Judged, Judgement, Judging } from "../../api/types";
import { focusSoon } from "../../route/focus";
import { go, useHere } from "../../route/router";
import { links } from "../../route/routes";
import { Section } from "../../ui/bits";
import { remember, remembered, useSpeech } from "../../ui/settings";
import { Correct } from "./correct";
import { EditorField } from "./editor";
import { Join } from "./join";
import { Judgements } from "./judgements";
import { Refused } from "./refused";

interface Props {
  event: FullEvent;
  again: () => void;
}

export type Send = (judging: Judging) => void;

type Answer = "none" | "busy" | "done" | "undone" | "gone" | "unsigned" | ApiError;

/** What is to be said on the page of the event that the reports are part of now. */
let carried: { event: string; answer: Answer } | null = null;

function carry(event: string, answer: Answer): void {
  carried = { event, answer };
  go(links.event(event), { replace: true });
}

function carriedTo(event: string): Answer {
  const answer = carried?.event === event ? carried.answer : "none";
  carried = null;
  return answer;
}

export function ReviewSection({ event, again }: Props) {
  const { say, meta } = useSpeech();
  const { path } = useHere();
  const [target, setTarget] = useState("");
  const [editor, setEditor] = useState(remembered("editor") || meta?.editor || "");
  const [note, setNote] = useState("");
  const [answer, setAnswer] = useState<Answer>(() => carriedTo(event.id));
  const [said, setSaid] = useState<readonly Judgement[]>([]); // of an event that is no more
  const signature = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const after = (work: Promise<Judged>, done: "done" | "undone") => {
    setAnswer("busy");
    work.then(
      (judged) => {
        const now = judged.events ?? [];
        const gone = (judged.changes ?? []).some((one) => one.kind === "removed" && one.event_id === event.id);
        setTarget("");
        setAnswer(gone ? "gone" : done);
        if (done === "undone") focusSoon(() => box.current?.querySelector<HTMLElement>(".done"));
        setSaid(gone ? judged.judgements : []);
        if (gone) return;
        if (now.length === 0 || now.includes(event.id) || links.event(now[0] ?? "") === path) again();
        else carry(now[0] ?? event.id, done);
      },
      (error: unknown) => setAnswer(error instanceof ApiError ? error : new ApiError("broken", 0, "")),
    );
  };
  const sign = (name: string) => {
    setEditor(name);
    if (answer === "unsigned") setAnswer("none");
  };
  const send: Send = (judging) => {
    if (editor.trim() === "") {
      setAnswer("unsigned");
      return signature.current?.focus();
    }
    remember("editor", editor.trim() === meta?.editor ? "" : editor.trim()); // the server may have another one the next time
    const about = target ? { report: target } : { event: event.id };
    return after(judge({ ...about, ...judging, editor: editor.trim(), ...(note.trim() ? { note: note.trim() } : {}) }), "done");
  };
  return (
    <Section title={say("review")} class="review">
      <div class="review-who">
        <EditorField input={signature} value={editor} missing={answer === "unsigned"} onInput={sign} />
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
      <div aria-live="polite" ref={box}>
        {answer === "busy" && <p class="quiet">{say("loading")} …</p>}
        {answer === "done" && <p class="done">{say("review_done")}</p>}
        {answer === "undone" && <p class="done">{say("review_undone")}</p>}
        {answer === "gone" && <p class="done">{say("review_gone")}</p>}
        {answer instanceof ApiError && <Refused error={answer} />}
      </div>
      <Judgements judgements={said.length > 0 ? said : (event.judgements ?? [])} onTakeBack={(ids) => after(takeBack(ids), "undone")} />
    </Section>
  );
}
