import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, asDate, dayText, daysBetween, figureText, isDay, momentText, stretch, whenText } from "../src/text/format";

const WORDS = { about: "about", least: "at least", most: "at most" };
const figure = { value: null, min: null, max: null, approximate: false, unit: "", what: "killed" };

test("a day never moves between time zones", () => {
  assert.equal(dayText("2025-08-14", "en", "long"), "14 August 2025");
  assert.equal(dayText("2025-08-14", "id", "long"), "14 Agustus 2025");
  assert.equal(dayText("2025-08-14", "en", "weekday"), "Thursday, 14 August 2025".replace(",", dayText("2025-08-14", "en", "weekday").includes(",") ? "," : ""));
});

test("what is no day gives nothing", () => {
  assert.equal(asDate("2025-02-30"), null);
  assert.equal(asDate("yesterday"), null);
  assert.equal(dayText(null, "en"), "");
  assert.equal(isDay("2025-8-1"), false);
  assert.equal(isDay("2024-02-29"), true);
});

test("a stretch is told once, a whole month or year as such", () => {
  assert.match(stretch("2025-08-12", "2025-08-14", "en", "long"), /^12\s?–\s?14 August 2025$/u);
  assert.equal(stretch("2025-08-14", "2025-08-14", "en"), "14 Aug 2025");
  assert.equal(stretch("2025-08-01", "2025-08-31", "en"), "August 2025");
  assert.equal(stretch("2024-02-01", "2024-02-28", "en") === "February 2024", false);
  assert.equal(stretch("2024-02-01", "2024-02-29", "id"), "Februari 2024");
  assert.equal(stretch("2025-01-01", "2025-12-31", "en"), "2025");
  assert.equal(stretch(null, null, "en"), "");
  assert.equal(whenText({ start: null, end: null, granularity: "unknown" }, "en"), "");
});

test("days are counted over the change of clocks and years", () => {
  assert.equal(addDays("2024-12-31", 1), "2025-01-01");
  assert.equal(addDays("2025-03-30", -1), "2025-03-29");
  assert.equal(daysBetween("2024-01-01", "2025-01-01"), 366);
});

test("a moment is told in its own zone", () => {
  assert.equal(momentText("2023-11-22T23:05:00+02:00", "en"), "22 Nov 2023, 23:05 UTC+02:00");
  assert.equal(momentText("2023-11-22T23:05:00Z", "en"), "22 Nov 2023, 23:05 UTC");
  assert.equal(momentText("2023-11-22", "en"), "22 Nov 2023");
  assert.equal(momentText(null, "en"), "");
});

test("figures are told with their bounds", () => {
  assert.equal(figureText({ ...figure, value: 1500, approximate: true }, "en", WORDS), "about 1,500");
  assert.equal(figureText({ ...figure, value: 1500 }, "id", WORDS), "1.500");
  assert.equal(figureText({ ...figure, min: 30 }, "en", WORDS), "at least 30");
  assert.equal(figureText({ ...figure, max: 30 }, "en", WORDS), "at most 30");
  assert.equal(figureText({ ...figure, min: 10, max: 12 }, "en", WORDS), "10–12");
  assert.equal(figureText({ ...figure, value: 0 }, "en", WORDS), "0");
});
