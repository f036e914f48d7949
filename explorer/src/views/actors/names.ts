/** Which names of a network are written: the largest first, none over another name or node. */
import type { Layout, PlacedNode } from "./layout";

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function apart(one: Box, other: Box): boolean {
  return one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
}

/** The nodes whose name has room inside `frame` (left, top, width, height), in letters of `size` units; a width of 0.62 of that is taken for each. Below the node is tried first. */
export function roomFor(nodes: readonly PlacedNode[], nameOf: (node: PlacedNode) => string, size: number, frame: Layout["box"]): Map<string, Spot> {
  const circles = nodes.map((one) => ({ key: one.row.key, box: around(one.x, one.y, one.radius, one.radius) }));
  const taken: Box[] = [];
  const named = new Map<string, Spot>();
  for (const node of [...nodes].sort((a, b) => b.row.events - a.row.events)) {
    const half = (nameOf(node).length * size * 0.62) / 2;
    for (const spot of spotsOf(node, half, size)) {
      const box = around(node.x + spot.dx, node.y + spot.dy, half, size * 0.5);
      const free = inside(box, frame) && taken.every((one) => apart(one, box)) && circles.every((one) => one.key === node.row.key || apart(one.box, box));
      if (!free) continue;
      taken.push(box);
      named.set(node.row.key, spot);
      break;
    }
  }
  return named;
}

function inside(box: Box, [left, top, width, height]: Layout["box"]): boolean {
  return box.left >= left && box.right <= left + width && box.top >= top && box.bottom <= top + height;
}

/** The middle of a name, from the middle of its node. */
export interface Spot {
  dx: number;
  dy: number;
}

export function spotsOf(node: PlacedNode, half: number, size: number): [Spot, Spot, Spot, Spot] {
  const [down, side] = [node.radius + size * 0.7, node.radius + half + size * 0.25];
  return [{ dx: 0, dy: down }, { dx: 0, dy: -down }, { dx: side, dy: 0 }, { dx: -side, dy: 0 }];
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}
