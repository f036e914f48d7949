/** Where a reader may begin: the pairs of countries of which most is told. */
import { api } from "../../api/client";
import { useAsked } from "../../api/use";
import { links } from "../../route/routes";
import { Section } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";
import { Shown } from "../../ui/state";

export function Pairs() {
  const speech = useSpeech();
  const { say } = speech;
  const [asked, again] = useAsked("pairs", () => api.network({ by: "country", limit: 30 }));
  if (asked.state === "there" && asked.value.edges.length === 0) return null;
  return (
    <Section title={say("timeline_pairs")}>
      <Shown asked={asked} again={again}>
        {(network) => {
          const name = (key: string) => {
            const found = network.nodes.find((one) => one.key === key);
            return found ? speech.actor(found) : key;
          };
          const edges = [...network.edges].sort((one, other) => other.events - one.events).slice(0, 12);
          return (
            <ol class="pair-list">
              {edges.map((edge) => (
                <li key={`${edge.source} ${edge.target}`}>
                  <a href={links.timeline({ a: edge.source, b: edge.target, by: "day" })} data-entry>
                    {name(edge.source)} – {name(edge.target)}
                  </a>{" "}
                  <span class="quiet">{say("n_events", { n: edge.events })}</span>
                </li>
              ))}
            </ol>
          );
        }}
      </Shown>
    </Section>
  );
}
