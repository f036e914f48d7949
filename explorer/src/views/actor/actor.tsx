/** The card of an actor: who it is, what it took part in, with whom, told by whom. */
import { api, type Query } from "../../api/client";
import type { ActorCard, Meta, Page, Summary } from "../../api/types";
import { useAsked, type Question } from "../../api/use";
import { useHere } from "../../route/router";
import { links, routeOf } from "../../route/routes";
import { dayText } from "../../text/format";
import { Section } from "../../ui/bits";
import { EventList } from "../../ui/events";
import { useSpeech } from "../../ui/settings";
import { Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { filterOf, Known, Outlets, Partners, Types } from "./parts";

export function ActorView() {
  const route = routeOf(useHere().path);
  const key = route.view === "actor" ? route.key : "";
  const [asked, again] = useAsked(`actor ${key}`, () => api.actor(key));
  return (
    <Shown asked={asked} again={again} lines={12} whole>
      {(card) => <Body card={card} />}
    </Shown>
  );
}

function Body({ card }: { card: ActorCard }) {
  const speech = useSpeech();
  const { say, lang, kind } = speech;
  const name = speech.actor(card);
  const other = lang === "id" ? card.name : card.name_id;
  useTitle(name);
  return (
    <>
      <header class="page-head">
        <p class="kicker">
          {[card.everybody ? say("actor_everybody") : card.kind ? kind("kind", card.kind) : "", card.country && card.kind !== "state" ? speech.country(card.country) : "", card.sector ? kind("sector", card.sector) : ""]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <h1>{name}</h1>
        <p class="lead">
          {other && other !== name && <>{other}. </>}
          {say("n_events", { n: card.events })}
          {card.first_day && card.last_day && `, ${dayText(card.first_day, lang)} – ${dayText(card.last_day, lang)}`}
          {card.voices > 0 && `, ${say("actor_says", { n: card.voices })}`}.
        </p>
        <div class="tools">
          <a class="button" href={links.events(filterOf(card))}>
            {say("actor_all_events")}
          </a>
          <a class="button" href={links.timeline({ a: card.key })}>
            {say("actor_timeline")}
          </a>
          {card.kind === "state" && card.country && (
            <a class="button" href={links.actor(card.everybody ? (card.id ?? card.key) : card.country)}>
              {say(card.everybody ? "actor_state" : "actor_everybody")}
            </a>
          )}
        </div>
      </header>
      <div class="columns">
        <div class="column-main">
          <Section title={say("actor_events")}>
            <Latest asks={filterOf(card)} />
          </Section>
        </div>
        <div class="column-side">
          <Known card={card} />
          <Partners card={card} />
          <Types card={card} />
          <Outlets card={card} />
        </div>
      </div>
    </>
  );
}

/** The latest events up to the last day of publication: what lies ahead is in the calendar. */
function latest(asks: Query, meta: Meta | null): Question<Page<Summary>> {
  return async (signal) => {
    const known = meta ?? (await api.meta()(signal));
    return api.events({ ...asks, until: known.last_day, limit: 12 })(signal);
  };
}

function Latest({ asks }: { asks: Query }) {
  const { say, meta } = useSpeech();
  const [asked, again] = useAsked(`latest ${JSON.stringify(asks)}`, () => latest(asks, meta));
  return (
    <Shown asked={asked} again={again} lines={8}>
      {({ items }: { items: Summary[] }) => (items.length > 0 ? <EventList events={items} /> : <p class="quiet">{say("empty_filters")}</p>)}
    </Shown>
  );
}
