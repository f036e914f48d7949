import assert from "node:assert/strict";
import { test } from "node:test";
import { address } from "../src/api/client";
import { links, routeOf, to } from "../src/route/routes";
import { pastedId } from "../src/views/review/pasted";

test("every address of the explorer has its view", () => {
  assert.deepEqual(routeOf("/"), { view: "briefing", day: null });
  assert.deepEqual(routeOf("/day/2025-08-14"), { view: "briefing", day: "2025-08-14" });
  assert.deepEqual(routeOf("/event/evt-1"), { view: "event", id: "evt-1" });
  assert.deepEqual(routeOf("/article/art-1"), { view: "article", id: "art-1" });
  assert.deepEqual(routeOf("/actor/country%3AIDN"), { view: "actor", key: "country:IDN" });
  for (const view of ["events", "timeline", "actors", "map", "calendar", "search"]) assert.equal(routeOf(`/${view}`).view, view);
});

test("what is no address is nowhere", () => {
  for (const path of ["/day/2025-13-01", "/day/today", "/event", "/nothing", "/event/a/b", "/actor/%E0%A4%A", "/briefing", "/constructor"]) {
    assert.equal(routeOf(path).view, "nowhere", path);
  }
});

test("links lead to the route that they name", () => {
  for (const key of ["person:prabowo-subianto", "100% Indonesia/&?#", "Nguyễn Văn"]) {
    assert.deepEqual(routeOf(links.actor(key)), { view: "actor", key });
  }
  assert.deepEqual(routeOf(links.day("2025-08-14")), { view: "briefing", day: "2025-08-14" });
});

test("empty values are left out of addresses", () => {
  assert.equal(to("/events", { type: "", actor: null, country: "IDN", with: undefined, overdue: false }), "/events?country=IDN");
  assert.equal(address("/events", { actor: "a&b=c" }), "/api/v1/events?actor=a%26b%3Dc");
  assert.equal(links.article("art-1", null), "/article/art-1");
});

test("an id is found in what an editor pastes", () => {
  assert.equal(pastedId("http://127.0.0.1:8080/event/evt-46ead1f9bad780e6?lit=who"), "evt-46ead1f9bad780e6");
  assert.equal(pastedId(" rep-4549596dc80f17f5 "), "rep-4549596dc80f17f5");
  assert.equal(pastedId("the other one"), null);
});
