import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnyValue, EventReport, Field, FieldName, FullEvent, Mentioned, Value } from "../src/api/types";
import { byText, evidence, fieldKey, isLit, keyIn, valueKey, valueOf } from "../src/views/event/evidence";

function actor(name: string, start: number, id: string | null = null, country: string | null = null): Mentioned {
  return { id, name, name_id: null, country, kind: "person", sector: null, mention: { start, end: start + name.length } };
}

function report(id: string, changes: Partial<EventReport> = {}): EventReport {
  return {
    id, type: "CONSULT", mode: "phone", contexts: [], status: "occurred", salience: "main",
    trigger: { start: 10, end: 15 }, sentence: { start: 0, end: 50 },
    actors: [actor("Donald Trump", 0, "person:donald-trump", "USA")],
    recipients: [actor("Hun Manet", 20, "person:hun-manet", "KHM"), actor("dia", 40)],
    symmetric: false,
    time: { start: "2025-07-26", end: "2025-07-26", granularity: "day", said: { start: 30, end: 35 } },
    place: null, quantities: [], attribution: [], confidence: 0.9,
    article: { id: "art-1", url: null, outlet: "Nusa Kabar", title: null, language: "id", published: "2025-07-26", copy_of: null },
    ...changes,
  };
}

test("what and status stand on the words that tell the event", () => {
  assert.deepEqual(evidence(report("r"), "what", { type: "CONSULT", mode: "phone" }), [{ start: 10, end: 15 }]);
  assert.deepEqual(evidence(report("r"), "status", { status: "occurred" }), [{ start: 10, end: 15 }]);
});

test("an actor is found by id, by name, by country, else all are lit", () => {
  const hun = { id: "person:hun-manet", name: "Hun Manet of Cambodia", country: "KHM" };
  assert.deepEqual(evidence(report("r"), "whom", hun), [{ start: 20, end: 29 }]);
  assert.deepEqual(evidence(report("r"), "whom", { id: null, name: "dia" }), [{ start: 40, end: 43 }]);
  assert.deepEqual(evidence(report("r"), "whom", { id: "country:KHM", name: "Cambodia", country: "KHM" }), [{ start: 20, end: 29 }]);
  assert.equal(evidence(report("r"), "whom", { id: null, name: "somebody else", country: "FRA" }).length, 2);
});

test("where sides act alike, all are looked for", () => {
  const both = report("r", { symmetric: true });
  assert.deepEqual(evidence(both, "who", { id: "person:hun-manet", name: "Hun Manet" }), [{ start: 20, end: 29 }]);
});

test("what a report does not say has no words", () => {
  assert.deepEqual(evidence(report("r"), "where", { name: "Putrajaya", country: "MYS" }), []);
  assert.deepEqual(evidence(report("r", { time: null }), "when", { start: null, end: null, granularity: "day" }), []);
  assert.deepEqual(evidence(report("r"), "unheard of", { status: "denied" }), []);
});

test("a figure lights the mention with its bounds", () => {
  const figure = { value: 33, min: null, max: null, approximate: false, unit: "people", what: "killed" };
  const other = { ...figure, value: 34, mention: { start: 5, end: 7 } };
  const told = report("r", { quantities: [other, { ...figure, mention: { start: 8, end: 10 } }] });
  assert.deepEqual(evidence(told, "figures:killed", figure), [{ start: 8, end: 10 }]);
});

test("copies are folded under the first published", () => {
  const at = (published: string, copy: string | null, id: string) => ({ ...report("r").article, id, published, copy_of: copy });
  const groups = byText([
    report("late", { article: at("2025-07-27", "art-9", "art-2") }),
    report("alone", { article: at("2025-07-26", null, "art-3") }),
    report("early", { article: at("2025-07-25", "art-9", "art-9") }),
  ]);
  assert.deepEqual(groups.map((group) => [group.first.id, group.copies.map((copy) => copy.id)]), [["early", ["late"]], ["alone", []]]);
});

test("a field and a report find the value, by what is counted too", () => {
  const value = (id: string) => ({ value: { status: "occurred" as const }, reports: [id], outlets: [], voices: [], independent: 1, first_published: null, last_published: null });
  const field = (unit: string, id: string) => ({ field: "figures" as const, counted: "people", unit, standing: "single" as const, values: [value(id)], clashes: [] });
  const event = { views: [field("women", "a"), field("men", "b")] } as unknown as FullEvent;
  assert.equal(fieldKey(field("men", "b")), "figures:people:men");
  assert.equal(valueOf(event, { field: "figures:people:men", report: "b" })?.field.unit, "men");
  assert.equal(valueOf(event, { field: "figures:people:men", report: "a" }), null);
});

