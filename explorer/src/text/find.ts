/** Marking the words of a search in a sentence, as the index finds them: without regard to case and accents. */

export interface Part {
  text: string;
  found: boolean;
}

/** What is searched for: words, phrases in double quotes, and beginnings with a star. */
export function terms(query: string): { text: string; begins: boolean }[] {
  const found = query.match(/"[^"]*"|[^\s"]+/g) ?? [];
  return found
    .map((one) => ({ text: folded(one.replace(/["*]/g, "").trim()), begins: one.endsWith("*") }))
    .filter((one) => /[\p{L}\p{N}]/u.test(one.text));
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The sentence in parts that are found or not. Only whole words are found. */
export function highlighted(sentence: string, query: string): Part[] {
  const wanted = terms(query);
  const words = [...sentence.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((one) => ({ start: one.index, text: folded(one[0]), end: one.index + one[0].length }));
  const marked: [number, number][] = [];
  for (const { text, begins } of wanted) {
    const parts = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    for (let at = 0; at + parts.length <= words.length; at += 1) {
      const fits = parts.every((part, index) => {
        const word = words[at + index]?.text ?? "";
        return begins && index === parts.length - 1 ? word.startsWith(part) : word === part;
      });
      const [first, last] = [words[at], words[at + parts.length - 1]];
      if (fits && first && last && parts.length > 0) marked.push([first.start, last.end]);
    }
  }
  return cut(sentence, marked.sort((a, b) => a[0] - b[0] || b[1] - a[1]));
}

function cut(sentence: string, marked: readonly [number, number][]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const [start, end] of marked) {
    if (start < at) continue;
    if (start > at) parts.push({ text: sentence.slice(at, start), found: false });
    parts.push({ text: sentence.slice(start, end), found: true });
    at = end;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at), found: false });
  return parts;
}
