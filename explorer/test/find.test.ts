import assert from "node:assert/strict";
import { test } from "node:test";
import { highlighted, terms } from "../src/text/find";

const found = (sentence: string, query: string) => highlighted(sentence, query).filter((one) => one.found).map((one) => one.text);

test("whole words are found without regard to case and accents", () => {
  assert.deepEqual(found("Xanana Gusmão bertemu Prabowo; prabowoisme", "gusmao PRABOWO"), ["Gusmão", "Prabowo"]);
});

test("a star finds every word that begins so, a phrase stands together", () => {
  assert.deepEqual(found("diplomat dan diplomasi, bukan undiplomatik", "diplom*"), ["diplomat", "diplomasi"]);
  assert.deepEqual(found("senjata, gencatan senjata", '"gencatan senjata"'), ["gencatan senjata"]);
});

test("the parts together are the sentence", () => {
  const sentence = "😀 a b a b <b>a</b>";
  assert.equal(highlighted(sentence, 'a "a b" b').map((one) => one.text).join(""), sentence);
});

test("signs alone are nothing to search for", () => {
  assert.deepEqual(terms('* "" (') , []);
  assert.deepEqual(found("a * b", "*"), []);
});
