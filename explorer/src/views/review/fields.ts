/** What an editor may set, in words of the interface. */
import { isDay, stretch } from "../../text/format";
import type { Speech } from "../../ui/settings";

export const FIELDS = ["type", "mode", "status", "salience", "when", "where", "who", "whom"] as const;
export type FieldToSet = (typeof FIELDS)[number];

export function fieldLabel(speech: Speech, field: string): string {
  if (field === "type") return speech.say("filter_type");
  if (field === "salience") return speech.say("filter_salience");
  return field === "mode" ? speech.say("review_mode") : speech.kind("field", field);
}

/** A value as an editor wrote it: kinds and days in words, names as they are. */
export function valueLabel(speech: Speech, field: string, value: string): string {
  if (field === "status" || field === "salience") return speech.kind(field, value.toLowerCase());
  if (field === "type") return speech.type(value.toUpperCase());
  if (field === "mode") return modeLabel(speech, value);
  const [first = "", last = first] = value.split("/").map((day) => day.trim());
  return field === "when" && isDay(first) && isDay(last) ? stretch(first, last, speech.lang) : value;
}

function modeLabel(speech: Speech, value: string): string {
  const type = speech.meta?.types.find((one) => one.modes.some((mode) => (typeof mode === "string" ? mode : mode.mode) === value));
  return speech.mode(type?.type ?? "", value);
}
