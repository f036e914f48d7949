import assert from "node:assert/strict";
import { test } from "node:test";
import type { Network, Office, Period, Summary, TimelineEvent } from "../src/api/types";
import { byDay } from "../src/ui/events";
import { speech } from "../src/ui/settings";
import { officeLines } from "../src/views/actor/parts";
import { layout, leaning, strongest } from "../src/views/actors/layout";
import { roomFor } from "../src/views/actors/names";
import { cardsOf, marksOf } from "../src/views/article/marks";
import { placesOf, shade } from "../src/views/map/place";
import { clamped } from "../src/views/map/zoom";
import { barsOf, largest, niceStep, ticks } from "../src/views/timeline/scale";
import { eventsIn } from "../src/views/timeline/told";

const period = (first: string, last: string, changes: Partial<Period> = {}): Period => ({
  period: first, first_day: first, last_day: last, cooperation_events: 0, cooperation_score: 0, conflict_events: 0, conflict_score: 0,
  planned: 0, possible: 0, denied: 0, joint: 0, background: 0,
  background_cooperation_events: 0, background_cooperation_score: 0, background_conflict_events: 0, background_conflict_score: 0, ...changes,
});

test("bars stand by days, not by their number", () => {
  const bars = barsOf([period("2025-01-01", "2025-01-31"), period("2025-03-01", "2025-03-31"), { ...period("x", "y"), first_day: null, last_day: null }]);
  assert.deepEqual(bars.map((bar) => [bar.start, bar.days]), [[0, 31], [59, 31]]);
});

test("one scale serves both directions, with background", () => {
  assert.equal(largest([period("2025-01-01", "2025-01-01", { cooperation_score: 4, conflict_score: -9, background_conflict_score: -3 })]), 12);
  assert.equal(largest([]), 1);
  for (const most of [1, 7, 12, 95, 1234]) {
    const lines = most / niceStep(most);
    assert.ok(lines >= 1 && lines <= 4, String(most));
  }
});

test("the axis has few labels, each on a day inside", () => {
  for (const days of [1, 5, 40, 400, 3000, 20000]) {
    const found = ticks("2019-11-20", days, 8);
    assert.ok(found.length >= 1 && found.length <= 10, `${days}: ${found.length}`);
    assert.ok(found.every((tick) => tick.at >= 0 && tick.at <= days));
  }
});

const node = (key: string, events: number) => ({ key, id: null, name: `Name of ${key}`, name_id: null, country: key, kind: "state", sector: null, events });
const edge = (source: string, target: string) => ({ source, target, events: 3, cooperation: 1, conflict: -2, first: null, last: null });
const network: Network = { nodes: [node("A", 9), node("B", 4), node("C", 1)], edges: [edge("A", "B"), edge("B", "C"), edge("A", "missing"), edge("A", "A")] };

test("a network is laid out the same way each time, without nodes over one another", () => {
  const [one, other] = [layout(network), layout(network)];
  assert.deepEqual(one.nodes.map((place) => [place.x, place.y]), other.nodes.map((place) => [place.x, place.y]));
  assert.equal(one.edges.length, 2);
  for (const a of one.nodes) for (const b of one.nodes) if (a !== b) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > a.radius + b.radius);
  assert.equal(roomFor(one.nodes, (place) => place.row.name, 8, one.box).has("A"), true);
});

test("of many ties the three strongest of each are drawn", () => {
  const keys = Array.from({ length: 12 }, (_, index) => `N${index}`);
  const all = keys.flatMap((one, i) => keys.slice(i + 1).map((other, j) => ({ ...edge(one, other), events: i * 20 + j })));
  const strong = strongest(all, keys.length);
  for (const key of keys) {
    const own = all.filter((tie) => tie.source === key || tie.target === key).sort((a, b) => b.events - a.events);
    for (const tie of own.slice(0, 3)) assert.ok(strong.has(tie));
  }
  assert.ok(strong.size <= keys.length * 3 && strong.size < all.length);
  assert.equal(strongest(all.slice(0, 9), keys.length).size, 9);
  const drawn = layout({ nodes: keys.map((key) => node(key, 5)), edges: all });
  assert.equal(drawn.edges.length, all.length);
  assert.equal(drawn.edges.filter((one) => one.strong).length, strong.size);
});

