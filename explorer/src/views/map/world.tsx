/** The map itself. */
import { geoNaturalEarth1, geoPath, type GeoProjection } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import { useMemo, useRef } from "preact/hooks";
import { useAsked } from "../../api/use";
import { useWidth } from "../../ui/media";
import { useSpeech } from "../../ui/settings";
import { outlines } from "./outline";
import { shade, type Placed } from "./place";
import { useZoom, type Zoom } from "./zoom";

const MANY = 150; // points that would hide one another

interface Props {
  places: readonly Placed[];
  chosen: Placed | null;
  onChoose: (place: Placed) => void;
}

export function World({ places, chosen, onChoose }: Props) {
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 800);
  const height = Math.round(width * 0.54);
  const [asked] = useAsked("outlines", () => () => outlines());
  const { zoom, set, reset, handlers, wasMoved } = useZoom(width, height);
  const projection = useMemo(() => fitted(width, height), [width, height]);
  const points = places.filter((one) => one.at !== null);
  const countries = new Map(places.filter((one) => one.at === null).map((one) => [one.country ?? "", one]));
  const choose = (place: Placed) => !wasMoved() && onChoose(place);
  const label = say("map_label", { points: points.length, countries: countries.size });
  const [vw, vh] = [width / zoom.scale, height / zoom.scale];
  return (
    <figure class="world" ref={box} aria-busy={asked.state === "loading"}>
      <svg width={width} height={height} viewBox={`${zoom.x - vw / 2} ${zoom.y - vh / 2} ${vw} ${vh}`} role="img" aria-label={label} {...handlers}>
        <rect width={width} height={height} class="sea" />
        {asked.state === "there" && <Countries features={asked.value} projection={projection} known={countries} chosen={chosen} onChoose={choose} />}
        <Points points={points} projection={projection} size={Math.min(1, Math.max(0.55, width / 800))} zoom={zoom} chosen={chosen} onChoose={choose} />
      </svg>
      {asked.state === "failed" && <p class="notice">{say("map_failed")}</p>}
      <div class="map-buttons">
        <button type="button" class="button" aria-label={say("map_in")} onClick={() => set({ ...zoom, scale: zoom.scale * 1.7 })}>
          +
        </button>
        <button type="button" class="button" aria-label={say("map_out")} onClick={() => set({ ...zoom, scale: zoom.scale / 1.7 })}>
          −
        </button>
        <button type="button" class="button" onClick={reset}>
          {say("map_whole")}
        </button>
      </div>
      <figcaption class="legend">
        <span class="key key-point">{say("map_points")}</span>
        <span class="key key-admin">{say("map_admin")}</span>
        <span class="key key-area">{say("map_countries")}</span>
      </figcaption>
    </figure>
  );
}

/** The whole world without the far south, turned so that the Pacific parts it in the middle of an ocean. */
function fitted(width: number, height: number): GeoProjection {
  const frame: Feature<Geometry> = {
    type: "Feature",
    properties: {},
    geometry: { type: "MultiPoint", coordinates: [[-169, 0], [189.9, 0], [10, 78], [10, -54]] },
  };
  return geoNaturalEarth1().rotate([-11, 0]).fitExtent([[2, 2], [width - 2, height - 2]], frame);
}

interface CountriesProps {
  features: readonly Feature<Geometry>[];
  projection: GeoProjection;
  known: ReadonlyMap<string, Placed>;
  chosen: Placed | null;
  onChoose: (place: Placed) => void;
}

function Countries({ features, projection, known, chosen, onChoose }: CountriesProps) {
  const speech = useSpeech();
  const paths = useMemo(() => {
    const draw = geoPath(projection);
    return features.map((one) => ({ id: String(one.id ?? ""), path: draw(one) ?? "" }));
  }, [features, projection]);
  const most = Math.max(1, ...[...known.values()].map((one) => one.events));
  return (
    <g>
      {paths.map(({ id, path }, index) => {
        const place = known.get(id);
        const kind = place ? `country country-${shade(place.events, most)}` : "country";
        return (
          <path key={`${id} ${index}`} d={path} class={`${kind} ${place && place.key === chosen?.key ? "country-chosen" : ""}`} onClick={() => place && onChoose(place)}>
            {place && <title>{`${speech.country(id)}: ${speech.say("n_events", { n: place.events })}`}</title>}
          </path>
        );
      })}
    </g>
  );
}

interface PointsProps {
  size: number;
  points: readonly Placed[];
  projection: GeoProjection;
  zoom: Zoom;
  chosen: Placed | null;
  onChoose: (place: Placed) => void;
}

function Points({ size, points, projection, zoom, chosen, onChoose }: PointsProps) {
  const speech = useSpeech();
  const most = Math.max(1, ...points.map((one) => one.events));
  const least = points.length > MANY ? 1.2 : 3;
  return (
    <g>
      {points.map((one) => {
        const at = one.at && projection(one.at);
        if (!at) return null;
        const radius = (size * (least + 10 * Math.sqrt(one.events / most))) / zoom.scale ** 0.85;
        return (
          <circle
            key={one.key}
            cx={at[0]}
            cy={at[1]}
            r={one.precision === "point" ? radius : radius * 1.5}
            stroke-width={1.5 / zoom.scale}
            class={`point point-${one.precision} ${one.key === chosen?.key ? "point-chosen" : ""}`}
            onClick={() => onChoose(one)}
          >
            <title>{`${one.name}: ${speech.say("n_events", { n: one.events })}`}</title>
          </circle>
        );
      })}
    </g>
  );
}
