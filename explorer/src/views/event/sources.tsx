/** The reports in their own words; copies of one text are folded under the first. */
import type { EventReport, FullEvent } from "../../api/types";
import { links } from "../../route/routes";
import { momentText } from "../../text/format";
import { CodePoints } from "../../text/offsets";
import { Folded, Section } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";
import { byText, type Group, type Lit } from "./evidence";

interface Props {
  event: FullEvent;
  onLight: (lit: Lit) => void;
}

export function Sources({ event, onLight }: Props) {
  const { say } = useSpeech();
  return (
    <Section title={say("sources")} hint={say("sources_hint")}>
      <ol class="sources">
        {byText(event.reports).map((group) => (
          <Source key={group.first.id} group={group} onLight={onLight} />
        ))}
      </ol>
    </Section>
  );
}

function Source({ group, onLight }: { group: Group; onLight: Props["onLight"] }) {
  const { say, actor } = useSpeech();
  const { first, copies } = group;
  const names = [...new Set(copies.map((one) => one.article.outlet ?? ""))].join(", ");
  return (
    <li class="source">
      <SourceLine report={first} />
      <blockquote lang={first.article.language}>
        <Said report={first} />
      </blockquote>
      <p class="row-meta">
        <span>
          {first.attribution.length > 0
            ? say("according_to", { names: first.attribution.map((voice) => actor(voice.actor)).join(" › ") })
            : say("own_voice")}
        </span>
        <button type="button" class="link" onClick={() => onLight({ field: "what", report: first.id })}>
          {say("show_words")}
        </button>
        <a href={links.article(first.article.id, first.id)}>{say("open_article")}</a>
        {first.article.url && isWeb(first.article.url) && (
          <a href={first.article.url} target="_blank" rel="noreferrer noopener">
            {say("original")} <span aria-hidden="true">↗</span>
          </a>
        )}
      </p>
      {copies.length > 0 && (
        <Folded class="copies-folded" summary={`${say("also_at", { names })} (${say("copies_folded", { n: copies.length })})`}>
          {copies.map((copy) => (
            <SourceLine key={copy.id} report={copy} linked />
          ))}
        </Folded>
      )}
    </li>
  );
}

/** Only addresses of the web become links: an article's address is untrusted. */
function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function SourceLine({ report, linked = false }: { report: EventReport; linked?: boolean }) {
  const { lang, kind, say } = useSpeech();
  const { article } = report;
  const title = article.title ?? say("untitled");
  return (
    <p class="source-line">
      <b>{article.outlet}</b> <span class="quiet">{momentText(article.published, lang)}, {kind("lang", article.language)}</span>
      <br />
      <span lang={article.language}>{linked ? <a href={links.article(article.id, report.id)}>{title}</a> : title}</span>
    </p>
  );
}

/** The sentence with the words that tell the event. */
function Said({ report }: { report: EventReport }) {
  const { sentence, trigger } = report;
  const text = new CodePoints(sentence.text ?? "");
  const [start, end] = [trigger.start - sentence.start, trigger.end - sentence.start];
  return (
    <>
      {text.slice(0, start)}
      <mark class="trigger">{text.slice(start, end)}</mark>
      {text.slice(end, text.length)}
    </>
  );
}
