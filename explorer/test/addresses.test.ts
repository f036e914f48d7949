import assert from "node:assert/strict";
import { test } from "node:test";
import { framed, rangeOf } from "../src/views/timeline/scale";
import { zoomOf, zoomText } from "../src/views/map/zoom";

test("the days that are framed come back from an address", () => {
  for (const range of [[3, 10], [0, 5], [7, 30], [29, 30]] as const) {
    const { from, to } = framed("2025-07-20", 30, [...range]);
    assert.deepEqual(rangeOf("2025-07-20", 30, from, to), range);
  }
  assert.deepEqual(framed("2025-07-20", 30, [0, 30]), { from: null, to: null });
  assert.deepEqual(framed("2025-07-20", 30, [1, 3]), { from: "2025-07-21", to: "2025-07-22" });
});

test("days outside of the chart, or none at all, frame what there is", () => {
  assert.equal(rangeOf("2025-07-20", 30, null, null), null);
  assert.equal(rangeOf("2025-07-20", 30, "2001-01-01", "2040-01-01"), null);
  assert.equal(rangeOf("2025-07-20", 30, "2025-07-25", "2025-07-22"), null);
  assert.equal(rangeOf("2025-07-20", 30, "soon", "never"), null);
  assert.deepEqual(rangeOf("2025-07-20", 30, "2025-07-25", "2040-01-01"), [5, 30]);
});

test("a zoom of the map fits every width", () => {
  assert.equal(zoomText({ x: 632, y: 229, scale: 4 }, 800, 432), "0.79,0.5301,4");
  assert.deepEqual(zoomOf("0.79,0.5,4", 400, 200), { x: 316, y: 100, scale: 4 });
  assert.equal(zoomText({ x: 400, y: 216, scale: 1 }, 800, 432), null);
  for (const text of [null, "", "1,2", "a,b,c", "0.5,0.5,Infinity"]) assert.equal(zoomOf(text, 800, 432), null);
});
