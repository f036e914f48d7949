/** Sentences or articles that have the words. */
import { api } from "../../api/client";
import type { Hit } from "../../api/types";
import { usePages } from "../../api/use";
import { setQuery, useHere } from "../../route/router";
import { links } from "../../route/routes";
import { momentText } from "../../text/format";
import { highlighted } from "../../text/find";
import { Choice, PageHead } from "../../ui/bits";
import { Filters, filtersOf, type Filter } from "../../ui/filters";
import { More } from "../../ui/more";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";

const NAMES: readonly Filter[] = ["language", "published_since", "published_until"];

export function SearchView() {
  const { say } = useSpeech();
  const { query } = useHere();
  const words = query.get("q") ?? "";
  const where = query.get("in") === "articles" ? "articles" : "sentences";
  useTitle(words || say("search"));
  return (
    <>
      <PageHead title={words ? `${say("search")}: ${words}` : say("search")} lead={words ? undefined : say("search_start")}>
        <div class="tools">
          <Choice
            label={say("search_in")}
            value={where}
            options={[
              { value: "sentences", label: say("search_sentences") },
              { value: "articles", label: say("search_articles") },
            ]}
            onChoose={(value) => setQuery({ in: value === "sentences" ? null : value }, { push: true })}
          />
          <Filters names={NAMES} />
        </div>
      </PageHead>
      {words && <Hits words={words} where={where} />}
    </>
  );
}

function Hits({ words, where }: { words: string; where: "sentences" | "articles" }) {
  const { say } = useSpeech();
  const { query } = useHere();
  const asks = { q: words, in: where, ...filtersOf(query, NAMES) };
  const pages = usePages(`search ${JSON.stringify(asks)}`, (cursor) => api.search({ ...asks, cursor }));
  return (
    <Shown asked={pages.asked} again={pages.again} lines={10}>
      {(hits) =>
        hits.length > 0 ? (
          <>
            <ol class="rows hits">
              {hits.map((hit) => (
                <HitRow key={`${hit.article.id} ${hit.sentence?.start ?? ""}`} hit={hit} words={words} />
              ))}
            </ol>
            <More more={pages.more} waiting={pages.loadingMore} error={pages.error} />
          </>
        ) : (
          <Empty>
            <p class="notice-title">{say("search_none")}</p>
            <p>{say("search_none_hint")}</p>
          </Empty>
        )
      }
    </Shown>
  );
}

function HitRow({ hit, words }: { hit: Hit; words: string }) {
  const { say, lang } = useSpeech();
  const { article, sentence } = hit;
  const events = hit.events ?? [];
  const title = article.title ?? say("untitled");
  const [first] = events;
  return (
    <li class="row">
      <a class="row-title hit-title" href={first ? links.event(first) : links.article(article.id)} data-entry lang={article.language}>
        {sentence ? highlighted(sentence.text, words).map((one, index) => (one.found ? <mark key={index}>{one.text}</mark> : one.text)) : title}
      </a>
      <p class="row-meta">
        <a href={links.article(article.id)} lang={sentence && sentence.text !== title ? article.language : undefined}>
          {sentence && sentence.text !== title ? title : say("open_article")}
        </a>
        <span>{article.outlet}</span>
        <span>{momentText(article.published, lang)}</span>
        {events.length > 0 && (
          <span>
            {say("search_events")}:{" "}
            {events.map((id, index) => (
              <a key={id} href={links.event(id)} class="event-link">
                {index + 1}
              </a>
            ))}
          </span>
        )}
      </p>
    </li>
  );
}
