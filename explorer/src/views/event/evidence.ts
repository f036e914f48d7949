/** Which words of which report prove a value. */
import type { Actor, AnyValue, EventReport, Field, FigureValue, FullEvent, Mentioned, Report, Span, Value } from "../../api/types";

/** A field in an address: `who`, `figures:killed`, `figures:people:soldiers`. */
export function fieldKey(field: { field: string; counted: string | null; unit: string | null }): string {
  return [field.field, field.counted, field.unit].filter((part) => part !== null && part !== "").join(":");
}

/** What a reader chose: a field, and the report whose words shall light up. */
export interface Lit {
  field: string;
  report: string;
}

/** The value of the event that a report tells in a field. */
export function valueOf(event: FullEvent, lit: Lit): { field: Field; value: Value } | null {
  const field = event.views.find((one) => fieldKey(one) === lit.field);
  const value = field?.values.find((one) => one.reports.includes(lit.report));
  return field && value ? { field, value } : null;
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

function counted(report: Report, figure: FigureValue): Span[] {
  const kind = report.quantities.filter((one) => one.what === figure.what);
  const same = kind.filter((one) => one.value === figure.value && one.min === figure.min && one.max === figure.max);
  return spans((same.length > 0 ? same : kind).map((one) => one.mention));
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
