/** The title of the page in the browser. */
import { useEffect } from "preact/hooks";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Kawat` : "Kawat";
  }, [title]);
}
