/** Announced events: what is planned, who says so, what became of it. */
import type { Outcome, Plan, Source } from "../api/types";
import { links } from "../route/routes";
import { dayText, stretch } from "../text/format";
import { PlaceName, TypeName } from "./bits";
import { useSpeech } from "./settings";

const SIGNS: Record<Outcome, string> = { ahead: "→", moved: "↷", overdue: "!", occurred: "●", cancelled: "×", undated: "?" };

export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { kind } = useSpeech();
  return (
    <span class={`outcome outcome-${outcome}`}>
      <span aria-hidden="true">{SIGNS[outcome]} </span>
      {kind("outcome", outcome)}
    </span>
  );
}

export function PlanRow({ plan, dated = true }: { plan: Plan; dated?: boolean }) {
  const { lang, say, both } = useSpeech();
  const source = plan.announced[plan.announced.length - 1];
  return (
    <li class="row plan">
      <a class="row-title" href={links.event(plan.id)} data-entry>
        {both(plan.sentence)}
      </a>
      {source && (
        <blockquote class="said" cite={source.url ?? undefined}>
          {source.sentence}
        </blockquote>
      )}
      <p class="row-meta">
        <OutcomeMark outcome={plan.outcome} />
        <TypeName type={plan.type} mode={plan.mode} />
        {dated && <span class="when">{plan.day ? stretch(plan.day, plan.last_day, lang) : say("undated")}</span>}
        {plan.place && (
          <span class="where">
            <PlaceName place={plan.place} />
          </span>
        )}
        <span class="outlets">{say("announced_by", { names: sourceNames(plan.announced) })}</span>
      </p>
      {plan.moves.map((move, index) => (
        <p key={index} class="row-meta moved">
          {say("plan_moved", { from: stretch(move.from.day, move.from.last_day, lang), to: stretch(move.to.day, move.to.last_day, lang) })}
          {move.published && ` (${dayText(move.published, lang)})`}
        </p>
      ))}
    </li>
  );
}

/** Who says it: outlets, each once, three at most. */
export function sourceNames(sources: readonly Source[]): string {
  const names = [...new Set(sources.map((one) => [one.outlet, ...one.voices].filter(Boolean).join(" › ")))];
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} +${names.length - 3}` : names.join(", ");
}
