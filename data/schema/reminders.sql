-- reminders.db: what keel-reminders may know of one profile, and nothing more.
-- Instants are seconds UTC, in columns named _us microseconds; occurrences are minutes of local time.

-- Of which state of journal.db the rules are a projection. No row: never projected.
CREATE TABLE projection (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  counter INTEGER NOT NULL
) STRICT;

-- Replaced as a whole by every projection. name and link only where the person allowed it.
CREATE TABLE rule (
  series   TEXT    NOT NULL,
  lead     INTEGER NOT NULL CHECK (lead >= 0),
  schedule TEXT    NOT NULL,
  since    INTEGER NOT NULL,
  name     TEXT,
  link     TEXT,
  PRIMARY KEY (series, lead)
) STRICT, WITHOUT ROWID;

-- All below survives projections; keyed by series, occurrence (original local start) and lead.

-- claimed_us is NULL where a claim was given back, confirmed_us until the reminder was handled.
CREATE TABLE claim (
  id           INTEGER PRIMARY KEY,
  series       TEXT    NOT NULL,
  occurrence   INTEGER NOT NULL,
  lead         INTEGER NOT NULL,
  holder       TEXT,
  claimed_us   INTEGER,
  confirmed_us INTEGER,
  UNIQUE (series, occurrence, lead)
) STRICT;

CREATE TABLE snooze (
  series     TEXT    NOT NULL,
  occurrence INTEGER NOT NULL,
  until      INTEGER NOT NULL,
  PRIMARY KEY (series, occurrence)
) STRICT, WITHOUT ROWID;

-- The log. shown_us is 0 where nothing was shown.
CREATE TABLE event (
  id         INTEGER PRIMARY KEY,
  series     TEXT    NOT NULL,
  occurrence INTEGER NOT NULL,
  lead       INTEGER NOT NULL,
  due        INTEGER NOT NULL,
  at_us      INTEGER NOT NULL,
  shown_us   INTEGER NOT NULL,
  outcome    TEXT    NOT NULL CHECK (outcome IN ('shown', 'late', 'repeated', 'missed', 'failed',
                                                 'snoozed', 'dismissed')),
  reason     TEXT
) STRICT;
CREATE INDEX event_key ON event (series, occurrence, lead);
