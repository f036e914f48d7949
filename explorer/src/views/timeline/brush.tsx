/** The strip below the chart: all periods small; what is framed is what the chart shows. */
import { useRef } from "preact/hooks";
import { focusSoon } from "../../route/focus";
import { addDays, dayText } from "../../text/format";
import { useSpeech } from "../../ui/settings";
import { largest, type Bar } from "./scale";

const HEIGHT = 44;
const LEFT = 46;

interface Props {
  bars: readonly Bar[];
  days: number;
  width: number;
  first: string;
  range: [number, number];
  onZoom: (range: [number, number]) => void;
}

export function Brush({ bars, days, width, first, range, onZoom }: Props) {
  const { say, lang } = useSpeech();
  const dragged = useRef<number | null>(null);
  const inner = width - LEFT;
  const x = (day: number) => LEFT + (day / days) * inner;
  const most = largest(bars.map((bar) => bar.period));
  const dayAt = (event: PointerEvent & { currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(days, Math.round(((event.clientX - box.left - LEFT) / inner) * days)));
  };
  const drag = (event: PointerEvent & { currentTarget: Element }) => {
    if (dragged.current === null) return;
    const at = dayAt(event);
    const [from, to] = [Math.min(at, dragged.current), Math.max(at, dragged.current)];
    if (to - from >= 1) onZoom([from, to]);
  };
  const box = useRef<HTMLDivElement>(null);
  const all = () => {
    onZoom([0, days]);
    focusSoon(() => box.current?.querySelector<HTMLElement>("input"));
  };
  const whole = range[0] <= 0 && range[1] >= days;
  return (
    <div class="brush" ref={box}>
      <div class="brush-strip">
      <svg
        width={width}
        height={HEIGHT}
        aria-hidden="true"
        onPointerDown={(event) => {
          dragged.current = dayAt(event);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          dragged.current = null;
        }}
      >
        <rect x={LEFT} y={0} width={inner} height={HEIGHT} class="strip" />
        {bars.map(({ period, start, days: long }) => {
          const wide = Math.max(1.5, x(start + long) - x(start) - 1);
          const up = (period.cooperation_score / most) * (HEIGHT / 2 - 2);
          const down = (Math.abs(period.conflict_score) / most) * (HEIGHT / 2 - 2);
          return (
            <g key={period.period}>
              <rect x={x(start)} width={wide} y={HEIGHT / 2 - up} height={up} class="bar-coop" />
              <rect x={x(start)} width={wide} y={HEIGHT / 2} height={down} class="bar-conf" />
            </g>
          );
        })}
        <rect x={LEFT} y={0} width={Math.max(0, x(range[0]) - LEFT)} height={HEIGHT} class="veil" />
        <rect x={x(range[1])} y={0} width={Math.max(0, width - x(range[1]))} height={HEIGHT} class="veil" />
        <rect x={x(range[0])} y={0.5} width={Math.max(2, x(range[1]) - x(range[0]))} height={HEIGHT - 1} class="frame" />
      </svg>
      <div class="brush-ends">
        <label>
          <span class="hidden">{say("timeline_from")}</span>
          <input type="range" min={0} max={days} value={range[0]} aria-valuetext={dayText(addDays(first, range[0]), lang)} onInput={(event) => onZoom([Math.min(Number(event.currentTarget.value), range[1] - 1), range[1]])} />
        </label>
        <label>
          <span class="hidden">{say("timeline_to")}</span>
          <input type="range" min={0} max={days} value={range[1]} aria-valuetext={dayText(addDays(first, range[1] - 1), lang)} onInput={(event) => onZoom([range[0], Math.max(Number(event.currentTarget.value), range[0] + 1)])} />
        </label>
      </div>
      </div>
      <p class="quiet brush-note">
        {dayText(addDays(first, range[0]), lang)} – {dayText(addDays(first, range[1] - 1), lang)}. {say("timeline_brush")}.{" "}
        {!whole && (
          <button type="button" class="link" onClick={all}>
            {say("timeline_all")}
          </button>
        )}
      </p>
    </div>
  );
}
