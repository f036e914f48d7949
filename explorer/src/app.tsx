/** The explorer: settings, the frame, and the view that the address asks for. */
import type { ComponentType } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { api, type ApiError } from "./api/client";
import type { Meta } from "./api/types";
import { useAsked } from "./api/use";
import { setQuery, useHere, type Here } from "./route/router";
import { routeOf, type Route } from "./route/routes";
import type { Lang } from "./text/format";
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
  const [lang, turn] = useLang(here);
  const [helping, setHelping] = useState(false);
  const [meta, failed] = useMeta(here);
  const settings = useMemo(() => ({ lang, meta }), [lang, meta]);
  useEffect(() => startKeys({ help: () => setHelping(true) }), []);
  return (
    <SettingsContext.Provider value={settings}>
      <Shell helping={helping} onHelp={setHelping} onLang={turn}>
        {meta?.settling && (
          <p class="banner" role="status">
            {speech(settings).say("settling")}
          </p>
        )}
        {failed?.code === "unauthorised" ? (
          <Failure error={failed} whole />
        ) : (
          <View route={routeOf(here.path)} />
        )}
      </Shell>
    </SettingsContext.Provider>
  );
}

/** The language, and how to turn it. An address that names another one than was chosen since is put right. */
function useLang(here: Here): [Lang, () => void] {
  const [lang, setLang] = useState(() => startLang(here.query));
  const named = here.query.get("lang");
  useEffect(() => {
    document.documentElement.lang = lang;
    if (named !== null && named !== lang) setQuery({ lang });
  }, [lang, named]);
  const turn = () => {
    const next = lang === "en" ? "id" : "en";
    remember("lang", next);
    setLang(next);
  };
  return [lang, turn];
}

const FRESH = 10_000; // milliseconds for which what /meta told is not asked again

/** What /meta told last: asked again when the reader goes to another view, and where there was no answer. */
function useMeta(here: Here): [Meta | null, ApiError | null] {
  const [asked, again] = useAsked("meta", api.meta);
  const last = useRef(performance.now());
  useEffect(() => {
    if (performance.now() - last.current < FRESH) return;
    last.current = performance.now();
    again();
  }, [here.path]);
  const missing = asked.state === "failed" && asked.error.code !== "unauthorised";
  useEffect(() => {
    if (!missing) return undefined;
    const timer = setTimeout(again, FRESH);
    return () => clearTimeout(timer);
  }, [missing]);
  const known = useRef<Meta | null>(null);
  if (asked.state === "there") known.current = asked.value;
  return [known.current, asked.state === "failed" ? asked.error : null];
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
