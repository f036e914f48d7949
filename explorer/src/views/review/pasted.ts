/** The id in what an editor pasted: an id, or an address of the explorer. */
export function pastedId(text: string): string | null {
  return /\b(?:evt|rep)-[0-9a-f]{4,16}\b/.exec(text)?.[0] ?? null;
}
