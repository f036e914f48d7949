import assert from "node:assert/strict";
import { test } from "node:test";
import { CodePoints, pieces } from "../src/text/offsets";

test("a text without wide characters is cut as it stands", () => {
  const text = new CodePoints("Presiden menelepon.");
  assert.equal(text.length, 19);
  assert.equal(text.slice(9, 18), "menelepon");
});

test("characters outside the basic plane count as one", () => {
  const text = new CodePoints("😀 Jakarta 🇮🇩 bertemu 𝒳i");
  assert.equal(text.length, [...text.text].length);
  assert.equal(text.slice(2, 9), "Jakarta");
  assert.equal(text.slice(13, 20), "bertemu");
  assert.equal(text.slice(21, 23), "𝒳i");
});

test("every cut equals that of an array of code points", () => {
  const told = "a😀b😀😀c\u0301d𐍈 \uD800 e";
  const text = new CodePoints(told);
  const points = Array.from(told);
  for (let start = 0; start <= points.length; start += 1) {
    for (let end = start; end <= points.length; end += 1) {
      assert.equal(text.slice(start, end), points.slice(start, end).join(""));
    }
  }
});

test("offsets beyond the text are kept inside it", () => {
  const text = new CodePoints("😀a");
  assert.equal(text.slice(-5, 99), "😀a");
});

test("pieces cover the stretch without gap or overlap", () => {
  const text = new CodePoints("😀 one two three");
  const marks = [
    { key: "a", start: 2, end: 9 },
    { key: "b", start: 6, end: 15 },
    { key: "empty", start: 4, end: 4 },
    { key: "elsewhere", start: 90, end: 99 },
  ];
  const cut = pieces(text, 0, text.length, marks);
  assert.equal(cut.map((piece) => piece.text).join(""), text.text);
  assert.deepEqual(
    cut.map((piece) => [piece.text, piece.marks.map((mark) => mark.key).join("")]),
    [["😀 ", ""], ["one ", "a"], ["two", "ab"], [" three", "b"]],
  );
});

test("marks that reach over the stretch are cut at its ends", () => {
  const cut = pieces(new CodePoints("abcdef"), 2, 4, [{ key: "a", start: 0, end: 6 }]);
  assert.deepEqual(cut.map((piece) => [piece.text, piece.marks.length]), [["cd", 1]]);
});
