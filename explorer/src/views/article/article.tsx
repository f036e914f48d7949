/** One article: its text, the words that tell events, who says what. */
import { useEffect, useMemo } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { api } from "../../api/client";
import type { ArticleRecord } from "../../api/types";
import { useAsked } from "../../api/use";
import { setQuery, useHere } from "../../route/router";
import { links } from "../../route/routes";
import { momentText } from "../../text/format";
import { ArticleText, Marks } from "../../ui/text";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { CodePoints, type Piece } from "../../text/offsets";
import { Cards } from "./cards";
import { marksOf, type ArticleMark } from "./marks";

export function ArticleView({ id }: { id: string }) {
  const [asked, again] = useAsked(`article ${id}`, () => api.article(id));
  return (
    <Shown asked={asked} again={again} lines={16} whole>
      {(record) => <Body record={record} />}
    </Shown>
  );
}

function Body({ record }: { record: ArticleRecord }) {
  const { say } = useSpeech();
  const { query } = useHere();
  const chosen = query.get("report") ?? query.get("claim");
  useTitle(record.article.title ?? say("untitled"));
  useEffect(() => show(chosen), [chosen, record]);
  const choose = (mark: ArticleMark) => setQuery({ report: null, claim: null, [mark.kind]: mark.id === chosen ? null : mark.id });
  const title = record.article.paragraphs.find((one) => one.kind === "title");
  const text = useMemo(() => new CodePoints(record.article.text), [record.article.text]);
  const drawn = {
    marks: marksOf(record, chosen),
    draw: (piece: Piece<ArticleMark>, key: string) => <Marked key={key} marks={piece.marks} text={piece.text} onChoose={choose} />,
  };
  const nothing = record.reports.length + record.claims.length === 0;
  return (
    <article class="article">
      <Head record={record}>{title ? <Marks {...drawn} text={text} within={title} /> : record.article.title ?? say("untitled")}</Head>
      <div class="event-body">
        <div class="article-text">
          <ArticleText {...drawn} article={record.article} without={title} />
        </div>
        <aside class="cards" aria-label={say("article_claims")}>
          {nothing ? <Empty>{say("article_nothing")}</Empty> : <Cards record={record} chosen={chosen} onChoose={choose} />}
        </aside>
      </div>
    </article>
  );
}

function Head({ record, children }: { record: ArticleRecord; children: ComponentChildren }) {
  const { say, lang, kind } = useSpeech();
  const { article } = record;
  const versions = record.versions ?? [];
  return (
    <header class="page-head">
      <p class="kicker">
        {article.outlet} · {momentText(article.published, lang)} · {kind("lang", article.language)}
      </p>
      <h1 lang={article.language}>{children}</h1>
      <p class="row-meta">
        {article.byline && <span>{say("article_by", { name: article.byline })}</span>}
        {article.url && /^https?:\/\//i.test(article.url) && (
          <a href={article.url} target="_blank" rel="noreferrer noopener">
            {say("original")} <span aria-hidden="true">↗</span>
          </a>
        )}
        <span class="quiet">{say("article_hint")}</span>
      </p>
      {record.superseded_by && (
        <p class="banner">
          {say("article_old")} <a href={links.article(record.superseded_by)}>{say("open_article")}</a>
        </p>
      )}
      {versions.length > 1 && (
        <p class="row-meta">
          <span>{say("article_versions")}:</span>
          {versions.map((version) => (
            <a key={version.id} href={links.article(version.id)} aria-current={version.id === article.id ? "page" : undefined}>
              {momentText(version.published ?? version.seen ?? null, lang) || version.id}
            </a>
          ))}
        </p>
      )}
    </header>
  );
}

/** A piece of text with what it is part of. The chosen one is lit; others only underlined or shaded. */
function Marked({ marks, text, onChoose }: { marks: readonly ArticleMark[]; text: string; onChoose: (mark: ArticleMark) => void }) {
  const trigger = marks.find((mark) => mark.part === "trigger");
  const classes = ["mark", ...marks.map((mark) => `mark-${mark.part}${mark.chosen ? "-chosen" : ""}`)];
  const mine = trigger ?? marks.find((mark) => mark.part === "content") ?? marks[0];
  const named = [...new Set(classes)].join(" ");
  if (!mine) return <>{text}</>;
  if (trigger && mine.kind === "report") {
    return (
      <span class={named} data-mark={trigger.id} role="button" tabIndex={0} aria-pressed={trigger.chosen} onClick={() => onChoose(trigger)} onKeyDown={onPress(() => onChoose(trigger))}>
        {text}
      </span>
    );
  }
  return (
    <span class={named} data-mark={mine.id}>
      {text}
    </span>
  );
}

/** Words in a running text break over lines, which a button element can not. */
function onPress(action: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    action();
  };
}

function show(id: string | null): void {
  if (!id) return;
  document.querySelector(`[data-mark="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
  const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
  const cards = card?.closest<HTMLElement>(".cards");
  if (card && cards) cards.scrollTop += card.getBoundingClientRect().top - cards.getBoundingClientRect().top - 40;
}
