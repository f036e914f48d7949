/** The article beside the values, with the words lit that prove the chosen one. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { api } from "../../api/client";
import type { ArticleRecord, EventReport, FullEvent } from "../../api/types";
import { useAsked } from "../../api/use";
import { links } from "../../route/routes";
import { momentText } from "../../text/format";
import type { Mark } from "../../text/offsets";
import { useSpeech } from "../../ui/settings";
import { Shown } from "../../ui/state";
import { ArticleText } from "../../ui/text";
import { ValueText, fieldName } from "../../ui/values";
import { evidence, valueOf, type Lit } from "./evidence";

interface Props {
  event: FullEvent;
  lit: Lit | null;
  /** Whether the reader chose it, and may close it. */
  chosen: boolean;
  onLight: (lit: Lit | null) => void;
}

export function Words({ event, lit, chosen, onLight }: Props) {
  const { say } = useSpeech();
  const report = lit ? event.reports.find((one) => one.id === lit.report) : undefined;
  useEscape(chosen, () => onLight(null));
  return (
    <aside class={`words ${report ? "words-open" : ""}`} aria-label={say("words_title")}>
      {lit && report && <Lighted event={event} lit={lit} chosen={chosen} report={report} onLight={onLight} />}
    </aside>
  );
}

/** Listens as soon as the words are drawn: an effect after the paint would miss a key pressed at once. */
function useEscape(active: boolean, action: () => void): void {
  useLayoutEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) action();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

function Lighted({ event, lit, chosen, report, onLight }: Props & { lit: Lit; report: EventReport }) {
  const speech = useSpeech();
  const { say, lang } = speech;
  const [asked, again] = useAsked(`article ${report.article.id}`, () => api.article(report.article.id));
  const found = valueOf(event, lit);
  const article = report.article;
  return (
    <>
      <div class="words-head">
        <div class="words-value">
          {found && (
            <>
              <span class="quiet">{fieldName(speech, found.field)}: </span>
              <b>
                <ValueText field={found.field.field} value={found.value.value} />
              </b>
            </>
          )}
        </div>
        {chosen && (
          <button type="button" class="plain" aria-label={say("close")} onClick={() => onLight(null)}>
            ×
          </button>
        )}
      </div>
      {found && found.value.reports.length > 1 && <Steps lit={lit} reports={found.value.reports} onLight={onLight} />}
      <p class="words-source">
        <b>{article.outlet}</b> {momentText(article.published, lang)}{" "}
        <a href={links.article(article.id, report.id)}>{say("open_article")}</a>
      </p>
      <Shown asked={asked} again={again} class="words-shown">
        {(record) => <Text record={record} report={report} spans={found ? evidence(report, lit.field, found.value.value) : []} />}
      </Shown>
    </>
  );
}

function Steps({ lit, reports, onLight }: { lit: Lit; reports: readonly string[]; onLight: (lit: Lit) => void }) {
  const { say } = useSpeech();
  const at = reports.indexOf(lit.report);
  const step = (by: number) => {
    const next = reports[(at + by + reports.length) % reports.length];
    if (next) onLight({ ...lit, report: next });
  };
  return (
    <div class="words-steps">
      <button type="button" class="button" aria-label={say("previous")} onClick={() => step(-1)}>
        ‹
      </button>
      <span aria-live="polite">{say("words_of", { k: at + 1, n: reports.length })}</span>
      <button type="button" class="button" aria-label={say("next")} onClick={() => step(1)}>
        ›
      </button>
    </div>
  );
}

function Text({ record, report, spans }: { record: ArticleRecord; report: EventReport; spans: readonly { start: number; end: number }[] }) {
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const key = spans.map((one) => one.start).join() + report.id;
  useEffect(() => scrollToMark(box.current), [key, record]);
  const lit: Mark[] = spans.map((span) => ({ ...span, key: "lit" }));
  const marks: Mark[] = [...lit, { ...report.sentence, key: "sentence" }];
  return (
    <>
      {spans.length === 0 && <p class="quiet words-missing">{say("words_missing")}</p>}
      <div class="words-text" ref={box} tabIndex={0} role="region" aria-label={record.article.title ?? say("words_title")}>
        <ArticleText
          article={record.article}
          marks={marks}
          draw={(piece, at) =>
            piece.marks.some((mark) => mark.key === "lit") ? (
              <mark key={at} class="lit">
                {piece.text}
              </mark>
            ) : (
              <span key={at} class="in-sentence">
                {piece.text}
              </span>
            )
          }
        />
      </div>
    </>
  );
}

/** Brings the first lit words into the middle of their box, without moving the page. */
function scrollToMark(box: HTMLElement | null): void {
  const mark = box?.querySelector<HTMLElement>(".lit, .in-sentence");
  if (!box || !mark) return;
  const offset = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += offset - box.clientHeight / 3;
}
