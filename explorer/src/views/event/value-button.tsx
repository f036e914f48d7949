/** A value that lights up the words that prove it. */
import type { ComponentChildren } from "preact";
import type { FieldName, Value } from "../../api/types";
import { fieldKey, type Lit } from "./evidence";

interface Props {
  field: { field: FieldName; counted: string | null; unit: string | null };
  value: Value;
  lit: Lit | null;
  onLight: (lit: Lit | null) => void;
  clashes?: boolean;
  children: ComponentChildren;
}

export function ValueButton({ field, value, lit, onLight, clashes = false, children }: Props) {
  const key = fieldKey(field);
  const isLit = lit !== null && lit.field === key && value.reports.includes(lit.report);
  const [report] = value.reports;
  return (
    <button
      type="button"
      class={`value ${clashes ? "value-clash" : ""}`}
      data-value
      aria-pressed={isLit}
      onClick={() => report && onLight({ field: key, report })}
    >
      {clashes && <span class="clash-sign" aria-hidden="true">≠ </span>}
      {children}
    </button>
  );
}
