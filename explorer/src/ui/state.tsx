/** What a view shows while it waits, when it fails, and when there is nothing. */
import type { ComponentChildren } from "preact";
import type { ApiError } from "../api/client";
import type { Asked } from "../api/use";
import { isWord } from "../i18n/say";
import { useSpeech } from "./settings";

interface Props<T> {
  asked: Asked<T>;
  again: () => void;
  children: (value: T) => ComponentChildren;
  /** How many lines the place-holder has. */
  lines?: number;
  /** Whether this is all of the page: a failure then bears the page's title. */
  whole?: boolean;
  /** The class of the box around what is drawn. */
  class?: string;
}

/** Draws the value once it is there; while a newer one is on its way, the older one stays, dimmed. */
export function Shown<T>({ asked, again, children, lines = 6, whole = false, class: named = "" }: Props<T>) {
  if (asked.state === "failed") return <Failure error={asked.error} again={again} whole={whole} />;
  const busy = asked.state === "loading";
  const value = busy ? asked.before : asked.value;
  if (value === null) return <Waiting lines={lines} />;
  return (
    <div class={busy ? `${named} stale` : named} aria-busy={busy}>
      {children(value)}
    </div>
  );
}

export function Waiting({ lines = 6 }: { lines?: number }) {
  const { say } = useSpeech();
  return (
    <div class="waiting" role="status" aria-label={say("loading")}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} class="waiting-line" style={{ width: `${92 - ((index * 37) % 50)}%` }} />
      ))}
    </div>
  );
}

export function Failure({ error, again, whole = false }: { error: ApiError; again?: () => void; whole?: boolean }) {
  const { say } = useSpeech();
  const key = `error_${error.code}`;
  return (
    <div class="notice notice-error" role="alert">
      {whole ? <h1 class="notice-title">{say("error_title")}</h1> : <p class="notice-title">{say("error_title")}</p>}
      <p>{isWord(key) ? say(key) : say("error_other")}</p>
      {error.message && error.code !== "offline" && <p class="quiet">{error.message}</p>}
      {again && (
        <button type="button" class="button" onClick={again}>
          {say("again")}
        </button>
      )}
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="notice">{children}</div>;
}
