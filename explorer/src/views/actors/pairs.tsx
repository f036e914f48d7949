/** The pairs of a network as a list: the same as the picture, for reading. */
import type { Network, NetworkEdge } from "../../api/types";
import { focusSoon } from "../../route/focus";
import { links } from "../../route/routes";
import { stretch } from "../../text/format";
import { Balance } from "../../ui/balance";
import { useSpeech } from "../../ui/settings";

interface Props {
  network: Network;
  focus: string | null;
  onFocus: (key: string) => void;
  onUnder: (keys: readonly string[]) => void;
}

const SHOWN = 40;

export function PairTable({ network, focus, onFocus, onUnder }: Props) {
  const speech = useSpeech();
  const { say, lang } = speech;
  const name = (key: string) => {
    const found = network.nodes.find((one) => one.key === key);
    return found ? speech.actor(found) : key;
  };
  const edges = network.edges.filter((one) => focus === null || one.source === focus || one.target === focus);
  const most = Math.max(1, ...network.edges.flatMap((one) => [one.cooperation, Math.abs(one.conflict)]));
  return (
    <div class="pairs">
      <h2>{focus ? `${say("actors_pairs")}: ${name(focus)}` : say("actors_pairs")}</h2>
      {focus && (
        <button type="button" class="button" onClick={() => showAll(() => onFocus(focus))}>
          {say("timeline_all")}
        </button>
      )}
      <ol class="pair-rows">
        {[...edges].sort(byEvents).slice(0, SHOWN).map((edge) => (
          <li key={`${edge.source} ${edge.target}`} onMouseEnter={() => onUnder([edge.source, edge.target])} onMouseLeave={() => onUnder([])}>
            <a href={links.timeline({ a: edge.source, b: edge.target })} data-entry>
              {name(edge.source)} – {name(edge.target)}
            </a>
            <span class="quiet">
              {say("n_events", { n: edge.events })}
              {edge.first && `, ${stretch(edge.first, edge.last, lang)}`}
            </span>
            <Balance cooperation={edge.cooperation} conflict={edge.conflict} most={most} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The button goes with the choice that it takes back. */
function showAll(change: () => void): void {
  change();
  focusSoon(() => document.querySelector<HTMLElement>(".pairs h2"));
}

function byEvents(one: NetworkEdge, other: NetworkEdge): number {
  return other.events - one.events;
}
