/** The places of the map as a list, for reading and for the keyboard. */
import { focusNew } from "../../route/focus";
import { useStay } from "../../route/stay";
import { number } from "../../text/format";
import { useSpeech } from "../../ui/settings";
import type { Placed } from "./place";

const FIRST = 15;

export function Places({ places, onChoose }: { places: readonly Placed[]; onChoose: (place: Placed) => void }) {
  const { say } = useSpeech();
  return (
    <>
      <PlaceList title={say("map_places")} places={places.filter((one) => one.at !== null)} onChoose={onChoose} />
      <PlaceList title={say("map_countrywide")} places={places.filter((one) => one.at === null)} onChoose={onChoose} />
    </>
  );
}

function PlaceList({ title, places, onChoose }: { title: string; places: readonly Placed[]; onChoose: (place: Placed) => void }) {
  const { say, lang } = useSpeech();
  const [all, setAll] = useStay(`places ${title}`, false);
  if (places.length === 0) return null;
  const shown = all ? places : places.slice(0, FIRST);
  return (
    <section class="place-list">
      <h2>{title}</h2>
      <ol>
        {shown.map((one) => (
          <li key={one.key}>
            <button type="button" class="link" onClick={() => onChoose(one)}>
              <PlaceTitle place={one} />
            </button>
            <span class="quiet">{number(one.events, lang)}</span>
          </li>
        ))}
      </ol>
      {shown.length < places.length && (
        <button type="button" class="button" onClick={() => focusNew(".place-list li button", () => setAll(() => true))}>
          {say("more")} ({places.length - shown.length})
        </button>
      )}
    </section>
  );
}

export function PlaceTitle({ place }: { place: Placed }) {
  const speech = useSpeech();
  return <>{place.at === null ? speech.country(place.country ?? "") : speech.place(place)}</>;
}
