/** What stands around every view: the name, the views, the search, the switches. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { go, useHere } from "../route/router";
import { routeOf, to, type Route } from "../route/routes";
import { dayText } from "../text/format";
import { Help } from "./help";
import { remember, remembered, useSpeech } from "./settings";
import type { Word } from "../i18n/words";

const VIEWS: readonly { path: string; word: Word; views: readonly Route["view"][] }[] = [
  { path: "/", word: "nav_briefing", views: ["briefing"] },
  { path: "/events", word: "nav_events", views: ["events", "event"] },
  { path: "/calendar", word: "nav_calendar", views: ["calendar"] },
  { path: "/timeline", word: "nav_timeline", views: ["timeline"] },
  { path: "/actors", word: "nav_actors", views: ["actors", "actor"] },
  { path: "/map", word: "nav_map", views: ["map"] },
];

interface Props {
  helping: boolean;
  onHelp: (open: boolean) => void;
  onLang: () => void;
  children: ComponentChildren;
}

export function Shell({ helping, onHelp, onLang, children }: Props) {
  const { say, lang } = useSpeech();
  const here = useHere();
  const view = routeOf(here.path).view;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => bringIn(nav.current), [view, lang]);
  return (
    <>
      <a class="skip" href="#main">
        {say("skip")}
      </a>
      <header class="top">
        <div class="top-inner">
          <a class="name" href="/">
            Kawat
          </a>
          <nav class="nav" aria-label={say("nav")} ref={nav}>
            {VIEWS.map((one) => (
              <a key={one.path} href={one.path} aria-current={one.views.includes(view) ? "page" : undefined}>
                {say(one.word)}
              </a>
            ))}
          </nav>
          <Find />
          <div class="switches">
            <button type="button" class="plain" lang={lang === "en" ? "id" : "en"} title={say("language")} onClick={onLang}>
              <span class="wide-only">{say("language")}</span>
              <span class="narrow-only">{lang === "en" ? "ID" : "EN"}</span>
            </button>
            <ThemeSwitch />
            <button type="button" class="plain" aria-label={say("help")} title={say("help")} onClick={() => onHelp(true)}>
              ?
            </button>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} class="main">
        {children}
      </main>
      <Foot />
      {helping && <Help onClose={() => onHelp(false)} />}
    </>
  );
}

/** On a narrow screen the views scroll sideways: the present one is brought in. */
function bringIn(nav: HTMLElement | null): void {
  const current = nav?.querySelector<HTMLElement>("[aria-current]");
  if (nav && current) nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.clientWidth) / 2;
}

function Find() {
  const { say } = useSpeech();
  const { path, query } = useHere();
  const asked = path === "/search" ? (query.get("q") ?? "") : "";
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.value = asked;
  }, [asked]);
  return (
    <form
      class="find"
      role="search"
      action="/search"
      onSubmit={(event) => {
        event.preventDefault();
        const words = new FormData(event.currentTarget).get("q");
        const kept = path === "/search" ? Object.fromEntries(query) : {};
        const address = to("/search", { ...kept, q: typeof words === "string" ? words.trim() : "" });
        go(address, { replace: address === window.location.pathname + window.location.search });
      }}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" class="find-sign">
        <circle cx="6.5" cy="6.5" r="4.5" />
        <path d="M10 10l4.5 4.5" />
      </svg>
      <input id="find" name="q" type="search" ref={input} aria-label={say("search_hint")} placeholder={say("search")} maxLength={200} autocomplete="off" />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

function ThemeSwitch() {
  const { say } = useSpeech();
  const [theme, setTheme] = useState<Theme>(() => THEMES.find((one) => one === remembered("theme")) ?? "system");
  const turn = () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
    if (next === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
    remember("theme", next);
    setTheme(next);
  };
  const label = `${say("theme")}: ${say(`theme_${theme}`)}`;
  return (
    <button type="button" class="plain theme" aria-label={label} title={label} onClick={turn}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {theme === "system" && <path d="M8 2a6 6 0 0 0 0 12z" class="sign-fill" />}
        {theme === "dark" && <circle cx="8" cy="8" r="6" class="sign-fill" />}
        <circle cx="8" cy="8" r="6" class="sign-ring" />
      </svg>
    </button>
  );
}

function Foot() {
  const { say, meta, lang } = useSpeech();
  if (!meta) return <footer class="foot" />;
  const days = meta.first_day && meta.last_day;
  const fill = { events: meta.events, articles: meta.articles, first: dayText(meta.first_day, lang), last: dayText(meta.last_day, lang) };
  return (
    <footer class="foot">
      <p>
        Kawat {meta.version}: {days ? say("store_line", fill) : say("store_plain", fill)}. {meta.editable && `${say("editable")}. `}
        <a href="/api/v1/openapi.json">API</a>
      </p>
    </footer>
  );
}
