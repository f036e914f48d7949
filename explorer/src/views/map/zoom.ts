/** Moving and zooming a map: by wheel, by drag, with two fingers, by buttons. */
import { useRef } from "preact/hooks";
import { setQuery, useHere } from "../../route/router";
import { useHeld } from "../../ui/held";

export interface Zoom {
  /** The point of the whole map in the middle of the view, and how many times it is enlarged. */
  x: number;
  y: number;
  scale: number;
}

const MOST = 24;

export function clamped(zoom: Zoom, width: number, height: number): Zoom {
  const scale = Math.min(MOST, Math.max(1, zoom.scale));
  const [halfX, halfY] = [width / scale / 2, height / scale / 2];
  return {
    scale,
    x: Math.min(width - halfX, Math.max(halfX, zoom.x)),
    y: Math.min(height - halfY, Math.max(halfY, zoom.y)),
  };
}

/** What an address says of a zoom: the middle as shares of the map, and the scale. "0.79,0.53,4"; null of the whole map. */
export function zoomText(zoom: Zoom, width: number, height: number): string | null {
  const round = (value: number, digits: number) => String(Number(value.toFixed(digits)));
  return zoom.scale <= 1 ? null : [round(zoom.x / width, 4), round(zoom.y / height, 4), round(zoom.scale, 2)].join(",");
}

export function zoomOf(text: string | null, width: number, height: number): Zoom | null {
  const [x, y, scale] = (text ?? "").split(",").map(Number);
  if (x === undefined || y === undefined || scale === undefined || ![x, y, scale].every(Number.isFinite)) return null;
  return { x: x * width, y: y * height, scale };
}

export function useZoom(width: number, height: number) {
  const { query } = useHere();
  const whole: Zoom = { x: width / 2, y: height / 2, scale: 1 };
  const [zoom, setZoom] = useHeld<Zoom | null>(zoomOf(query.get("zoom"), width, height), (next) =>
    setQuery({ zoom: next && zoomText(next, width, height) }),
  );
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(false);
  const now = clamped(zoom ?? whole, width, height);
  const set = (next: Zoom) => setZoom(clamped(next, width, height));
  const spread = () => {
    const [one, other] = [...pointers.current.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };
  const handlers = {
    onWheel: (event: WheelEvent) => {
      if (!event.ctrlKey && now.scale <= 1 && event.deltaY > 0) return;
      event.preventDefault();
      set({ ...now, scale: now.scale * Math.exp(-event.deltaY / 400) });
    },
    onPointerDown: (event: PointerEvent) => {
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      moved.current = false;
    },
    onPointerMove: (event: PointerEvent) => {
      const before = pointers.current.get(event.pointerId);
      if (!before) return;
      const apart = spread();
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
      if (Math.abs(dx) + Math.abs(dy) > 3) moved.current = true;
      if (pointers.current.size === 2 && apart > 0) set({ ...now, scale: (now.scale * spread()) / apart });
      else set({ ...now, x: now.x - dx / now.scale, y: now.y - dy / now.scale });
    },
    onPointerUp: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
    onPointerLeave: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
  };
  return { zoom: now, set, reset: () => setZoom(null), handlers, wasMoved: () => moved.current };
}
