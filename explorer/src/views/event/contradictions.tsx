/** What cannot both hold, said first. */
import type { Contradiction, Field, FullEvent } from "../../api/types";
import { ValueText, fieldName, voicesText } from "../../ui/values";
import { useSpeech } from "../../ui/settings";
import { fieldKey, type Lit } from "./evidence";
import { ValueButton } from "./value-button";

interface Props {
  event: FullEvent;
  lit: Lit | null;
  onLight: (lit: Lit | null) => void;
}

export function Contradictions({ event, lit, onLight }: Props) {
  const { say } = useSpeech();
  if (event.contradictions.length === 0) return null;
  return (
    <section class="clashes" aria-labelledby="clashes-title">
      <h2 id="clashes-title">
        <span aria-hidden="true">≠ </span>
        {say("contradiction_title")}
      </h2>
      {event.contradictions.map((one) => (
        <Clash key={fieldKey(one)} clash={one} field={event.views.find((other) => fieldKey(other) === fieldKey(one))} lit={lit} onLight={onLight} />
      ))}
      <p class="quiet">{say("contradiction_why")}</p>
    </section>
  );
}

function Clash({ clash, field, lit, onLight }: { clash: Contradiction; field: Field | undefined } & Omit<Props, "event">) {
  const speech = useSpeech();
  if (!field) return null;
  return (
    <div class="clash">
      <h3>{fieldName(speech, clash)}</h3>
      <ul class="clash-values">
        {clash.values.map((value, index) => (
          <li key={index}>
            <ValueButton field={field} value={value} lit={lit} onLight={onLight}>
              <ValueText field={clash.field} value={value.value} />
            </ValueButton>
            <span class="quiet">{voicesText(speech, value)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
