/** Which words of an article stand for what. */
import type { ArticleRecord, Claim, Report, Span } from "../../api/types";
import type { Mark } from "../../text/offsets";

export type Part = "trigger" | "sentence" | "role" | "content" | "cue" | "speaker";

export interface ArticleMark extends Mark {
  kind: "report" | "claim";
  id: string;
  part: Part;
  chosen: boolean;
}

/** Triggers of all reports and contents of all claims; of the chosen one every span. */
export function marksOf(record: ArticleRecord, chosen: string | null): ArticleMark[] {
  return [
    ...record.claims.flatMap((claim) => claimMarks(claim, claim.id === chosen)),
    ...record.reports.flatMap((report) => reportMarks(report, report.id === chosen)),
  ];
}

function reportMarks(report: Report, chosen: boolean): ArticleMark[] {
  const trigger = mark("report", report.id, "trigger", report.trigger, chosen);
  if (!chosen) return [trigger];
  const roles = [
    ...[...report.actors, ...report.recipients].map((one) => one.mention),
    report.time?.said,
    report.place?.mention,
    ...report.quantities.map((one) => one.mention),
  ];
  return [trigger, ...some(roles).map((span) => mark("report", report.id, "role", span, true)), mark("report", report.id, "sentence", report.sentence, true)];
}

function claimMarks(claim: Claim, chosen: boolean): ArticleMark[] {
  const content = mark("claim", claim.id, "content", claim.content, chosen);
  if (!chosen) return [content];
  const speakers = some(claim.speakers.map((one) => one.mention)).map((span) => mark("claim", claim.id, "speaker", span, true));
  return [content, ...speakers, ...some([claim.cue]).map((span) => mark("claim", claim.id, "cue", span, true))];
}

function some(spans: readonly (Span | null | undefined)[]): Span[] {
  return spans.filter((span): span is Span => span !== null && span !== undefined);
}

function mark(kind: ArticleMark["kind"], id: string, part: Part, span: Span, chosen: boolean): ArticleMark {
  return { kind, id, part, chosen, start: span.start, end: span.end, key: `${kind} ${id} ${part}` };
}

export interface Card {
  kind: "report" | "claim";
  at: number;
  report?: Report;
  claim?: Claim;
}

/** Reports and claims in the order in which the text has them. */
export function cardsOf(record: ArticleRecord): Card[] {
  const reports: Card[] = record.reports.map((report) => ({ kind: "report", at: report.trigger.start, report }));
  const claims: Card[] = record.claims.map((claim) => ({ kind: "claim", at: claim.content.start, claim }));
  return [...reports, ...claims].sort((a, b) => a.at - b.at);
}
