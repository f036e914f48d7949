/** A value that lights up the words that prove it. */
import type { ComponentChildren } from "preact";
import type { Field, Value } from "../../api/types";
import { fieldKey, isLit, keyIn, type Lit } from "./evidence";

interface Props {
  /** The field as the whole event has it, whoever tells the value. */
  field: Field;
  value: Value;
  lit: Lit | null;
  onLight: (lit: Lit | null) => void;
  clashes?: boolean;
  children: ComponentChildren;
}

export function ValueButton({ field, value, lit, onLight, clashes = false, children }: Props) {
  const [report] = value.reports;
  return (
    <button
      type="button"
      class={`value ${clashes ? "value-clash" : ""}`}
      data-value
      aria-pressed={isLit(field, value, lit)}
      onClick={() => report && onLight({ field: fieldKey(field), report, value: keyIn(field, value, report) })}
    >
      {clashes && <span class="clash-sign" aria-hidden="true">≠ </span>}
      {children}
    </button>
  );
}
