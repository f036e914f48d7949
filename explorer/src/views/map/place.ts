/** Places with events, as the map and the list need them. */
import type { MapData, Precision } from "../../api/types";

export interface Placed {
  key: string;
  name: string;
  country: string | null;
  precision: Precision;
  /** Null of what is only told with a country. */
  at: [number, number] | null;
  events: number;
  ids: string[];
}

/** Points and countries, most events first. */
export function placesOf(data: MapData): Placed[] {
  const points: Placed[] = data.points.map((one) => ({
    key: `${one.name},${one.country ?? ""}`,
    name: one.name,
    country: one.country,
    precision: one.precision,
    at: [one.longitude, one.latitude],
    events: one.events,
    ids: one.ids,
  }));
  const countries: Placed[] = data.countries.map((one) => ({
    key: one.country,
    name: one.country,
    country: one.country,
    precision: "country",
    at: null,
    events: one.events,
    ids: one.ids,
  }));
  return [...points, ...countries].sort((a, b) => b.events - a.events);
}

/** In which of four shades a country stands: by quarters of the logarithm, so that one large country leaves others visible. */
export function shade(events: number, most: number): 1 | 2 | 3 | 4 {
  const share = Math.log(events + 1) / Math.log(most + 1);
  return (Math.min(4, Math.max(1, Math.ceil(share * 4))) as 1 | 2 | 3 | 4);
}
