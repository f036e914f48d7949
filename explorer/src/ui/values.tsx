/** The values of fields in words. */
import type { Account, Actor, AnyValue, FieldName, FigureValue, Place, StatusValue, Value, WhatValue, WhenValue } from "../api/types";
import { figureText, whenText } from "../text/format";
import { ActorName, PlaceName, StatusMark, TypeName } from "./bits";
import { useSpeech, type Speech } from "./settings";

export function ValueText({ field, value }: { field: FieldName; value: AnyValue }) {
  const speech = useSpeech();
  switch (field) {
    case "what":
      return <TypeName type={(value as WhatValue).type} mode={(value as WhatValue).mode} />;
    case "status":
      return <StatusMark status={(value as StatusValue).status} />;
    case "when":
      return <>{whenText(value as WhenValue, speech.lang) || speech.say("undated")}</>;
    case "where":
      return <PlaceName place={value as Place} />;
    case "who":
    case "whom":
      return <ActorName actor={value as Actor} />;
    case "figures":
      return <>{figure(speech, value as FigureValue)}</>;
  }
}

function figure({ say, lang }: Speech, value: FigureValue): string {
  const words = { about: say("figure_about"), least: say("figure_least"), most: say("figure_most") };
  const told = figureText(value, lang, words);
  return value.unit ? `${told} ${value.unit}` : told;
}

export function fieldName(speech: Speech, field: { field: FieldName; counted: string | null; unit: string | null }): string {
  if (field.field !== "figures" || !field.counted) return speech.kind("field", field.field);
  const counted = speech.kind("counted", field.counted);
  return `${speech.kind("field", "figures")}: ${field.unit && field.counted !== "other" ? `${counted} (${field.unit})` : counted}`;
}

/** A chain of voices from the outermost in: "KCNA › Kim Jong Un". */
export function chainText(speech: Speech, chain: readonly Actor[]): string {
  return chain.map((one) => speech.actor(one)).join(" › ");
}

/** Who tells a value, each voice once. */
export function voicesText(speech: Speech, value: Value): string {
  return [...new Set(value.voices.map((chain) => chainText(speech, chain)))].join(", ");
}

export function accountName(speech: Speech, account: Account): string {
  if (account.kind === "side" && account.country) return speech.country(account.country);
  if (account.kind === "outlet") return account.outlets.join(", ");
  return [...new Set(account.voices.map((chain) => chainText(speech, chain)))].join(", ");
}
