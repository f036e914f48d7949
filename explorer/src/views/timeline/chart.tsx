/** Cooperation above the line, conflict below it; background dimmed. */
import { useRef } from "preact/hooks";
import type { Period } from "../../api/types";
import { dayText, number } from "../../text/format";
import { useWidth } from "../../ui/media";
import { useSpeech } from "../../ui/settings";
import { Brush } from "./brush";
import { barsOf, daysIn, largest, niceStep, ticks, type Bar, type Range } from "./scale";

const HEIGHT = 260;
const AXIS = 22;
const LEFT = 46;

interface Props {
  periods: readonly Period[];
  by: string;
  chosen: string | null;
  onChoose: (period: string) => void;
  range: Range | null;
  onRange: (range: Range) => void;
}

export function Chart({ periods, by, chosen, onChoose, range: framed, onRange }: Props) {
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 900);
  const bars = barsOf(periods);
  const days = daysIn(bars);
  const range = framed ?? [0, days];
  const first = periods[0]?.first_day ?? "";
  return (
    <figure class="chart" ref={box}>
      <figcaption class="legend">
        <span class="key key-coop">{say("cooperation")}</span>
        <span class="key key-conf">{say("conflict")}</span>
        <span class="key key-back">{say("background")}</span>
        <span class="quiet">{say("timeline_choose")}</span>
      </figcaption>
      <Bars {...{ bars, range, width, first, by, chosen, onChoose }} />
      {bars.length > 1 && <Brush bars={bars} days={days} width={width} first={first} range={range} onZoom={onRange} />}
    </figure>
  );
}

interface BarsProps {
  bars: readonly Bar[];
  range: [number, number];
  width: number;
  first: string;
  by: string;
  chosen: string | null;
  onChoose: (period: string) => void;
}

function Bars({ bars, range, width, first, by, chosen, onChoose }: BarsProps) {
  const { lang } = useSpeech();
  const [from, to] = range;
  const inside = bars.filter((bar) => bar.start + bar.days > from && bar.start < to);
  const most = largest(inside.map((bar) => bar.period));
  const x = (day: number) => LEFT + ((day - from) / (to - from)) * (width - LEFT);
  const middle = (HEIGHT - AXIS) / 2;
  const y = (score: number) => middle - (score / most) * (middle - 8);
  const step = niceStep(most);
  const lines = Array.from({ length: Math.floor(most / step) * 2 + 1 }, (_, index) => (index - Math.floor(most / step)) * step);
  const start = new Date(Date.parse(`${first}T00:00:00Z`) + Math.floor(from) * 86_400_000).toISOString().slice(0, 10);
  const style = by === "year" || by === "month" ? "month" : "tiny";
  return (
    <svg width={width} height={HEIGHT} class="bars" role="group">
      {lines.map((score) => (
        <g key={score}>
          <line x1={LEFT} x2={width} y1={y(score)} y2={y(score)} class={score === 0 ? "zero" : "grid"} />
          <text x={LEFT - 6} y={y(score) + 4} class="axis axis-end">
            {number(score, lang)}
          </text>
        </g>
      ))}
      {ticks(start, to - from, Math.max(2, Math.floor(width / 110))).map((tick) => (
        <text key={tick.day} x={Math.max(LEFT, x(tick.at + Math.floor(from)))} y={HEIGHT - 6} class="axis">
          {to - from > 1500 ? tick.day.slice(0, 4) : dayText(tick.day, lang, to - from > 120 ? "month" : style === "month" ? "short" : "tiny")}
        </text>
      ))}
      {inside.map((bar) => (
        <OneBar key={bar.period.period} bar={bar} x={x} y={y} chosen={chosen === bar.period.period} onChoose={onChoose} dim={chosen !== null} />
      ))}
    </svg>
  );
}

interface OneProps {
  bar: Bar;
  x: (day: number) => number;
  y: (score: number) => number;
  chosen: boolean;
  dim: boolean;
  onChoose: (period: string) => void;
}

function OneBar({ bar, x, y, chosen, dim, onChoose }: OneProps) {
  const { say, lang } = useSpeech();
  const { period } = bar;
  const left = Math.max(LEFT, x(bar.start));
  const width = Math.max(3, Math.min(64, x(bar.start + bar.days) - x(bar.start) - 2));
  const label = say("timeline_bar", {
    period: period.period ?? "",
    coop: `${number(period.cooperation_score, lang)} (${say("n_events", { n: period.cooperation_events })})`,
    conf: `${number(period.conflict_score, lang)} (${say("n_events", { n: period.conflict_events })})`,
  });
  const piece = (from: number, to: number, kind: string) =>
    from === to ? null : <rect x={left} width={width} y={Math.min(y(from), y(to))} height={Math.max(1, Math.abs(y(to) - y(from)))} class={kind} />;
  const choose = () => period.period && onChoose(period.period);
  return (
    <g
      class={`bar ${chosen ? "bar-chosen" : dim ? "bar-dim" : ""}`}
      role="button"
      tabindex={0}
      aria-label={label}
      aria-pressed={chosen}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          choose();
        }
      }}
    >
      <title>{label}</title>
      <rect x={left} width={width} y={0} height={HEIGHT - AXIS} class="bar-area" />
      {piece(0, period.cooperation_score, "bar-coop")}
      {piece(period.cooperation_score, period.cooperation_score + period.background_cooperation_score, "bar-coop bar-back")}
      {piece(0, period.conflict_score, "bar-conf")}
      {piece(period.conflict_score, period.conflict_score + period.background_conflict_score, "bar-conf bar-back")}
    </g>
  );
}
