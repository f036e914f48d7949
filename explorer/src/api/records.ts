/** What the API gives (docs/api.md). All offsets are code points of `article.text`, the end exclusive. */

export type Status = "occurred" | "ongoing" | "planned" | "possible" | "denied";
export type Salience = "main" | "secondary" | "background";
export type FieldName = "what" | "status" | "when" | "where" | "who" | "whom" | "figures";
export type Standing = "single" | "agreed" | "differs" | "contradicted" | "rising" | "history";
export type Precision = "point" | "admin" | "region" | "country";
export type Outcome = "ahead" | "moved" | "overdue" | "occurred" | "cancelled" | "undated";
/** A day, as 2025-08-14. */
export type Day = string;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface TwoTongues {
  en: string;
  id: string;
}

export interface Span {
  start: number;
  end: number;
  text?: string;
}

export interface Mode {
  mode: string;
  name: TwoTongues;
  score: number;
}

export interface EventType {
  type: string;
  name: TwoTongues;
  quad: number;
  score: number;
  modes: (string | Mode)[];
}

export interface Country {
  code: string;
  name: string;
  name_id: string | null;
}

export interface Meta {
  version: string;
  articles: number;
  events: number;
  reports: number;
  claims: number;
  first_day: Day | null;
  last_day: Day | null;
  last_change: string | null;
  editable: boolean;
  /** Who judges where a judgement names nobody. */
  editor: string | null;
  settling?: boolean;
  languages: string[];
  types: EventType[];
  /** Those that take part in a report. */
  countries: Country[];
  /** All that Kawat knows. */
  country_names: Country[];
}

export interface Named {
  id?: string | null;
  name: string;
  name_id?: string | null;
  country?: string | null;
}

export interface Actor extends Named {
  kind?: string;
  sector?: string | null;
}

export interface Place {
  name: string;
  country: string | null;
  latitude?: number | null;
  longitude?: number | null;
  precision?: Precision | null;
}

export interface Corroboration {
  outlets: string[];
  independent: number;
  voices: number;
  copies: number;
}

export interface Summary {
  id: string;
  type: string;
  mode: string | null;
  status: Status;
  salience: Salience;
  day: Day | null;
  last_day: Day | null;
  symmetric: boolean;
  sentence: TwoTongues;
  place: Place | null;
  who: Actor[];
  whom: Actor[];
  corroboration: Corroboration;
  contradictions: FieldName[];
  first_published: Day | null;
  last_published: Day | null;
  reports: number;
}

export interface WhatValue {
  type: string;
  mode: string | null;
}
export interface StatusValue {
  status: Status;
}
export interface WhenValue {
  start: Day | null;
  end: Day | null;
  granularity: string;
}
export interface FigureValue {
  value: number | null;
  min: number | null;
  max: number | null;
  approximate: boolean;
  unit: string;
  what: string;
}
export type AnyValue = WhatValue | StatusValue | WhenValue | Place | Actor | FigureValue;

export interface Value {
  value: AnyValue;
  reports: string[];
  outlets: string[];
  voices: Actor[][];
  independent: number;
  first_published: Day | null;
  last_published: Day | null;
}

export interface Field {
  field: FieldName;
  counted: string | null;
  unit: string | null;
  standing: Standing;
  values: Value[];
  clashes: [number, number][];
}

export interface Contradiction {
  field: FieldName;
  counted: string | null;
  unit: string | null;
  values: Value[];
}

export interface Side {
  country: string;
  silent: boolean;
  independent: number;
  reports: string[];
  left_out: string[];
  untold: { id: string; type: string; told_by: string; sentence: TwoTongues }[];
}

export interface Account {
  kind: "side" | "voice" | "outlet";
  country: string | null;
  voices: Actor[][];
  outlets: string[];
  also_at: string[];
  reports: string[];
  views: Field[];
}

export interface Mentioned extends Actor {
  mention: Span | null;
  resolved_by?: string | null;
}

export interface ReportTime {
  start: Day | null;
  end: Day | null;
  granularity: string;
  said: Span | null;
}

export interface ReportPlace extends Place {
  mention: Span | null;
}

export interface ReportFigure extends FigureValue {
  mention: Span | null;
}

export interface Attribution {
  actor: Mentioned;
  cue: Span | null;
}

export interface Report {
  id: string;
  type: string;
  mode: string | null;
  contexts: string[];
  status: Status;
  salience: Salience;
  trigger: Span;
  sentence: Span;
  actors: Mentioned[];
  recipients: Mentioned[];
  symmetric: boolean;
  time: ReportTime | null;
  place: ReportPlace | null;
  quantities: ReportFigure[];
  attribution: Attribution[];
  confidence: number;
}

export interface ReportArticle {
  id: string;
  source_file?: string | null;
  url: string | null;
  outlet: string | null;
  title: string | null;
  language: string;
  published: string | null;
  copy_of: string | null;
}

export interface EventReport extends Report {
  article: ReportArticle;
}

export interface Source {
  outlet: string | null;
  voices: string[];
  words: string;
  sentence: string;
  published: Day | null;
  url: string | null;
  report: string;
  article: string;
}

export interface Days {
  day: Day | null;
  last_day: Day | null;
}

export interface Move {
  from: Days;
  to: Days;
  published: Day | null;
  sources: Source[];
}

export interface Step extends Days {
  published: Day | null;
  status: Status;
  precision: string;
  sources: Source[];
}

export interface Plan extends Days {
  id: string;
  sentence: TwoTongues;
  type: string;
  mode: string | null;
  outcome: Outcome;
  precision: string;
  planned_day: Day | null;
  planned_last_day: Day | null;
  who: Named[];
  whom: Named[];
  place: { name: string; country: string | null } | null;
  moves: Move[];
  announced: Source[];
  said_by: Source[];
  steps: Step[];
}
