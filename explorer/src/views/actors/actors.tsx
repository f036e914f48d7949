/** Who dealt with whom in a period: a network, and the same as a list. */
import { useState } from "preact/hooks";
import { api } from "../../api/client";
import type { Network } from "../../api/types";
import { useAsked } from "../../api/use";
import { setQuery, useHere } from "../../route/router";
import { Choice, PageHead } from "../../ui/bits";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";
import { Tools } from "../../ui/tools";
import { FindActor } from "./find";
import { Graph } from "./graph";
import { PairTable } from "./pairs";

const LIMITS = ["20", "40", "80"] as const;

export function ActorsView() {
  const { say } = useSpeech();
  const { query } = useHere();
  useTitle(say("actors_title"));
  const by = query.get("by") === "actor" ? "actor" : "country";
  const limit = LIMITS.find((one) => one === query.get("limit")) ?? "40";
  const asks = { by, limit, since: query.get("since"), until: query.get("until") };
  const [asked, again] = useAsked(`network ${JSON.stringify(asks)}`, () => api.network(asks));
  return (
    <>
      <PageHead title={say("actors_title")} lead={say("actors_lead")}>
        <FindActor />
        <Tools>
          <Choice
            label={say("actors_show")}
            value={by}
            options={[
              { value: "country", label: say("actors_by_country") },
              { value: "actor", label: say("actors_by_actor") },
            ]}
            onChoose={(value) => setQuery({ by: value === "country" ? null : value, focus: null }, { push: true })}
          />
          <DayField name="since" label={say("filter_since")} />
          <DayField name="until" label={say("filter_until")} />
          <Choice
            label={say("actors_limit")}
            value={limit}
            options={LIMITS.map((value) => ({ value, label: value }))}
            onChoose={(value) => setQuery({ limit: value === "40" ? null : value })}
          />
        </Tools>
      </PageHead>
      <Shown asked={asked} again={again} lines={14}>
        {(network) => (network.edges.length > 0 ? <Body network={tied(network)} /> : <Empty>{say("actors_none")}</Empty>)}
      </Shown>
    </>
  );
}

/** Without those that dealt with nobody of those shown. */
function tied(network: Network): Network {
  const keys = new Set(network.edges.flatMap((edge) => [edge.source, edge.target]));
  return { ...network, nodes: network.nodes.filter((node) => keys.has(node.key)) };
}

function DayField({ name, label }: { name: string; label: string }) {
  const value = useHere().query.get(name) ?? "";
  return (
    <label class="field field-inline">
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => setQuery({ [name]: event.currentTarget.value }, { push: true })} />
    </label>
  );
}

function Body({ network }: { network: Network }) {
  const focus = useHere().query.get("focus");
  const [under, setUnder] = useState<readonly string[]>([]);
  const known = network.nodes.some((one) => one.key === focus) ? focus : null;
  const choose = (key: string) => setQuery({ focus: key === known ? null : key });
  return (
    <div class="network">
      <Graph network={network} focus={known} under={under} onFocus={choose} onUnder={setUnder} />
      <PairTable network={network} focus={known} onFocus={choose} onUnder={setUnder} />
    </div>
  );
}
