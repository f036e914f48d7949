/** Setting a value of a report or of the whole event. */
import { useState } from "preact/hooks";
import { useSpeech, type Speech } from "../../ui/settings";
import { FIELDS, fieldLabel, type FieldToSet } from "./fields";
import type { Send } from "./review";

const HINTS: Partial<Record<FieldToSet, string>> = {
  when: "2025-08-14/2025-08-16",
  where: "Bandung, IDN",
  who: "Indonesia; Sugiono",
  whom: "Indonesia; Sugiono",
  mode: "phone",
};

function choices(speech: Speech, field: FieldToSet): { value: string; label: string }[] | null {
  const kinds = (kind: string, values: readonly string[]) => values.map((value) => ({ value, label: speech.kind(kind, value) }));
  if (field === "status") return kinds("status", ["occurred", "ongoing", "planned", "possible", "denied"]);
  if (field === "salience") return kinds("salience", ["main", "secondary", "background"]);
  if (field === "type") return (speech.meta?.types ?? []).map((one) => ({ value: one.type, label: one.name[speech.lang] }));
  return null;
}

export function Correct({ send }: { send: Send }) {
  const speech = useSpeech();
  const { say } = speech;
  const [field, setField] = useState<FieldToSet>("when");
  const [value, setValue] = useState("");
  const options = choices(speech, field);
  return (
    <form
      class="review-form"
      onSubmit={(event) => {
        event.preventDefault();
        const told = value.trim() || (options?.[0]?.value ?? "");
        if (told) send({ kind: "set", field, value: told });
      }}
    >
      <label class="field">
        <span>{say("review_field")}</span>
        <select
          value={field}
          onChange={(event) => {
            setField(FIELDS.find((one) => one === event.currentTarget.value) ?? "when");
            setValue("");
          }}
        >
          {FIELDS.map((one) => (
            <option key={one} value={one}>
              {fieldLabel(speech, one)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say("review_value")}</span>
        {options ? (
          <select value={value || (options[0]?.value ?? "")} onChange={(event) => setValue(event.currentTarget.value)}>
            {options.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        ) : (
          <input type="text" value={value} required maxLength={300} placeholder={HINTS[field]} onInput={(event) => setValue(event.currentTarget.value)} />
        )}
      </label>
      <button type="submit" class="button">
        {say("review_correct")}
      </button>
    </form>
  );
}
