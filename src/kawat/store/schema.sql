-- A Kawat store, version 7. Plain tables; every id is derived from content.
-- articles.key and sentences.key are the ids as whole numbers, for the full-text indexes.

CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT,
    outlet TEXT,
    title TEXT,
    byline TEXT,
    published TEXT,
    published_day TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    source_file TEXT,
    reader_name TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    reader_model_sha256 TEXT,
    dropped TEXT NOT NULL,
    page_dropped TEXT NOT NULL,
    added_at TEXT NOT NULL
);
CREATE INDEX articles_published ON articles (published_day, id);
CREATE INDEX articles_dated ON articles (id, language, published_day);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_language ON articles (language);
CREATE INDEX articles_latest ON articles (coalesce(published_day, '') DESC, id);

CREATE TABLE sentences (
    key INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
);
CREATE INDEX sentences_article ON sentences (article_id, start);

CREATE TABLE reports (
    id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    salience TEXT NOT NULL,
    symmetric INTEGER NOT NULL,
    time_start TEXT,
    time_end TEXT,
    granularity TEXT,
    place TEXT,
    place_country TEXT,
    confidence REAL NOT NULL,
    report TEXT NOT NULL
);
CREATE INDEX reports_article ON reports (article_id, position);
CREATE INDEX reports_time ON reports (time_start);
CREATE INDEX reports_type ON reports (type, time_start, time_end, article_id);
CREATE INDEX reports_status ON reports (status);
CREATE INDEX reports_lasting ON reports (time_end) WHERE time_end > time_start;