test("a timeline lists the latest first, and those without a day apart", () => {
  const one = (id: string) => ({ id }) as TimelineEvent;
  const within = (name: string | null, ...events: string[]) => ({ period: name, events: events.map(one) }) as Period;
  const told = { parties: [], periods: [within("2025-01", "a", "b"), within("2025-02", "c"), within(null, "d")] };
  const ids = (chosen: string | null) => {
    const { dated, undated } = eventsIn(told, chosen);
    return [dated.map((event) => event.id).join(""), undated.map((event) => event.id).join("")];
  };
  assert.deepEqual(ids(null), ["cba", "d"]);
  assert.deepEqual(ids("2025-01"), ["ba", ""]);
});

test("what weighs more leans", () => {
  assert.equal(leaning({ cooperation: 5, conflict: -2 }), "coop");
  assert.equal(leaning({ cooperation: 1, conflict: -2 }), "conf");
  assert.equal(leaning({ cooperation: 2, conflict: -2 }), "even");
});

test("who heads the state and the government at a time holds one office in words", () => {
  const office = (changes: Partial<Office>): Office => ({ title: "President", country: "IDN", start: "2024-10-20", end: null, ...changes });
  const heads = [office({ office: "head_of_state" }), office({ office: "head_of_government" }), office({ title: "Minister of Defence", end: "2024-10-20" })];
  const lines = officeLines(speech({ lang: "en", meta: null }), heads);
  assert.deepEqual(lines.map((one) => one.split(" (")[0]), ["President", "Minister of Defence"]);
});

test("only what has a point becomes a point", () => {
  const data = {
    points: [{ latitude: -6.2, longitude: 106.8, name: "Jakarta", country: "IDN", precision: "point" as const, events: 4, ids: [] }],
    countries: [{ country: "IDN", events: 9, ids: [] }],
  };
  const places = placesOf(data);
  assert.deepEqual(places.map((one) => [one.name, one.at, one.precision]), [["IDN", null, "country"], ["Jakarta", [106.8, -6.2], "point"]]);
  assert.equal(shade(1, 1000), 1);
  assert.equal(shade(1000, 1000), 4);
});

test("a map does not leave its frame", () => {
  assert.deepEqual(clamped({ x: -50, y: 9999, scale: 2 }, 800, 400), { x: 200, y: 300, scale: 2 });
  assert.deepEqual(clamped({ x: 0, y: 0, scale: 0.1 }, 800, 400), { x: 400, y: 200, scale: 1 });
});

test("events of one day stand together, in the order given", () => {
  const event = (id: string, day: string | null, last_day = day) => ({ id, day, last_day }) as Summary;
  const groups = byDay([event("a", "2025-02-01"), event("b", "2025-02-01"), event("month", "2025-02-01", "2025-02-28"), event("c", null), event("d", null)]);
  assert.deepEqual(groups.map((group) => [group.day, group.events.map((one) => one.id).join("")]), [["2025-02-01", "ab"], ["2025-02-01", "month"], [null, "cd"]]);
});

test("of an article only the chosen has all its spans", () => {
  const span = (start: number) => ({ start, end: start + 2 });
  const report = { id: "r", trigger: span(10), sentence: span(8), actors: [{ mention: span(4) }], recipients: [], time: { said: null }, place: null, quantities: [] };
  const claim = { id: "c", content: span(6), cue: null, speakers: [{ mention: span(1) }] };
  const record = { reports: [report], claims: [claim] } as unknown as Parameters<typeof marksOf>[0];
  assert.deepEqual(marksOf(record, null).map((mark) => mark.part), ["content", "trigger"]);
  assert.deepEqual(marksOf(record, "r").map((mark) => mark.part), ["content", "trigger", "role", "sentence"]);
  assert.deepEqual(marksOf(record, "c").map((mark) => mark.part), ["content", "speaker", "trigger"]);
  assert.deepEqual(cardsOf(record).map((card) => card.kind), ["claim", "report"]);
});
