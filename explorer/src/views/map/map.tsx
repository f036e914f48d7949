/** Where events are told to be: a place as a point, a province as a ring, a country as a shade. */
import { useRef } from "preact/hooks";
import { api } from "../../api/client";
import type { MapData } from "../../api/types";
import { useAsked } from "../../api/use";
import { focusSoon } from "../../route/focus";
import { setQuery, useHere } from "../../route/router";
import { PageHead } from "../../ui/bits";
import { FILTERS, Filters, filtersOf } from "../../ui/filters";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { ChosenPlace } from "./chosen";
import { Places } from "./places";
import { World } from "./world";
import { placesOf, type Placed } from "./place";

export function MapView() {
  const { say } = useSpeech();
  const { query } = useHere();
  useTitle(say("map_title"));
  const filters = filtersOf(query);
  const [asked, again] = useAsked(`map ${JSON.stringify(filters)}`, () => api.map(filters));
  return (
    <>
      <PageHead title={say("map_title")} lead={say("map_lead")}>
        <Filters names={FILTERS} />
      </PageHead>
      <Shown asked={asked} again={again} lines={14}>
        {(data) => (data.points.length + data.countries.length > 0 ? <Body data={data} /> : <Empty>{say("map_none")}</Empty>)}
      </Shown>
    </>
  );
}

function Body({ data }: { data: MapData }) {
  const chosen = useHere().query.get("place");
  const places = placesOf(data);
  const found = places.find((one) => one.key === chosen) ?? null;
  const side = useRef<HTMLDivElement>(null);
  const choose = (place: Placed | null) => {
    const next = place === null || place.key === chosen ? null : place.key;
    setQuery({ place: next });
    focusSoon(() => headOf(side.current, next !== null));
  };
  return (
    <div class="map">
      <World places={places} chosen={found} onChoose={choose} />
      <div class="map-side" ref={side}>{found ? <ChosenPlace place={found} onClose={() => choose(null)} /> : <Places places={places} onChoose={choose} />}</div>
    </div>
  );
}

/** The name of the place that was chosen, or the first heading of the lists. */
function headOf(side: HTMLElement | null, chosen: boolean): HTMLElement | null {
  return side?.querySelector<HTMLElement>(chosen ? ".place-chosen h2" : ".place-list h2") ?? null;
}
