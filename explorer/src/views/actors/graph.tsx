/** The network as a picture. */
import { useMemo, useRef } from "preact/hooks";
import type { Network } from "../../api/types";
import { links } from "../../route/routes";
import { useWidth } from "../../ui/media";
import { useSpeech, type Speech } from "../../ui/settings";
import { layout, leaning, type PlacedEdge, type PlacedNode } from "./layout";
import { roomFor, spotsOf, type Spot } from "./names";

interface Props {
  network: Network;
  focus: string | null;
  /** The keys of what the pointer is over: one actor, or a pair. */
  under: readonly string[];
  onFocus: (key: string) => void;
  onUnder: (keys: readonly string[]) => void;
}

const LETTERS = 12; // pixels

export function Graph({ network, focus, under, onFocus, onUnder }: Props) {
  const speech = useSpeech();
  const { say } = speech;
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box, 800);
  const narrow = width < 520;
  const placed = useMemo(() => layout(network, narrow), [network, narrow]);
  const at = under.length > 0 ? under : focus === null ? [] : [focus];
  const tied = ({ edge }: PlacedEdge) => at.every((key) => edge.source === key || edge.target === key);
  const drawn = placed.edges.filter((one) => (at.length > 0 ? tied(one) : one.strong));
  const near = new Set([...at, ...placed.edges.filter(tied).flatMap((one) => [one.edge.source, one.edge.target])]);
  const size = LETTERS * Math.max(1, placed.box[2] / width);
  const named = at.length === 0 ? placed.nodes : placed.nodes.filter((one) => near.has(one.row.key));
  const room = roomFor(named, (one) => shortName(speech, one), size, placed.box);
  const label = say("actors_network", { nodes: network.nodes.length, edges: network.edges.length });
  return (
    <figure class="graph" ref={box}>
      <figcaption class="legend">
        <span class="key key-coop">{say("cooperation")}</span>
        <span class="key key-conf key-dashed">{say("conflict")}</span>
        <span class="quiet">{say(placed.edges.every((one) => one.strong) ? "actors_hint" : "actors_strongest")}</span>
      </figcaption>
      <svg viewBox={placed.box.join(" ")} role="group" aria-label={label}>
        {drawn.map((one) => (
          <line
            key={`${one.edge.source} ${one.edge.target}`}
            x1={one.source.x}
            y1={one.source.y}
            x2={one.target.x}
            y2={one.target.y}
            stroke-width={one.width}
            class={`edge edge-${leaning(one.edge)}`}
          />
        ))}
        {placed.nodes.map((one) => (
          <Node
            key={one.row.key}
            node={one}
            size={size}
            named={room.get(one.row.key) ?? (at.includes(one.row.key) ? spotsOf(one, 0, size)[0] : null)}
            faint={at.length > 0 && !near.has(one.row.key)}
            chosen={one.row.key === focus}
            onFocus={onFocus}
            onUnder={onUnder}
          />
        ))}
      </svg>
      {focus && <FocusLine network={network} focus={focus} />}
    </figure>
  );
}

function FocusLine({ network, focus }: { network: Network; focus: string }) {
  const speech = useSpeech();
  const found = network.nodes.find((one) => one.key === focus);
  if (!found) return null;
  return (
    <p class="focus-line">
      <b>{speech.actor(found)}</b> <span class="quiet">{speech.say("n_events", { n: found.events })}</span> <a href={links.actor(focus)}>{speech.say("actor_all_events")}</a>{" "}
      <a href={links.timeline({ a: focus })}>{speech.say("actor_timeline")}</a>
    </p>
  );
}

function shortName(speech: Speech, { row }: PlacedNode): string {
  const name = speech.actor(row);
  return name.length > 22 ? `${name.slice(0, 21)}…` : name;
}

interface NodeProps {
  size: number;
  node: PlacedNode;
  named: Spot | null;
  faint: boolean;
  chosen: boolean;
  onFocus: (key: string) => void;
  onUnder: (keys: readonly string[]) => void;
}

function Node({ node, size, named, faint, chosen, onFocus, onUnder }: NodeProps) {
  const speech = useSpeech();
  const { row } = node;
  const name = speech.actor(row);
  return (
    <g
      class={`node ${faint ? "faint" : ""} ${chosen ? "node-chosen" : ""}`}
      transform={`translate(${node.x} ${node.y})`}
      role="button"
      tabindex={0}
      aria-pressed={chosen}
      aria-label={`${shortName(speech, node)}, ${speech.say("n_events", { n: row.events })}`}
      onClick={() => onFocus(row.key)}
      onMouseEnter={() => onUnder([row.key])}
      onMouseLeave={() => onUnder([])}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          onFocus(row.key);
        }
      }}
    >
      <title>{`${name}, ${speech.say("n_events", { n: row.events })}`}</title>
      <circle r={node.radius} />
      {named && (
        <text x={named.dx} y={named.dy + size * 0.35} font-size={size} class="node-name">
          {shortName(speech, node)}
        </text>
      )}
    </g>
  );
}
