/** The map of the world, made small: Natural Earth 1:50m, simplified, with ISO 3166 alpha-3 codes. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { presimplify, quantile, simplify } from "topojson-simplify";
import { quantize } from "topojson-client";

const require = createRequire(import.meta.url);
const GRID = 1e4; // steps of the grid over 360 degrees: about 4 km
const KEPT = 0.62; // which share of the least important corners goes

/** Natural Earth has no number for these; Kawat writes Kosovo as PLOVER does. */
const BY_NAME = { Kosovo: "XKX", Somaliland: "SOM", "N. Cyprus": "CYP" };

/** @returns {string} TopoJSON with one object, `countries`, whose features have the code as id. */
export function worldJson() {
  const { getAlpha3 } = alpha3ByNumber();
  const source = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
  const weighed = presimplify({ ...source, objects: { countries: source.objects.countries } });
  const small = quantize(simplify(weighed, quantile(weighed, KEPT)), GRID);
  small.objects.countries.geometries = small.objects.countries.geometries.filter((one) => one.properties.name !== "Antarctica");
  for (const one of small.objects.countries.geometries) {
    const code = getAlpha3(one.id) ?? BY_NAME[one.properties.name];
    delete one.properties;
    if (code) one.id = code;
    else delete one.id;
  }
  return JSON.stringify({ ...small, bbox: undefined });
}

function alpha3ByNumber() {
  const codes = require("i18n-iso-countries/codes.json");
  const known = new Map(codes.map(([, alpha3, number]) => [number, alpha3]));
  return { getAlpha3: (id) => (id === undefined ? undefined : known.get(String(id).padStart(3, "0"))) };
}
