/** How a plan became what it is. */
import type { FullEvent, Plan } from "../../api/types";
import { links } from "../../route/routes";
import { dayText, stretch } from "../../text/format";
import { Section } from "../../ui/bits";
import { OutcomeMark } from "../../ui/plans";
import { useSpeech } from "../../ui/settings";

export function PlanHistory({ event }: { event: FullEvent }) {
  const { say } = useSpeech();
  if (!event.plan || event.plan.steps.length === 0) return null;
  return (
    <Section title={say("plan_title")} aside={<OutcomeMark outcome={event.plan.outcome} />}>
      <Steps plan={event.plan} />
    </Section>
  );
}

function Steps({ plan }: { plan: Plan }) {
  const { say, lang, kind } = useSpeech();
  return (
    <ol class="steps">
      {plan.steps.map((step, index) => {
        const moved = plan.moves.find((move) => move.published === step.published && move.to.day === step.day);
        const when = step.day ? stretch(step.day, step.last_day, lang) : say("undated").toLowerCase();
        return (
          <li key={index}>
            <p>
              <span class="step-day">{dayText(step.published, lang)}</span>
              <b>{say("plan_step", { status: kind("status", step.status), when })}</b>
              {moved && (
                <span class="moved">
                  {" "}
                  {say("plan_moved", {
                    from: stretch(moved.from.day, moved.from.last_day, lang),
                    to: stretch(moved.to.day, moved.to.last_day, lang),
                  })}
                </span>
              )}
            </p>
            {step.sources.map((source) => (
              <p key={source.report} class="step-source">
                <q>{source.sentence}</q>{" "}
                <a href={links.article(source.article, source.report)}>{[source.outlet, ...source.voices].filter(Boolean).join(" › ")}</a>
              </p>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
