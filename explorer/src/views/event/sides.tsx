/** Which sides speak, which are silent, what each leaves out. */
import type { FullEvent, Side } from "../../api/types";
import { links } from "../../route/routes";
import { Section } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";

export function Sides({ event }: { event: FullEvent }) {
  const { say, country } = useSpeech();
  const sides = event.sides ?? [];
  const silent = sides.filter((side) => side.silent).map((side) => country(side.country));
  const told = sides.filter((side) => side.left_out.length > 0 || side.untold.length > 0);
  if (told.length + silent.length === 0) return null;
  return (
    <Section title={say("sides")}>
      {silent.length > 0 && <p>{say("silent", { names: silent.join(", ") })}</p>}
      <ul class="sides">
        {told.map((side) => (
          <SideItem key={side.country} side={side} />
        ))}
      </ul>
    </Section>
  );
}

function SideItem({ side }: { side: Side }) {
  const { say, kind, country, both } = useSpeech();
  const name = country(side.country);
  const others = [...new Set(side.untold.map((one) => one.told_by))];
  return (
    <li>
      {side.left_out.length > 0 && <p>{say("left_out", { name, what: side.left_out.map((one) => kind("left_out", one)).join(", ") })}</p>}
      {others.map((other) => (
        <div key={other}>
          <p>{say("untold", { name, other: country(other) })}</p>
          <ul>
            {side.untold
              .filter((one) => one.told_by === other)
              .map((one) => (
                <li key={one.id}>
                  <a href={links.event(one.id)}>{both(one.sentence)}</a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </li>
  );
}
