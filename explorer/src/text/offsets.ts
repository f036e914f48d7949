/** Offsets of the API count code points; strings of JavaScript count UTF-16 units. Everything that cuts a text goes through here. */
import type { Span } from "../api/types";

/** A text that can be cut by code points. Pairs of units are found once. */
export class CodePoints {
  /** Which code points take two units, by their place among code points. */
  private readonly wide: number[] = [];
  readonly length: number;

  constructor(readonly text: string) {
    let count = 0;
    for (let unit = 0; unit < text.length; unit += 1) {
      if ((text.codePointAt(unit) ?? 0) > 0xffff) {
        this.wide.push(count);
        unit += 1;
      }
      count += 1;
    }
    this.length = count;
  }

  /** The place in UTF-16 units of the code point at `point`, kept inside the text. */
  unit(point: number): number {
    const inside = Math.max(0, Math.min(point, this.length));
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.wide[middle] as number) < inside) low = middle + 1;
      else high = middle;
    }
    return inside + low;
  }

  /** The words from `start` to before `end`, in code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

export interface Mark extends Span {
  /** What the mark is for: the reader of pieces decides by it. */
  key: string;
}

export interface Piece<M extends Mark> {
  start: number;
  end: number;
  text: string;
  marks: M[];
}

/** Cuts `start`..`end` wherever a mark begins or ends, so that each piece lies inside or outside each mark. */
export function pieces<M extends Mark>(text: CodePoints, start: number, end: number, marks: readonly M[]): Piece<M>[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start);
  const cuts = new Set([start, end]);
  for (const mark of here) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] as number;
    const over = here.filter((mark) => mark.start < to && mark.end > from);
    return { start: from, end: to, text: text.slice(from, to), marks: over };
  });
}
