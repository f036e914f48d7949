/** Which words of which report prove a value. */
import type {
  Actor,
  AnyValue,
  EventReport,
  Field,
  FigureValue,
  FullEvent,
  Mentioned,
  Place,
  Report,
  Span,
  StatusValue,
  Value,
  WhatValue,
  WhenValue,
} from "../../api/types";

/** A field in an address: `who`, `figures:killed`, `figures:people:soldiers`. */
export function fieldKey(field: { field: string; counted: string | null; unit: string | null }): string {
  return [field.field, field.counted, field.unit].filter((part) => part !== null && part !== "").join(":");
}

/** What a reader chose: a value of a field, and the report whose words shall light up. Without `value`: the first that the report tells. */
export interface Lit {
  field: string;
  report: string;
  value?: string | null;
}

/** A value in an address: what tells it from others of its field. */
export function valueKey(field: string, value: AnyValue): string {
  const [name] = field.split(":");
  switch (name) {
    case "what":
      return joined("/", (value as WhatValue).type, (value as WhatValue).mode);
    case "status":
      return (value as StatusValue).status;
    case "when":
      return whenKey(value as WhenValue);
    case "where":
      return joined(",", (value as Place).name, (value as Place).country);
    case "figures":
      return figureKey(value as FigureValue);
    default:
      return (value as Actor).id ?? joined(",", (value as Actor).name, (value as Actor).country);
  }
}

function joined(by: string, ...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(by);
}

function whenKey({ start, end, granularity }: WhenValue): string {
  const days = start === end ? (start ?? "") : `${start ?? ""}/${end ?? ""}`;
  return granularity === "day" ? days : joined(",", days, granularity);
}

function figureKey({ value, min, max, approximate }: FigureValue): string {
  const told = value === null ? `${min ?? ""}-${max ?? ""}` : String(value);
  return approximate ? `~${told}` : told;
}

/** The value of the event that is chosen; an address of before values had keys, or after one changed, gives the first of its report. */
export function valueOf(event: FullEvent, lit: Lit): { field: Field; value: Value } | null {
  const field = event.views.find((one) => fieldKey(one) === lit.field);
  const told = field?.values.filter((one) => one.reports.includes(lit.report)) ?? [];
  const value = told.find((one) => valueKey(lit.field, one.value) === lit.value) ?? told[0];
  return field && value ? { field, value } : null;
}

/** The key of the event's own value for what one voice tells: it may tell it less exactly than others do. */
export function keyIn(field: Field, value: Value, report: string): string {
  const name = fieldKey(field);
  const own = valueKey(name, value.value);
  const told = field.values.filter((one) => one.reports.includes(report));
  const found = told.find((one) => valueKey(name, one.value) === own) ?? told.find((one) => akin(one.value, value.value)) ?? told[0];
  return found ? valueKey(name, found.value) : own;
}

/** Whether two actors or places may be one: their country is. */
function akin(one: AnyValue, other: AnyValue): boolean {
  const [a, b] = [one as { country?: string | null }, other as { country?: string | null }];
  return Boolean(a.country) && a.country === b.country;
}

/** Whether a value is the chosen one; `lit` has the key of the event's own value. */
export function isLit(field: Field, value: Value, lit: Lit | null): boolean {
  if (lit === null || lit.field !== fieldKey(field) || !value.reports.includes(lit.report)) return false;
  return keyIn(field, value, lit.report) === lit.value;
}

/** The words in the report that prove the value; empty where the report says it in no words of its own. */
export function evidence(report: Report, field: string, value: AnyValue): Span[] {
  const [name] = field.split(":");
  switch (name) {
    case "what":
    case "status":
      return [report.trigger];
    case "when":
      return spans([report.time?.said]);
    case "where":
      return spans([report.place?.mention]);
    case "who":
      return named(report.symmetric ? [...report.actors, ...report.recipients] : report.actors, value as Actor);
    case "whom":
      return named(report.recipients, value as Actor);
    case "figures":
      return counted(report, value as FigureValue);
    default:
      return [];
  }
}

function spans(found: readonly (Span | null | undefined)[]): Span[] {
  return found.filter((span): span is Span => span !== null && span !== undefined);
}

/** The mentions of this very actor; where the report calls it otherwise, those of its country, else all. */
function named(told: readonly Mentioned[], actor: Actor): Span[] {
  const same = told.filter((one) => (actor.id && one.id === actor.id) || one.name === actor.name);
  const country = told.filter((one) => actor.country && one.country === actor.country);
  const chosen = [same, country, told].find((some) => some.length > 0) ?? [];
  return spans(chosen.map((one) => one.mention));
}

/** The figure itself; where the report tells another number, those of the same unit, else of the same kind. */
function counted(report: Report, figure: FigureValue): Span[] {
  const kind = report.quantities.filter((one) => one.what === figure.what);
  const same = kind.filter((one) => one.value === figure.value && one.min === figure.min && one.max === figure.max);
  const unit = (some: typeof kind) => some.filter((one) => one.unit === figure.unit);
  const chosen = [unit(same), same, unit(kind), kind].find((some) => some.length > 0) ?? [];
  return spans(chosen.map((one) => one.mention));
}

export interface Group {
  first: EventReport;
  copies: EventReport[];
}

/** Reports by independent text: copies of one text stand under the one that came first. */
export function byText(reports: readonly EventReport[]): Group[] {
  const groups = new Map<string, EventReport[]>();
  for (const report of reports) {
    const key = report.article.copy_of ?? report.article.id;
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups.values()].map((group) => {
    const sorted = [...group].sort((a, b) => (a.article.published ?? "~").localeCompare(b.article.published ?? "~"));
    const [first, ...copies] = sorted as [EventReport, ...EventReport[]];
    return { first, copies };
  });
}
