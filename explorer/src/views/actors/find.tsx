/** Finding an actor by name. */
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api/client";
import { useAsked } from "../../api/use";
import { links } from "../../route/routes";
import { ActorName } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";

const WAIT = 250; // milliseconds after the last key before the names are asked for

export function FindActor() {
  const { say, kind } = useSpeech();
  const [text, setText] = useState("");
  const [asks, setAsks] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsks(text.trim().length >= 2 ? text.trim() : ""), WAIT);
    return () => clearTimeout(timer);
  }, [text]);
  const [asked] = useAsked(asks ? `find ${asks}` : null, () => api.actors({ q: asks, limit: 10 }));
  const rows = asks && asked.state === "there" ? asked.value.items : [];
  return (
    <div class="find-actor">
      <label class="field">
        <span>{say("actors_find")}</span>
        <input type="search" value={text} maxLength={120} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {rows.length > 0 && (
        <ul class="found">
          {rows.map((row) => (
            <li key={row.key}>
              <a href={links.actor(row.key)} data-entry>
                <ActorName actor={row} />
              </a>{" "}
              <span class="quiet">
                {row.kind ? `${kind("kind", row.kind)}, ` : ""}
                {say("n_events", { n: row.events })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
