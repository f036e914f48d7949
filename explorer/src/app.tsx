/** The explorer: settings, the frame, and the view that the address asks for. */
import type { ComponentType } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { api } from "./api/client";
import { useAsked } from "./api/use";
import { useHere } from "./route/router";
import { routeOf, type Route } from "./route/routes";
import { startKeys } from "./ui/keys";
import { remember, SettingsContext, speech, startLang, useSpeech } from "./ui/settings";
import { Shell } from "./ui/shell";
import { Empty, Failure, Waiting } from "./ui/state";
import { ArticleView } from "./views/article/article";
import { BriefingView } from "./views/briefing/briefing";
import { CalendarView } from "./views/calendar/calendar";
import { EventView } from "./views/event/event";
import { EventsView } from "./views/events/events";
import { SearchView } from "./views/search/search";

export function App() {
  const here = useHere();
  const [lang, setLang] = useState(() => startLang(here.query));
  const [helping, setHelping] = useState(false);
  const [asked] = useAsked("meta", api.meta);
  const meta = asked.state === "there" ? asked.value : null;
  const settings = useMemo(() => ({ lang, meta }), [lang, meta]);
  useEffect(() => startKeys({ help: () => setHelping(true) }), []);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const turn = () => {
    const next = lang === "en" ? "id" : "en";
    remember("lang", next);
    setLang(next);
  };
  return (
    <SettingsContext.Provider value={settings}>
      <Shell helping={helping} onHelp={setHelping} onLang={turn}>
        {meta?.settling && (
          <p class="banner" role="status">
            {speech(settings).say("settling")}
          </p>
        )}
        {asked.state === "failed" && asked.error.code === "unauthorised" ? (
          <Failure error={asked.error} whole />
        ) : (
          <View route={routeOf(here.path)} />
        )}
      </Shell>
    </SettingsContext.Provider>
  );
}

function View({ route }: { route: Route }) {
  switch (route.view) {
    case "briefing":
      return <BriefingView day={route.day} />;
    case "events":
      return <EventsView />;
    case "event":
      return <EventView key={route.id} id={route.id} />;
    case "article":
      return <ArticleView key={route.id} id={route.id} />;
    case "calendar":
      return <CalendarView />;
    case "search":
      return <SearchView />;
    case "timeline":
      return <Later load={() => import("./views/timeline/timeline").then((made) => made.TimelineView)} key="timeline" />;
    case "actors":
      return <Later load={() => import("./views/actors/actors").then((made) => made.ActorsView)} key="actors" />;
    case "actor":
      return <Later load={() => import("./views/actor/actor").then((made) => made.ActorView)} key="actor" />;
    case "map":
      return <Later load={() => import("./views/map/map").then((made) => made.MapView)} key="map" />;
    case "nowhere":
      return <Nowhere />;
  }
}

/** A view that is fetched when it is first asked for. */
function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [asked, again] = useAsked("view", () => () => load().then((made) => ({ made })));
  if (asked.state === "failed") return <Failure error={asked.error} again={again} whole />;
  if (asked.state === "loading") return <Waiting />;
  const Made = asked.value.made;
  return <Made />;
}

function Nowhere() {
  const { say } = useSpeech();
  return (
    <Empty>
      <h1>{say("nowhere_title")}</h1>
      <p>{say("error_not_found")}</p>
      <a href="/">{say("home")}</a>
    </Empty>
  );
}