function told(value: AnyValue, ...reports: string[]): Value {
  return { value, reports, outlets: [], voices: [], independent: 1, first_published: null, last_published: null };
}

function fieldOf(field: FieldName, ...values: Value[]): Field {
  return { field, counted: field === "figures" ? "people" : null, unit: null, standing: "differs", values, clashes: [] };
}

const ISRAEL = { id: "country:ISR", name: "Israel", name_id: "Israel", country: "ISR", kind: "state", sector: "GOV" } as const;
const IRAN = { ...ISRAEL, id: "country:IRN", name: "Iran", name_id: "Iran", country: "IRN" } as const;

test("of two values that one report tells each is found, and is lit alone", () => {
  const whom = fieldOf("whom", told(ISRAEL, "a"), told(IRAN, "a", "b"));
  const event = { views: [whom] } as unknown as FullEvent;
  for (const value of whom.values) {
    const lit = { field: "whom", report: "a", value: valueKey("whom", value.value) };
    assert.equal(valueOf(event, lit)?.value, value);
    assert.deepEqual(whom.values.map((one) => isLit(whom, one, lit)), whom.values.map((one) => one === value));
  }
});

test("an address without a value, or with one that is no more, gives the first that its report tells", () => {
  const whom = fieldOf("whom", told(ISRAEL, "a"), told(IRAN, "a", "b"));
  const event = { views: [whom] } as unknown as FullEvent;
  assert.equal(valueOf(event, { field: "whom", report: "a" })?.value.value, ISRAEL);
  assert.equal(valueOf(event, { field: "whom", report: "b", value: "country:ISR" })?.value.value, IRAN);
  assert.equal(valueOf(event, { field: "whom", report: "c" }), null);
});

test("every value of a field has a key of its own", () => {
  const figure = { value: 30, min: null, max: null, approximate: false, unit: "", what: "people" };
  const figures = [figure, { ...figure, approximate: true }, { ...figure, value: null, min: 30 }, { ...figure, value: null, max: 30 }, { ...figure, value: null, min: 3, max: 0 }];
  assert.equal(new Set(figures.map((one) => valueKey("figures:people", one))).size, figures.length);
  const days = [["2025-07-01", "2025-07-31", "month"], ["2025-07-01", "2025-07-31", "range"], ["2025-07-01", "2025-07-01", "day"], ["2025-07-01", null, "day"]] as const;
  const whens = days.map(([start, end, granularity]) => valueKey("when", { start, end, granularity }));
  assert.equal(new Set(whens).size, days.length);
  assert.equal(valueKey("who", { ...IRAN, id: null }), "Iran,IRN");
  assert.equal(valueKey("where", { name: "Putrajaya", country: "MYS" }), "Putrajaya,MYS");
  assert.equal(valueKey("what", { type: "CONSULT", mode: null }), "CONSULT");
});

test("what one voice tells less exactly is the value that the event has", () => {
  const hun = { ...IRAN, id: "person:hun-manet", name: "Hun Manet", country: "KHM" };
  const whom = fieldOf("whom", told(ISRAEL, "a"), told(hun, "a"));
  const vague = told({ ...IRAN, id: null, name: "Cambodian leader", country: "KHM" }, "a");
  assert.equal(keyIn(whom, vague, "a"), "person:hun-manet");
  assert.ok(isLit(whom, vague, { field: "whom", report: "a", value: "person:hun-manet" }));
  assert.ok(!isLit(whom, vague, { field: "whom", report: "a", value: "country:ISR" }));
});

test("of two figures with one number the one with the unit is lit", () => {
  const figure = { value: 20, min: null, max: null, approximate: false, unit: "soldiers", what: "people" };
  const both = report("r", {
    quantities: [{ ...figure, mention: { start: 1, end: 3 } }, { ...figure, unit: "civilians", mention: { start: 5, end: 7 } }],
  });
  assert.deepEqual(evidence(both, "figures:people:civilians", { ...figure, unit: "civilians" }), [{ start: 5, end: 7 }]);
});
