/** Who says what: a column for each voice, or a row for each value. */
import type { Account, Field, FullEvent } from "../../api/types";
import { setQuery, useHere } from "../../route/router";
import { useMedia } from "../../ui/media";
import { Choice, Section } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";
import { ValueText, accountName, chainText, fieldName, voicesText } from "../../ui/values";
import { fieldKey, keyIn, valueKey, type Lit } from "./evidence";
import { ValueButton } from "./value-button";

interface Props {
  event: FullEvent;
  lit: Lit | null;
  onLight: (lit: Lit | null) => void;
}

const MODES = ["voice", "value"] as const;
type Mode = (typeof MODES)[number];

export function Versions(props: Props) {
  const { say } = useSpeech();
  const narrow = useMedia("(max-width: 719px)");
  const accounts = props.event.accounts ?? [];
  const asked = useHere().query.get("by");
  const chosen = MODES.find((one) => one === asked);
  const choose = (next: Mode) => setQuery({ by: next });
  const mode: Mode = accounts.length < 2 ? "value" : (chosen ?? (narrow ? "value" : "voice"));
  const options = [
    { value: "voice", label: say("versions_by_voice") },
    { value: "value", label: say("versions_by_value") },
  ] as const;
  const choice = accounts.length > 1 && <Choice<Mode> label={say("versions")} value={mode} options={options} onChoose={choose} />;
  return (
    <Section title={say("versions")} hint={say("versions_hint")} aside={choice} class="versions">
      {mode === "value" ? <ByValue {...props} /> : <ByVoice {...props} accounts={accounts} />}
    </Section>
  );
}

function Standing({ field }: { field: Field }) {
  const { kind } = useSpeech();
  return <span class={`standing standing-${field.standing}`}>{kind("standing", field.standing)}</span>;
}

function ByVoice({ event, accounts, lit, onLight }: Props & { accounts: readonly Account[] }) {
  const speech = useSpeech();
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={speech.say("versions")}>
      <table class="voices">
        <thead>
          <tr>
            <td />
            {accounts.map((account, index) => (
              <th key={index} scope="col">
                <AccountHead account={account} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {event.views.map((field) => (
            <tr key={fieldKey(field)} class={field.standing === "contradicted" ? "row-clash" : ""}>
              <th scope="row">
                {fieldName(speech, field)}
                <Standing field={field} />
              </th>
              {accounts.map((account, index) => (
                <td key={index}>
                  <Cell field={field} account={account} event={event} lit={lit} onLight={onLight} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AccountHead({ account }: { account: Account }) {
  const speech = useSpeech();
  const voices = [...new Set(account.voices.map((chain) => chainText(speech, chain)))].join(", ");
  const name = accountName(speech, account);
  return (
    <>
      <span class="account-kind">{speech.kind("version", account.kind)}</span>
      <span class="account-name">{name}</span>
      {account.kind === "side" && voices && voices !== name && <span class="account-by">{voices}</span>}
      {account.kind === "outlet" ? (
        <span class="account-by">{speech.say("own_voice")}</span>
      ) : (
        <span class="account-by">{account.outlets.join(", ")}</span>
      )}
      {account.also_at.length > 0 && <span class="account-by">{speech.say("also_at", { names: account.also_at.join(", ") })}</span>}
    </>
  );
}

function Cell({ field, account, event, lit, onLight }: Props & { field: Field; account: Account }) {
  const { say } = useSpeech();
  const told = account.views.find((one) => fieldKey(one) === fieldKey(field));
  if (!told) return <span class="not-told" aria-label={say("not_told")}>–</span>;
  const clash = event.contradictions.find((one) => fieldKey(one) === fieldKey(field));
  const clashing = (clash?.values ?? []).map((one) => valueKey(fieldKey(field), one.value));
  return (
    <ul class="values">
      {told.values.map((value, index) => (
        <li key={index}>
          <ValueButton
            field={field}
            value={value}
            lit={lit}
            onLight={onLight}
            clashes={value.reports.some((id) => clashing.includes(keyIn(field, value, id)))}
          >
            <ValueText field={field.field} value={value.value} />
          </ValueButton>
        </li>
      ))}
    </ul>
  );
}

function ByValue({ event, lit, onLight }: Props) {
  const speech = useSpeech();
  return (
    <dl class="by-value">
      {event.views.map((field) => {
        const clashing = new Set(field.clashes.flat());
        return (
          <div key={fieldKey(field)} class={field.standing === "contradicted" ? "row-clash" : ""}>
            <dt>
              {fieldName(speech, field)}
              <Standing field={field} />
            </dt>
            <dd>
              <ul class="values">
                {field.values.map((value, index) => (
                  <li key={index}>
                    <ValueButton field={field} value={value} lit={lit} onLight={onLight} clashes={clashing.has(index)}>
                      <ValueText field={field.field} value={value.value} />
                    </ValueButton>
                    <span class="told-by">{voicesText(speech, value)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
