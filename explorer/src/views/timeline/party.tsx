/** A field for an actor or a country, with those that occur to choose from. */
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api/client";
import { useAsked } from "../../api/use";
import { useSpeech } from "../../ui/settings";

const WAIT = 250; // milliseconds after the last key before the names are asked for

export function PartyField({ name, label, value }: { name: string; label: string; value: string }) {
  const speech = useSpeech();
  const [text, setText] = useState(value);
  const [typed, setTyped] = useState("");
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value || text.length < 2) return undefined;
    const timer = setTimeout(() => setTyped(text), WAIT);
    return () => clearTimeout(timer);
  }, [text]);
  const [asked] = useAsked(typed ? `names ${typed}` : null, () => api.actors({ q: typed, limit: 12 }));
  const rows = asked.state === "there" ? asked.value.items : [];
  const list = `${name}-names`;
  return (
    <label class="field">
      <span>{label}</span>
      <input type="text" name={name} value={text} list={list} maxLength={120} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
      <datalist id={list}>
        {rows.map((row) => (
          <option key={row.key} value={speech.actor(row)}>
            {row.country ?? ""}
          </option>
        ))}
      </datalist>
    </label>
  );
}
