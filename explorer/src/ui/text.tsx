/** The text of an article, cut into marked pieces. Text is only ever text: nothing of it is read as markup. */
import { useMemo } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Article, Paragraph } from "../api/types";
import { CodePoints, pieces, type Mark, type Piece } from "../text/offsets";

interface Props<M extends Mark> {
  article: Article;
  marks: readonly M[];
  /** How a piece with marks is drawn; a piece without marks is its text. */
  draw: (piece: Piece<M>, key: string) => ComponentChildren;
  /** A paragraph that stands elsewhere on the page. */
  without?: Paragraph | undefined;
}

export function ArticleText<M extends Mark>({ article, marks, draw, without }: Props<M>) {
  const text = useMemo(() => new CodePoints(article.text), [article.text]);
  return (
    <div class="text" lang={article.language}>
      {article.paragraphs
        .filter((paragraph) => paragraph !== without)
        .map((paragraph) => (
          <ParagraphText key={paragraph.start} paragraph={paragraph}>
            <Marks text={text} within={paragraph} marks={marks} draw={draw} />
          </ParagraphText>
        ))}
    </div>
  );
}

/** The words of one paragraph. */
export function Marks<M extends Mark>({ text, within, marks, draw }: Pick<Props<M>, "marks" | "draw"> & { text: CodePoints; within: Paragraph }) {
  return (
    <>
      {pieces(text, within.start, within.end, marks).map((piece) =>
        piece.marks.length > 0 ? draw(piece, String(piece.start)) : piece.text,
      )}
    </>
  );
}

function ParagraphText({ paragraph, children }: { paragraph: Paragraph; children: ComponentChildren }) {
  if (paragraph.kind === "heading") return <h3>{children}</h3>;
  if (paragraph.kind === "quote") return <blockquote>{children}</blockquote>;
  return <p class={`text-${paragraph.kind}`}>{children}</p>;
}
