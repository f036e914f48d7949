/** The parts of an actor's card. */
import type { ActorCard, Office } from "../../api/types";
import { links } from "../../route/routes";
import { dayText, number } from "../../text/format";
import { Balance } from "../../ui/balance";
import { Section } from "../../ui/bits";
import { useSpeech, type Speech } from "../../ui/settings";

/** What the filters of events understand: the country, else an id, else the name. */
export function filterOf(card: ActorCard): Record<string, string> {
  return card.everybody ? { country: card.key } : { actor: card.id ?? card.name };
}

export function Known({ card }: { card: ActorCard }) {
  const speech = useSpeech();
  const { say } = speech;
  const known = card.known;
  if (!known) return <p class="quiet actor-unknown">{say("actor_unknown")}</p>;
  const aliases = known.aliases.filter((one) => one !== card.name && one !== card.name_id);
  if (known.offices.length + aliases.length === 0) return null;
  return (
    <Section title={known.offices.length > 0 ? say("actor_known") : say("actor_aliases")}>
      <ul class="plain-list">
        {officeLines(speech, known.offices).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {aliases.length > 0 && (
        <p class="quiet">
          {known.offices.length > 0 && `${say("actor_aliases")}: `}
          {aliases.join(", ")}
        </p>
      )}
    </Section>
  );
}

/** Each office in words, once: who is head of state and of government at a time bears one title for both. */
export function officeLines(speech: Speech, offices: readonly (string | Office)[]): string[] {
  return [...new Set(offices.map((office) => (typeof office === "string" ? office : officeText(speech, office))))];
}

function officeText({ lang, country }: Speech, office: Office): string {
  const title = office.title ?? office.office ?? office.name ?? "";
  const [from, to] = [office.since ?? office.start, office.until ?? office.end];
  const days = from || to ? `, ${dayText(from, lang)} – ${dayText(to, lang)}` : "";
  return `${title}${office.country ? ` (${country(office.country)})` : ""}${days}`;
}

export function Types({ card }: { card: ActorCard }) {
  const speech = useSpeech();
  const { say, lang } = speech;
  const types = Object.entries(card.by_type).sort((one, other) => other[1] - one[1]);
  const most = Math.max(1, ...types.map(([, n]) => n));
  return (
    <Section title={say("actor_types")}>
      <ul class="bars-list">
        {types.map(([type, n]) => (
          <li key={type}>
            <a href={links.events({ ...filterOf(card), type })}>{speech.type(type)}</a>
            <span class="bar-line" aria-hidden="true">
              <span class={(speech.quad(type) ?? 1) <= 2 ? "balance-coop" : "balance-conf"} style={{ width: `${(n / most) * 100}%` }} />
            </span>
            <span class="quiet">{number(n, lang)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const PARTNERS = 12;

export function Partners({ card }: { card: ActorCard }) {
  const speech = useSpeech();
  const { say } = speech;
  if (card.partners.length === 0) return null;
  const shown = card.partners.slice(0, PARTNERS);
  const most = Math.max(1, ...shown.flatMap((one) => [one.cooperation, Math.abs(one.conflict)]));
  return (
    <Section title={say("actor_partners")} hint={`${say("conflict")} ← → ${say("cooperation")}`}>
      <ol class="pair-rows">
        {shown.map((one) => (
          <li key={one.key}>
            <a href={links.actor(one.key)}>{speech.actor(one)}</a>
            <a class="quiet" href={links.timeline({ a: card.key, b: one.key })}>
              {say("n_events", { n: one.events })}
            </a>
            <Balance cooperation={one.cooperation} conflict={one.conflict} most={most} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Outlets({ card }: { card: ActorCard }) {
  const { say, lang } = useSpeech();
  const told = card.outlets.filter((one) => one.outlet).slice(0, 12);
  if (told.length === 0) return null;
  return (
    <Section title={say("actor_outlets")}>
      <p class="outlet-list">
        {told.map((one, index) => (
          <span key={one.outlet}>
            {index > 0 && ", "}
            {one.outlet} <span class="quiet">{number(one.events, lang)}</span>
          </span>
        ))}
      </p>
    </Section>
  );
}
