/** All events, latest first, with filters. */
import { api } from "../../api/client";
import { usePages } from "../../api/use";
import { useHere } from "../../route/router";
import { PageHead } from "../../ui/bits";
import { EventsByDay } from "../../ui/events";
import { FILTERS, Filters, filtersOf } from "../../ui/filters";
import { More } from "../../ui/more";
import { useSpeech } from "../../ui/settings";
import { Empty, Shown } from "../../ui/state";
import { useTitle } from "../../ui/title";

export function EventsView() {
  const { say, meta } = useSpeech();
  const { query } = useHere();
  useTitle(say("nav_events"));
  const filters = filtersOf(query);
  const filtered = Object.keys(filters).length > 0;
  const pages = usePages(`events ${JSON.stringify(filters)}`, (cursor) => api.events({ ...filters, cursor, limit: 50 }));
  return (
    <>
      <PageHead title={say("nav_events")} lead={!filtered && meta ? say("n_events", { n: meta.events }) : undefined}>
        <Filters names={FILTERS} />
      </PageHead>
      <Shown asked={pages.asked} again={pages.again} lines={14}>
        {(events) =>
          events.length > 0 ? (
            <>
              <EventsByDay events={events} />
              <More more={pages.more} waiting={pages.loadingMore} error={pages.error} />
            </>
          ) : (
            <Empty>
              <p>{say(filtered ? "empty_filters" : "empty_store")}</p>
              {filtered && <a href="/events">{say("clear_filters")}</a>}
            </Empty>
          )
        }
      </Shown>
    </>
  );
}
