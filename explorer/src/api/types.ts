/** What the routes of the API give (docs/api.md). What events are made of stands in records.ts. */
import type {
  Account,
  Actor,
  Contradiction,
  Day,
  Days,
  EventReport,
  Field,
  Mentioned,
  Plan,
  Precision,
  Report,
  Side,
  Span,
  Status,
  Summary,
  TwoTongues,
} from "./records";

export type * from "./records";

export interface Change {
  seq: number;
  at: string;
  kind: string;
  event_id: string;
  other_id: string | null;
  reports: string[];
  day?: Day | null;
}

export interface Judgement {
  id: string;
  kind: JudgementKind;
  field: string | null;
  value: string | null;
  editor: string | null;
  at: string;
  note: string | null;
  stands: string | null;
  texts?: (string | null)[] | null;
}

export type JudgementKind = "accept" | "reject" | "set" | "link" | "unlink";

export interface FullEvent extends Omit<Summary, "place" | "who" | "whom" | "contradictions" | "reports"> {
  views: Field[];
  contradictions: Contradiction[];
  sides?: Side[];
  accounts?: Account[];
  reports: EventReport[];
  plan?: Plan | null;
  changes?: Change[];
  judgements?: Judgement[];
}

export interface Why {
  event: string;
  join: number;
  reports: { id: string; bound_to: string | null; link: number | null; judgement: string | null }[];
}

export interface Claim {
  id: string;
  speakers: Mentioned[];
  cue: Span | null;
  content: Span;
  quoted: boolean;
  reports: string[];
}

export interface Paragraph {
  start: number;
  end: number;
  kind: string;
}

export interface Article {
  id: string;
  url: string | null;
  outlet: string | null;
  title: string | null;
  byline: string | null;
  published: string | null;
  language: string;
  text: string;
  paragraphs: Paragraph[];
}

export interface ArticleVersion {
  id: string;
  title?: string | null;
  published?: string | null;
  seen?: string | null;
  current?: boolean;
}

export interface ArticleRecord {
  article: Article;
  reports: Report[];
  claims: Claim[];
  events?: Record<string, string>;
  versions?: ArticleVersion[];
  superseded_by?: string | null;
  supersedes?: string | null;
}

export interface Hit {
  article: { id: string; title: string | null; outlet: string | null; published: string | null; url: string | null; language: string };
  sentence?: { start: number; end: number; text: string } | null;
  events?: string[];
}

export interface TimelineEvent extends Days {
  id: string;
  precision: string;
  type: string;
  mode: string | null;
  quad: number;
  score: number;
  status: Status;
  part: string;
  background: boolean;
  counted: boolean;
  who: string[];
  whom: string[];
  outlets: string[];
  sentence: TwoTongues;
}

export interface Period {
  period: string | null;
  first_day: Day | null;
  last_day: Day | null;
  cooperation_events: number;
  cooperation_score: number;
  conflict_events: number;
  conflict_score: number;
  planned: number;
  possible: number;
  denied: number;
  joint: number;
  background: number;
  background_cooperation_events: number;
  background_cooperation_score: number;
  background_conflict_events: number;
  background_conflict_score: number;
  events?: TimelineEvent[];
}

export interface Timeline {
  parties: { name: string; country: string | null; id: string | null }[];
  periods: Period[];
}

export interface ActorRow extends Actor {
  key: string;
  events: number;
}

export interface Partner {
  key: string;
  name: string;
  name_id: string | null;
  country: string | null;
  events: number;
  cooperation: number;
  conflict: number;
}

export interface Office {
  title?: string | null;
  name?: string | null;
  office?: string | null;
  of?: string | null;
  country?: string | null;
  since?: Day | null;
  until?: Day | null;
  start?: Day | null;
  end?: Day | null;
}

export interface ActorCard extends ActorRow {
  /** Of a country: everybody of it counts, not the state alone. */
  everybody: boolean;
  known: { offices: (string | Office)[]; aliases: string[] } | null;
  by_type: Record<string, number>;
  partners: Partner[];
  voices: number;
  first_day: Day | null;
  last_day: Day | null;
  outlets: { outlet: string | null; events: number }[];
}

export interface NetworkEdge {
  source: string;
  target: string;
  events: number;
  cooperation: number;
  conflict: number;
  first: Day | null;
  last: Day | null;
}

export interface Network {
  nodes: ActorRow[];
  edges: NetworkEdge[];
}

export interface MapPoint {
  latitude: number;
  longitude: number;
  name: string;
  country: string | null;
  precision: Precision;
  events: number;
  ids: string[];
}

export interface MapCountry {
  country: string;
  events: number;
  ids: string[];
}

export interface MapData {
  points: MapPoint[];
  countries: MapCountry[];
}

export interface Briefing {
  day: Day | null;
  new: Summary[];
  coming: Plan[];
  differ: Summary[];
}

export interface Judging {
  kind: JudgementKind;
  event?: string;
  report?: string;
  other?: string;
  field?: string;
  value?: string;
  note?: string;
  editor?: string;
}

export interface Judged {
  judgements: Judgement[];
  changes?: Change[];
  /** The events that the reports are part of now. */
  events?: string[];
}
