/** Where the nodes of a network stand. The same network is laid out the same way each time. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import type { ActorRow, Network, NetworkEdge } from "../../api/types";

const STEPS = 320;
const TIES = 3;

export interface PlacedNode {
  row: ActorRow;
  x: number;
  y: number;
  radius: number;
}

export interface PlacedEdge {
  edge: NetworkEdge;
  source: PlacedNode;
  target: PlacedNode;
  width: number;
  /** Whether it is one of the strongest of either end; of a network with few edges all are. */
  strong: boolean;
}

interface Body extends SimulationNodeDatum {
  row: ActorRow;
  radius: number;
}

export interface Layout {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  /** Left, top, width, height of all of it. */
  box: [number, number, number, number];
}

/** `tall`: for a screen that is higher than wide. */
export function layout(network: Network, tall = false): Layout {
  const most = Math.max(1, ...network.nodes.map((one) => one.events));
  const bodies: Body[] = network.nodes.map((row) => ({ row, radius: 5 + 17 * Math.sqrt(row.events / most) }));
  const byKey = new Map(bodies.map((body) => [body.row.key, body]));
  const tied = network.edges.filter((edge) => byKey.has(edge.source) && byKey.has(edge.target) && edge.source !== edge.target);
  const strong = strongest(tied, bodies.length);
  const ties: SimulationLinkDatum<Body>[] = [...strong].map((edge) => ({ source: byKey.get(edge.source) as Body, target: byKey.get(edge.target) as Body }));
  const simulation = forceSimulation(bodies)
    .force("link", forceLink<Body, SimulationLinkDatum<Body>>(ties).distance(84).strength(0.35))
    .force("charge", forceManyBody<Body>().strength(-330).distanceMax(420))
    .force("x", forceX<Body>().strength(tall ? 0.14 : 0.06))
    .force("y", forceY<Body>().strength(tall ? 0.06 : 0.1))
    .force("collide", forceCollide<Body>((body) => body.radius + 16))
    .stop();
  simulation.tick(STEPS);
  const placed = new Map(bodies.map((body) => [body.row.key, { row: body.row, x: body.x ?? 0, y: body.y ?? 0, radius: body.radius }]));
  const heaviest = Math.max(1, ...tied.map((edge) => edge.events));
  const edges = tied.map((edge) => ({
    edge,
    source: placed.get(edge.source) as PlacedNode,
    target: placed.get(edge.target) as PlacedNode,
    width: 1 + 6 * Math.sqrt(edge.events / heaviest),
    strong: strong.has(edge),
  }));
  return { nodes: [...placed.values()], edges, box: boxOf([...placed.values()]) };
}

/** The edges with most events of each node: where every one deals with every other, a picture of all tells nothing. */
export function strongest(edges: readonly NetworkEdge[], nodes: number): Set<NetworkEdge> {
  if (edges.length <= nodes * TIES) return new Set(edges);
  const own = new Map<string, NetworkEdge[]>();
  for (const edge of edges) for (const key of [edge.source, edge.target]) own.set(key, [...(own.get(key) ?? []), edge]);
  const order = (one: NetworkEdge, other: NetworkEdge) => other.events - one.events || (one.source + one.target < other.source + other.target ? -1 : 1);
  return new Set([...own.values()].flatMap((some) => some.sort(order).slice(0, TIES)));
}

function boxOf(nodes: readonly PlacedNode[]): Layout["box"] {
  const pad = 42;
  const left = Math.min(...nodes.map((one) => one.x - one.radius)) - pad;
  const right = Math.max(...nodes.map((one) => one.x + one.radius)) + pad;
  const top = Math.min(...nodes.map((one) => one.y - one.radius)) - pad / 2;
  const bottom = Math.max(...nodes.map((one) => one.y + one.radius)) + pad;
  return [left, top, right - left, bottom - top];
}

/** Whether cooperation or conflict weighs more between two. */
export function leaning(edge: { cooperation: number; conflict: number }): "coop" | "conf" | "even" {
  const sum = edge.cooperation - Math.abs(edge.conflict);
  if (Math.abs(sum) < 0.5) return "even";
  return sum > 0 ? "coop" : "conf";
}
