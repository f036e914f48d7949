/** What chooses what a view shows; on a narrow screen folded away, so that what is shown comes first. */
import type { ComponentChildren } from "preact";
import { Folded } from "./bits";
import { useMedia } from "./media";
import { useSpeech } from "./settings";

export function Tools({ children }: { children: ComponentChildren }) {
  const { say } = useSpeech();
  const narrow = useMedia("(max-width: 719px)");
  const tools = <div class="tools">{children}</div>;
  return narrow ? <Folded summary={say("tools")}>{tools}</Folded> : tools;
}