-- Where the trigger of a report stands: asked for many articles at once, without reading their reports.
CREATE TABLE report_words (
    report_id TEXT PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX report_words_article ON report_words (article_id, position, start, end);
CREATE TRIGGER reports_worded AFTER INSERT ON reports BEGIN
    INSERT INTO report_words (report_id, article_id, position, start, end) VALUES (
        new.id, new.article_id, new.position,
        json_extract(new.report, '$.trigger.start'), json_extract(new.report, '$.trigger.end')
    );
END;

CREATE TABLE report_actors (
    report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    actor_id TEXT,
    name TEXT NOT NULL,
    name_id TEXT,
    country TEXT,
    sector TEXT,
    kind TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (report_id, side, position)
) WITHOUT ROWID;
CREATE INDEX report_actors_country ON report_actors (country);
CREATE INDEX report_actors_id ON report_actors (actor_id);
CREATE INDEX report_actors_folded ON report_actors (folded);

CREATE TABLE report_voices (
    report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    actor_id TEXT,
    name TEXT NOT NULL,
    name_id TEXT,
    country TEXT,
    sector TEXT,
    kind TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (report_id, position)
) WITHOUT ROWID;

CREATE INDEX report_voices_folded ON report_voices (folded);

-- Every name that an actor or a voice was ever stored with, folded: parts of names are looked for here, those of three
-- letters and more in the index.
CREATE TABLE names (
    key INTEGER PRIMARY KEY,
    folded TEXT NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE names_fts USING fts5 (folded, content='names', content_rowid='key', tokenize='trigram');
CREATE TRIGGER names_added AFTER INSERT ON names BEGIN
    INSERT INTO names_fts (rowid, folded) VALUES (new.key, new.folded);
END;
CREATE TRIGGER actors_named AFTER INSERT ON report_actors BEGIN
    INSERT OR IGNORE INTO names (folded) VALUES (new.folded);
END;
CREATE TRIGGER voices_named AFTER INSERT ON report_voices BEGIN
    INSERT OR IGNORE INTO names (folded) VALUES (new.folded);
END;

CREATE TABLE report_quantities (
    report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    unit TEXT NOT NULL,
    value REAL,
    min REAL,
    max REAL,
    approximate INTEGER NOT NULL,
    PRIMARY KEY (report_id, position)
) WITHOUT ROWID;

-- Reports that their reader is too unsure of to publish: kept, in no view, shown on request.
CREATE TABLE candidates (
    id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    confidence REAL NOT NULL,
    report TEXT NOT NULL
);
CREATE INDEX candidates_article ON candidates (article_id, position);

CREATE TABLE claims (
    id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    quoted INTEGER NOT NULL,
    content TEXT NOT NULL,
    claim TEXT NOT NULL
);
CREATE INDEX claims_article ON claims (article_id, position);

CREATE TABLE claim_speakers (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    actor_id TEXT,
    name TEXT NOT NULL,
    name_id TEXT,
    country TEXT,
    sector TEXT,
    kind TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) WITHOUT ROWID;

CREATE TABLE claim_reports (
    claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    report_id TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) WITHOUT ROWID;
CREATE INDEX claim_reports_report ON claim_reports (report_id);

CREATE TABLE quarantine (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    reason TEXT NOT NULL,
    error TEXT NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    attempts INTEGER NOT NULL
) WITHOUT ROWID;

-- What was read from which source: what comes again unchanged need not be read again. Without an article: quarantined.
CREATE TABLE taken (
    source TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    reader TEXT NOT NULL,
    article_id TEXT,
    at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX taken_article ON taken (article_id);

-- What a list (a feed, a site map) said last of an address. mark: another where the list says that it changed.
CREATE TABLE listed (
    list TEXT NOT NULL,
    source TEXT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (list, source)
) WITHOUT ROWID;

CREATE VIEW sentence_texts AS
    SELECT s.key AS key, s.article_id AS article_id, s.start AS start, s.end AS end,
           substr(a.text, s.start + 1, s.end - s.start) AS text
    FROM sentences s JOIN articles a ON a.id = s.article_id;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content='articles', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE sentences_fts USING fts5 (
    text, content='sentence_texts', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);

CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER articles_retitled AFTER UPDATE OF title ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
-- The words of a sentence live in its article, so they must leave the index before the article goes.
CREATE TRIGGER articles_going BEFORE DELETE ON articles BEGIN
    INSERT INTO sentences_fts (sentences_fts, rowid, text)
        SELECT 'delete', key, text FROM sentence_texts WHERE article_id = old.id;
    INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;
CREATE TRIGGER sentences_added AFTER INSERT ON sentences BEGIN
    INSERT INTO sentences_fts (rowid, text) SELECT key, text FROM sentence_texts WHERE key = new.key;
END;
CREATE TRIGGER articles_text_stays BEFORE UPDATE OF id, key, text ON articles BEGIN
    SELECT RAISE(ABORT, 'the text of an article never changes: remove the article and add it again');
END;

-- What merging keeps, all of it made from the tables above and made again from them at need (see docs/merging.md).
-- unsettled: ids of articles, reports and events that merging has yet to look at; triggers put them there.
CREATE TABLE unsettled (
    id TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE marks (
    mark INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (mark, article_id)
) WITHOUT ROWID;
CREATE INDEX marks_article ON marks (article_id);

CREATE TABLE copies (
    one TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    share REAL NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX copies_other ON copies (other);

CREATE TABLE traces (
    report_id TEXT NOT NULL PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    own_event TEXT NOT NULL,
    trace TEXT NOT NULL
);
CREATE INDEX traces_article ON traces (article_id);
CREATE INDEX traces_own_event ON traces (own_event);

CREATE TABLE anchors (
    key TEXT NOT NULL,
    day INTEGER NOT NULL,
    report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    PRIMARY KEY (key, day, report_id)
) WITHOUT ROWID;
CREATE INDEX anchors_report ON anchors (report_id);

CREATE TABLE links (
    one TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    score REAL NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX links_back ON links (other, one, score);

-- An event as last settled; members: its reports in order, as JSON; digest: of all that they tell.
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    day TEXT,
    last_day TEXT,
    first_published TEXT,
    last_published TEXT,
    outlets INTEGER NOT NULL,
    members TEXT NOT NULL,
    digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX events_day ON events (day, id);
CREATE INDEX events_published ON events (last_published, id);
CREATE INDEX events_first ON events (first_published, id);
CREATE INDEX events_latest ON events (coalesce(day, '') DESC, id);

-- An event in short, as JSON, made of it as settled under this digest (see docs/events.md).
CREATE TABLE summaries (
    event_id TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    summary TEXT NOT NULL
);

CREATE TABLE event_reports (
    report_id TEXT PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX event_reports_event ON event_reports (event_id);

-- What an event can be asked for by: `*` for every event, and of its reports country, type, status and weight (c:RUS,
-- t:AID, s:planned, w:main). first, last: days that their times touch, null where none has one. Kept with summaries.
CREATE TABLE event_marks (
    mark TEXT NOT NULL,
    day TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    first TEXT,
    last TEXT,
    PRIMARY KEY (mark, day DESC, event_id)
) WITHOUT ROWID;
CREATE INDEX event_marks_event ON event_marks (event_id);

-- What is counted over many events, read off each as settled. Days are those of the event, '' where it has none. Kept with
-- summaries, as are the four tables below. exactness: how exactly the days are told; mode: the one that most sources tell.
CREATE TABLE event_facts (
    event_id TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    exactness TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    background INTEGER NOT NULL
) WITHOUT ROWID;

-- Who takes part in each report (sides), what a timeline shows of the event (shown), which outlets tell it; as JSON.
CREATE TABLE event_told (
    event_id TEXT NOT NULL PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    sides TEXT NOT NULL,
    shown TEXT NOT NULL,
    outlets TEXT NOT NULL
);

-- Who takes part in an event: scope actor, key an id or a name; scope country, key its code. dealt: with another one there,
-- and it happened.
CREATE TABLE event_parties (
    scope TEXT NOT NULL CHECK (scope IN ('actor', 'country')),
    key TEXT NOT NULL,
    day TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    last_day TEXT NOT NULL,
    type TEXT NOT NULL,
    dealt INTEGER NOT NULL,
    PRIMARY KEY (scope, key, day DESC, event_id)
) WITHOUT ROWID;
CREATE INDEX event_parties_event ON event_parties (event_id);

-- Two that dealt with one another, each way round. Scores in thousandths.
CREATE TABLE event_pairs (
    scope TEXT NOT NULL CHECK (scope IN ('actor', 'country')),
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    day TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    last_day TEXT NOT NULL,
    cooperation INTEGER NOT NULL,
    conflict INTEGER NOT NULL,
    PRIMARY KEY (scope, one, other, day DESC, event_id)
) WITHOUT ROWID;
CREATE INDEX event_pairs_event ON event_pairs (event_id);

-- Where an event was, as JSON.
CREATE TABLE event_places (
    place TEXT NOT NULL,
    day TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    PRIMARY KEY (place, day DESC, event_id)
) WITHOUT ROWID;
CREATE INDEX event_places_event ON event_places (event_id);

-- A plan, as JSON; late: as it stands after the day due. first, last: its days, '~' without; spans: all days it was told for
-- (without any: those of its announcements), earliest and latest of these.
CREATE TABLE event_plans (
    event_id TEXT NOT NULL PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    spans TEXT NOT NULL,
    due TEXT,
    plan TEXT NOT NULL,
    late TEXT
);
CREATE INDEX event_plans_days ON event_plans (first, last, event_id);

-- Every name that who takes part in an event was ever told by, folded, by its key in event_parties.
CREATE TABLE party_names (
    key TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (key, folded)
) WITHOUT ROWID;

CREATE TRIGGER events_without_facts AFTER INSERT ON events BEGIN
    DELETE FROM event_facts WHERE event_id = new.id;
    DELETE FROM event_told WHERE event_id = new.id;
    DELETE FROM event_parties WHERE event_id = new.id;
    DELETE FROM event_pairs WHERE event_id = new.id;
    DELETE FROM event_places WHERE event_id = new.id;
    DELETE FROM event_plans WHERE event_id = new.id;
END;

-- Events that have no summary and no marks of how they stand yet.
CREATE TABLE unsummarised (
    event_id TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TRIGGER events_unsummarised AFTER INSERT ON events BEGIN
    DELETE FROM event_marks WHERE event_id = new.id;
    INSERT OR IGNORE INTO unsummarised (event_id) VALUES (new.id);
END;

-- What editors decided. report, other: the words that it is about, whatever they are read as later.
CREATE TABLE judgements (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('link', 'unlink', 'accept', 'reject', 'set')),
    article_id TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    other_article_id TEXT,
    other_start INTEGER,
    other_end INTEGER,
    field TEXT,
    value TEXT,
    editor TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT
) WITHOUT ROWID;
CREATE INDEX judgements_article ON judgements (article_id);
CREATE INDEX judgements_other ON judgements (other_article_id);

-- A row for whatever became of an event: made, changed, merged, split, removed, replaced.
CREATE TABLE changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('made', 'changed', 'merged', 'split', 'removed', 'replaced')),
    event_id TEXT NOT NULL,
    other_id TEXT,
    reports TEXT NOT NULL
);
CREATE INDEX changes_event ON changes (event_id);

-- An article whose text changed at its address: article_id is the older one, by the one that stands there now.
CREATE TABLE superseded (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    by TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX superseded_by ON superseded (by);
CREATE INDEX articles_url ON articles (url);

-- What watching keeps between two rounds. Moments in UTC, ISO 8601. parent: the site map index that named a site map.
CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    parent TEXT,
    etag TEXT,
    modified TEXT,
    last_at TEXT,
    success_at TEXT,
    next_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('new', 'ok', 'failing', 'dead', 'off')),
    last_error TEXT
) WITHOUT ROWID;

-- An address that a feed named. mark: another where the feed says that it changed; at: from when on it waits to be
-- fetched, or when it was dealt with.
CREATE TABLE seen (
    url TEXT PRIMARY KEY,
    feed TEXT NOT NULL,
    at TEXT NOT NULL,
    mark TEXT,
    published TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'skipped')),
    content TEXT
) WITHOUT ROWID;
CREATE INDEX seen_state ON seen (state, at);
CREATE INDEX seen_feed ON seen (feed);

-- A page that failed for the time being; what failed for good is in quarantine.
CREATE TABLE retries (
    url TEXT PRIMARY KEY REFERENCES seen (url) ON DELETE CASCADE,
    attempts INTEGER NOT NULL,
    first_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    last_error TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE robots (
    site TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    status INTEGER,
    body BLOB NOT NULL
) WITHOUT ROWID;

-- The one watch of a store (one is always 1): it runs while beat_at is fresh and stopped_at is empty.
CREATE TABLE watches (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    beat_at TEXT NOT NULL,
    round_at TEXT,
    stopped_at TEXT
);

CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER articles_unsettled AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO unsettled (id) VALUES (new.id);
END;
CREATE TRIGGER reports_unsettled AFTER INSERT ON reports BEGIN
    INSERT OR IGNORE INTO unsettled (id) VALUES (new.id);
END;
CREATE TRIGGER links_gone AFTER DELETE ON links BEGIN
    INSERT OR IGNORE INTO unsettled (id) VALUES (old.one), (old.other);
END;
CREATE TRIGGER event_reports_gone AFTER DELETE ON event_reports BEGIN
    INSERT OR IGNORE INTO unsettled (id) VALUES (old.event_id);
END;
-- A superseded article leaves merging; where it is the current one again, it comes back.
CREATE TRIGGER superseded_added AFTER INSERT ON superseded BEGIN
    DELETE FROM marks WHERE article_id = new.article_id;
    DELETE FROM copies WHERE one = new.article_id OR other = new.article_id;
    DELETE FROM anchors WHERE report_id IN (SELECT id FROM reports WHERE article_id = new.article_id);
    DELETE FROM links WHERE one IN (SELECT id FROM reports WHERE article_id = new.article_id)
        OR other IN (SELECT id FROM reports WHERE article_id = new.article_id);
    DELETE FROM traces WHERE article_id = new.article_id;
    DELETE FROM unsettled WHERE id = new.article_id;
    INSERT OR IGNORE INTO unsettled (id) SELECT id FROM reports WHERE article_id = new.article_id;
END;
CREATE TRIGGER superseded_gone AFTER DELETE ON superseded BEGIN
    INSERT OR IGNORE INTO unsettled (id) SELECT id FROM articles WHERE id = old.article_id;
    INSERT OR IGNORE INTO unsettled (id) SELECT id FROM reports WHERE article_id = old.article_id;
END;
