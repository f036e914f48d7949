/** The outlines of the countries: fetched once, when a map is first drawn. */
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Feature, Geometry } from "geojson";

declare const WORLD_URL: string;

type World = Topology<{ countries: GeometryCollection }>;

let asked: Promise<Feature<Geometry>[]> | null = null;

export function outlines(): Promise<Feature<Geometry>[]> {
  asked ??= fetch(WORLD_URL).then(async (answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    const world = (await answer.json()) as World;
    return feature(world, world.objects.countries).features;
  });
  asked.catch(() => {
    asked = null;
  });
  return asked;
}
