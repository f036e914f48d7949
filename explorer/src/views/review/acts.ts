/** What an editor did at once: one act on several reports keeps a judgement for each of them, or for each pair. */
import type { Judgement } from "../../api/types";

export interface Act extends Omit<Judgement, "id" | "texts"> {
  ids: string[];
  /** The words that it is about, each once. */
  texts: string[];
}

/** Judgements of one act: the same, by the same editor, at the same moment. In the order given. */
export function actsOf(judgements: readonly Judgement[]): Act[] {
  const acts = new Map<string, Act>();
  for (const { id, texts, ...one } of judgements) {
    const key = JSON.stringify([one.at, one.editor, one.kind, one.field, one.value, one.note]);
    const known = (texts ?? []).filter((text): text is string => text !== null);
    const before = acts.get(key);
    acts.set(key, {
      ...one,
      ids: [...(before?.ids ?? []), id],
      texts: [...new Set([...(before?.texts ?? []), ...known])],
    });
  }
  return [...acts.values()];
}
