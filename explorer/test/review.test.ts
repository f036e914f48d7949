import assert from "node:assert/strict";
import { test } from "node:test";
import type { Judgement, Meta } from "../src/api/types";
import { speech } from "../src/ui/settings";
import { actsOf } from "../src/views/review/acts";
import { fieldLabel, valueLabel } from "../src/views/review/fields";

const AT = "2026-01-01T00:00:00.000001Z";

function judged(id: string, changes: Partial<Judgement> = {}): Judgement {
  return { id, kind: "unlink", field: null, value: null, editor: "Siti", at: AT, note: null, stands: null, texts: ["met", id], ...changes };
}

test("one act on several reports is one, with every judgement that it kept", () => {
  const acts = actsOf([judged("a"), judged("b"), judged("x", { at: "2026-01-01T00:00:00.000002Z" }), judged("c", { texts: [null, "met"] })]);
  assert.deepEqual(acts.map((one) => one.ids), [["a", "b", "c"], ["x"]]);
  assert.deepEqual(acts[0]?.texts, ["met", "a", "b"]);
});

test("what differs in anything is another act", () => {
  const all = [judged("a"), judged("b", { editor: "Budi" }), judged("c", { kind: "accept" }), judged("d", { note: "why" }), judged("e", { kind: "set", field: "status", value: "denied" })];
  assert.equal(actsOf(all).length, all.length);
});

const meta = {
  types: [{ type: "AID", name: { en: "Aid", id: "Bantuan" }, quad: 2, modes: [{ mode: "phone", name: { en: "by phone", id: "lewat telepon" } }] }],
  country_names: [{ code: "KHM", name: "Cambodia", name_id: "Kamboja" }],
} as unknown as Meta;
const id = speech({ lang: "id", meta });

test("what was set is told in the language of the interface", () => {
  const told = (field: string, value: string) => `${fieldLabel(id, field)}: ${valueLabel(id, field, value)}`;
  assert.equal(told("status", "denied"), "Status: dibantah");
  assert.equal(told("type", "AID"), "Jenis: Bantuan");
  assert.equal(told("mode", "phone"), "Cara: lewat telepon");
  assert.equal(told("salience", "main"), "Bobot: utama");
  assert.equal(told("when", "2025-08-14/2025-08-16"), "Kapan: 14–16 Agu 2025");
  assert.equal(told("when", "2025-08-14"), "Kapan: 14 Agu 2025");
  assert.equal(told("where", "Bandung, IDN"), "Di mana: Bandung, IDN");
  assert.equal(told("when", "soon"), "Kapan: soon");
});

test("a country is told by its name though nobody of it takes part", () => {
  const of = (lang: "en" | "id") => speech({ lang, meta: { ...meta, countries: [] } });
  assert.equal(of("en").country("KHM"), "Cambodia");
  assert.equal(of("id").place({ name: "Pursat", country: "KHM" }), "Pursat, Kamboja");
});

test("a country that is a place is told in the language of the interface, and once", () => {
  assert.equal(id.place({ name: "Cambodia", country: "KHM" }), "Kamboja");
  assert.equal(id.place({ name: "Pursat", country: "KHM" }), "Pursat, Kamboja");
  assert.equal(id.place({ name: "Second Thomas Shoal", country: null }), "Second Thomas Shoal");
  assert.equal(speech({ lang: "en", meta }).place({ name: "Kamboja", country: "KHM" }), "Cambodia");
});
