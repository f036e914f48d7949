/** Beside the text: each statement and each event, in the order of the text. */
import type { ArticleRecord, Claim, Report } from "../../api/types";
import { links } from "../../route/routes";
import { whenText } from "../../text/format";
import { ActorName, PlaceName, StatusMark, TypeName } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";
import { cardsOf, type ArticleMark } from "./marks";

interface Props {
  record: ArticleRecord;
  chosen: string | null;
  onChoose: (mark: ArticleMark) => void;
}

export function Cards({ record, chosen, onChoose }: Props) {
  const { say } = useSpeech();
  return (
    <>
      <h2 class="cards-title">
        {say("article_claims")} · {say("article_reports")}
      </h2>
      <ol class="card-list">
        {cardsOf(record).map(({ report, claim }) => {
          const id = report?.id ?? claim?.id ?? "";
          const kind = report ? "report" : "claim";
          const span = report?.trigger ?? claim?.content ?? { start: 0, end: 0 };
          const choose = () => onChoose({ kind, id, part: report ? "trigger" : "content", chosen: id === chosen, key: id, start: span.start, end: span.end });
          return (
            <li key={id} class={`card card-${kind} ${id === chosen ? "card-chosen" : ""}`} data-card={id}>
              {report && <ReportCard report={report} event={record.events?.[report.id] ?? null} chosen={id === chosen} onChoose={choose} />}
              {claim && <ClaimCard claim={claim} language={record.article.language} chosen={id === chosen} onChoose={choose} />}
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface CardProps {
  chosen: boolean;
  onChoose: () => void;
}

function ReportCard({ report, event, chosen, onChoose }: CardProps & { report: Report; event: string | null }) {
  const { say, lang } = useSpeech();
  const sides = [report.actors, report.recipients].filter((some) => some.length > 0);
  return (
    <>
      <button type="button" class="card-choose" aria-pressed={chosen} onClick={onChoose}>
        <TypeName type={report.type} mode={report.mode} />
        <StatusMark status={report.status} />
      </button>
      <p class="card-line">
        {sides.map((some, side) => (
          <span key={side}>
            {side > 0 && <span aria-hidden="true"> → </span>}
            {some.map((one, index) => (
              <span key={index}>
                {index > 0 && ", "}
                <ActorName actor={one} />
              </span>
            ))}
          </span>
        ))}
        {report.time && whenText(report.time, lang) && <span class="quiet"> {whenText(report.time, lang)}</span>}
        {report.place && (
          <span class="quiet">
            {" "}
            <PlaceName place={report.place} />
          </span>
        )}
      </p>
      <p class="card-to">
        {event ? (
          <a href={links.event(event)} data-entry>
            {say("event_open")}
          </a>
        ) : (
          <span class="quiet">{say("no_event")}</span>
        )}
      </p>
    </>
  );
}

function ClaimCard({ claim, language, chosen, onChoose }: CardProps & { claim: Claim; language: string }) {
  const speech = useSpeech();
  const speakers = claim.speakers.map((one) => speech.actor(one)).join(" › ");
  return (
    <>
      <button type="button" class="card-choose" aria-pressed={chosen} onClick={onChoose}>
        <b>{speakers || speech.say("own_voice")}</b>
        <span class="quiet">{speech.say(claim.quoted ? "quoted" : "paraphrased")}</span>
      </button>
      <p class="card-said" lang={language}>
        {claim.quoted ? <q>{claim.content.text}</q> : claim.content.text}
      </p>
    </>
  );
}
