-- reminders.db: what keel-reminders may know of one profile, and nothing more.
-- Instants are seconds UTC, in columns named _us microseconds; occurrences are minutes of local time.

-- Of which state of journal.db the rules are a projection. No row: never projected.
CREATE TABLE projection (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  counter INTEGER NOT NULL
) STRICT;

-- These three are replaced as a whole by every projection. name, link, place and map (a link to a map) only
-- where the person allowed it. lead -2: the question after the end. travel 1: that is the time to leave.
-- reach 'alone': what is more than the time is shown only while this is the only profile.
CREATE TABLE rule (
  series    TEXT    NOT NULL,
  lead      INTEGER NOT NULL CHECK (lead >= -2 AND lead <> -1),
  schedule  TEXT    NOT NULL,
  since     INTEGER NOT NULL,
  name      TEXT,
  link      TEXT,
  place     TEXT,
  map       TEXT,
  text      TEXT    NOT NULL CHECK (text IN ('discreet', 'name', 'full')),
  reach     TEXT    NOT NULL CHECK (reach IN ('discreet', 'alone', 'always')),
  silent    INTEGER NOT NULL,
  important INTEGER NOT NULL,
  travel    INTEGER NOT NULL,
  meeting   INTEGER NOT NULL,                    -- 0: nothing to join, to go to or to be asked of
  PRIMARY KEY (series, lead)
) STRICT, WITHOUT ROWID;

-- Occurrences of which nothing more is to be told or asked.
CREATE TABLE settled (
  series     TEXT    NOT NULL,
  occurrence INTEGER NOT NULL,
  PRIMARY KEY (series, occurrence)
) STRICT, WITHOUT ROWID;

-- What holds for all reminders. No row: with sound, without quiet hours, asking afterwards.
CREATE TABLE preference (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  silent          INTEGER NOT NULL,
  quiet_from      INTEGER NOT NULL CHECK (quiet_from BETWEEN -1 AND 1439),  -- minutes of the day; -1 none
  quiet_to        INTEGER NOT NULL CHECK (quiet_to BETWEEN -1 AND 1439),
  ask_afterwards  INTEGER NOT NULL
) STRICT;

-- All below survives projections; keyed by series, occurrence (original local start) and lead.

-- claimed_us is NULL where a claim was given back, confirmed_us until the reminder was handled.
CREATE TABLE claim (
  id           INTEGER PRIMARY KEY,
  series       TEXT    NOT NULL,
  occurrence   INTEGER NOT NULL,
  lead         INTEGER NOT NULL,
  start        INTEGER NOT NULL,  -- as it was told, local: moved afterwards, it is told again
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

-- Answers given on a notification: letters that wait until the profile is open. Until then 'not' and 'went'
-- settle their occurrence.
CREATE TABLE answer (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,  -- one that was dropped never comes back for another
  uuid       TEXT    NOT NULL UNIQUE,
  series     TEXT    NOT NULL,
  occurrence INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  reply      TEXT    NOT NULL CHECK (reply IN ('going', 'not', 'went')),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_key ON answer (series, occurrence);

-- Up to which line the person has seen the log below. It is about this file, so it stays with it.
CREATE TABLE seen (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  event INTEGER NOT NULL
) STRICT;

-- The log. shown_us is 0 where nothing was shown.
CREATE TABLE event (
  id         INTEGER PRIMARY KEY,
  series     TEXT    NOT NULL,
  occurrence INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  lead       INTEGER NOT NULL,
  due        INTEGER NOT NULL,
  at_us      INTEGER NOT NULL,
  shown_us   INTEGER NOT NULL,
  outcome    TEXT    NOT NULL CHECK (outcome IN ('shown', 'late', 'repeated', 'missed', 'failed',
                                                 'snoozed', 'dismissed')),
  reason     TEXT
) STRICT;
CREATE INDEX event_key ON event (series, occurrence, lead);
