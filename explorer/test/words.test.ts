import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { say, sayKind } from "../src/i18n/say";
import { WORDS, type Word } from "../src/i18n/words";

declare const EXPLORER_ROOT: string;

const KINDS = ["status", "salience", "outcome", "field", "counted", "standing", "version", "left_out", "change", "judged", "kind", "sector", "lang", "error", "filter", "theme", "days", "by"];

function sources(): { name: string; text: string }[] {
  const folder = join(EXPLORER_ROOT, "src");
  const names = readdirSync(folder, { recursive: true }).map(String).filter((name) => /\.tsx?$/.test(name));
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

function holes(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
}

test("each key has words in both languages, with the same places to fill", () => {
  for (const [key, [en, id]] of Object.entries(WORDS)) {
    assert.ok(en.trim() && id.trim(), key);
    assert.deepEqual(holes(en), holes(id), key);
  }
});

test("no key is without use", () => {
  const text = sources().filter((one) => !one.name.endsWith("words.ts")).map((one) => one.text).join("\n");
  const unused = Object.keys(WORDS).filter((key) => !text.includes(`"${key}"`) && !KINDS.some((kind) => key.startsWith(`${kind}_`)));
  assert.deepEqual(unused, []);
});

test("every word that is shown comes from the list", () => {
  const found = sources().filter((one) => one.name.endsWith(".tsx")).flatMap(({ name, text }) =>
    [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)*)\s*</g)].map((match) => `${name}: ${match[1] ?? ""}`).filter((told) => !/: (Kawat|Promise)$/.test(told)),
  );
  assert.deepEqual(found, []);
});

test("singular and plural are chosen, and numbers are written as the language does", () => {
  assert.equal(say("en", "n_events", { n: 1 }), "1 event");
  assert.equal(say("en", "n_events", { n: 1797 }), "1,797 events");
  assert.equal(say("id", "n_events", { n: 1797 }), "1.797 peristiwa");
  assert.equal(say("en", "silent", { names: "{n} <b>" }), "Silent: {n} <b>. No voice of theirs tells this event in this store.");
});

test("kinds that have no words are told as they are", () => {
  assert.equal(sayKind("id", "status", "planned"), "direncanakan");
  assert.equal(sayKind("en", "status", "constructor"), "constructor");
  assert.equal(sayKind("en", "sector", "new_kind"), "new kind");
});

test("the code keeps to its rules", () => {
  for (const { name, text } of sources()) {
    assert.ok(text.split("\n").length <= 400 || name.endsWith("words.ts"), `${name} is too long`);
    assert.doesNotMatch(text, /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function/, name);
    assert.doesNotMatch(text, /:\s*any\b|\bas any\b|<any>|@ts-ignore|@ts-nocheck/, name);
    assert.doesNotMatch(text, /https?:\/\/(?!www\.w3\.org)[a-z]/, `${name} names another host`);
  }
});

const every: Word[] = Object.keys(WORDS) as Word[];
test("no word holds markup", () => {
  for (const key of every) assert.doesNotMatch(WORDS[key].join(""), /[<>]/, key);
});
