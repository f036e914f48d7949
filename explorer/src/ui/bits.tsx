/** Small pieces that stand in many views. */
import type { ComponentChildren } from "preact";
import type { Actor, Corroboration, FieldName, Place, Status } from "../api/types";
import { useSpeech } from "./settings";

/** Status in a word, with a sign of its own: colour is never the only difference. */
export function StatusMark({ status }: { status: Status }) {
  const { kind } = useSpeech();
  return (
    <span class={`status status-${status}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <StatusSign status={status} />
      </svg>
      {kind("status", status)}
    </span>
  );
}

function StatusSign({ status }: { status: Status }) {
  if (status === "occurred") return <circle cx="5" cy="5" r="4" class="sign-full" />;
  if (status === "ongoing") return <path d="M5 1a4 4 0 0 1 0 8zM5 1a4 4 0 0 0 0 8" class="sign-half" />;
  if (status === "denied") return <path d="M2 2l6 6M8 2l-6 6" class="sign-line" />;
  return <circle cx="5" cy="5" r="3.5" class={status === "planned" ? "sign-line" : "sign-line sign-dashed"} />;
}

/** Type and mode; the class shows whether it is cooperation or conflict. */
export function TypeName({ type, mode }: { type: string; mode: string | null }) {
  const speech = useSpeech();
  const quad = speech.quad(type);
  return (
    <span class={`type ${quad === null ? "" : quad <= 2 ? "type-coop" : "type-conf"}`}>
      {speech.type(type)}
      {mode && <span class="type-mode">: {speech.mode(type, mode)}</span>}
    </span>
  );
}

export function PlaceName({ place }: { place: Pick<Place, "name" | "country"> }) {
  return <>{useSpeech().place(place)}</>;
}

export function ActorName({ actor, code = true }: { actor: Actor; code?: boolean }) {
  const speech = useSpeech();
  const shown = code && actor.country && actor.kind !== "state" ? actor.country : null;
  return (
    <>
      {speech.actor(actor)}
      {shown && <span class="code"> {shown}</span>}
    </>
  );
}

/** At most three outlets by name, then how many more. */
export function Outlets({ known }: { known: Corroboration }) {
  const { say } = useSpeech();
  const shown = known.outlets.slice(0, 3).join(", ");
  const more = known.outlets.length - 3;
  return (
    <span class="outlets">
      {shown}
      {more > 0 && ` ${say("more_outlets", { n: more })}`}
      {known.copies > 0 && <span class="copies">, {say("n_copies", { n: known.copies })}</span>}
    </span>
  );
}

/** How well an event is attested, as figures. */
export function Strength({ known }: { known: Corroboration }) {
  const { say } = useSpeech();
  return (
    <span class="strength">
      <b>{say("n_sources", { n: known.independent })}</b>
      {known.voices > 1 && `, ${say("n_voices", { n: known.voices })}`}
      {known.copies > 0 && `, ${say("n_copies", { n: known.copies })}`}
    </span>
  );
}

export function Contradicted({ fields }: { fields: readonly FieldName[] }) {
  const { say, kind } = useSpeech();
  if (fields.length === 0) return null;
  const names = fields.map((field) => kind("field", field).toLowerCase()).join(", ");
  return (
    <span class="badge badge-clash" title={say("contradicted_fields", { fields: names })}>
      <span aria-hidden="true">≠ </span>
      {say("contradicted")}: {names}
    </span>
  );
}

export function Section(props: { title: string; hint?: string; children: ComponentChildren; class?: string; aside?: ComponentChildren }) {
  return (
    <section class={`section ${props.class ?? ""}`}>
      <div class="section-head">
        <h2>{props.title}</h2>
        {props.hint && <p class="quiet">{props.hint}</p>}
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

export function PageHead(props: { title: string; lead?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <header class="page-head">
      <h1>{props.title}</h1>
      {props.lead && <p class="lead">{props.lead}</p>}
      {props.children}
    </header>
  );
}

/** Buttons of which one is pressed. */
export function Choice<V extends string>(props: {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChoose: (value: V) => void;
}) {
  return (
    <div class="choice" role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          class="choice-option"
          aria-pressed={option.value === props.value}
          onClick={() => props.onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

export function Folded(props: { summary: ComponentChildren; children: ComponentChildren; open?: boolean; onOpen?: () => void; class?: string }) {
  return (
    <details
      class={`folded ${props.class ?? ""}`}
      open={props.open ?? false}
      onToggle={(event) => event.currentTarget.open && props.onOpen?.()}
    >
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  );
}
