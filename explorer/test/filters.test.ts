import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesFor, optionOf } from "../src/ui/filters";

const COUNTRIES = [
  { value: "IDN", label: "Indonesia", also: ["Indonesia", "Indonesia"] },
  { value: "RUS", label: "Russia", also: ["Russia", "Rusia"] },
];

test("a value of the address is found in any case and by any name", () => {
  for (const value of ["RUS", "rus", "Rusia", "russia"]) assert.equal(optionOf(COUNTRIES, value)?.value, "RUS", value);
  assert.equal(optionOf([{ value: "ASSAULT", label: "Assault" }], "assault")?.value, "ASSAULT");
  assert.equal(optionOf(COUNTRIES, ""), undefined);
});

test("a value that nobody here knows is a choice of its own", () => {
  const { choices, chosen } = choicesFor(COUNTRIES, "Kremlin");
  assert.equal(chosen, "Kremlin");
  assert.deepEqual(choices.map((one) => one.value), ["Kremlin", "IDN", "RUS"]);
  assert.deepEqual(choicesFor([], "IDN"), { choices: [{ value: "IDN", label: "IDN" }], chosen: "IDN" });
});

test("what is known, or nothing, adds no choice", () => {
  assert.deepEqual(choicesFor(COUNTRIES, "Rusia"), { choices: COUNTRIES, chosen: "RUS" });
  assert.deepEqual(choicesFor(COUNTRIES, ""), { choices: COUNTRIES, chosen: "" });
});
