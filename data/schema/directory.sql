-- directory.db: all lists that were imported, and the index that searches them. Public data that can be
-- made again by importing; nothing in here says who follows what.

-- Goes up with every commit that changed a meeting, so that an index in memory, also of another
-- process, sees that it is stale.
CREATE TABLE state (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  change  INTEGER NOT NULL
) STRICT;

INSERT INTO state (id, change) VALUES (1, 0);

CREATE TABLE list (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  source       TEXT NOT NULL,      -- the file's name or the address it came from
  file         TEXT,               -- URI of that file: where the same list is when it is imported again
  format       TEXT NOT NULL,      -- 'meeting-guide', 'bmlt'
  program      TEXT,               -- what the person chose, else what all meetings of the format have
  timezone     TEXT,
  imported_at  INTEGER NOT NULL,   -- seconds UTC
  meetings     INTEGER NOT NULL,
  -- What the address said of its answer, so that a refresh asks for what is newer.
  etag           TEXT,
  last_modified  TEXT
) STRICT;

-- What type names there are that are more than one of many ways to meet: KeelTypeKind, and the usual name
-- ("Spanish" for "Español"). Out of data/content/types, by the import.
CREATE TABLE type_kind (
  name   TEXT PRIMARY KEY,
  kind   INTEGER NOT NULL,
  usual  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The sets of types that meetings have, so that the meeting index counts a few thousand of them.
CREATE TABLE type_set (
  id     INTEGER PRIMARY KEY,
  names  TEXT NOT NULL UNIQUE      -- type_names of all meetings that have them
) STRICT;

CREATE TABLE meeting (
  id                INTEGER PRIMARY KEY,             -- in order of import: the row id of meeting_text
  list              INTEGER NOT NULL REFERENCES list (id),
  key               INTEGER NOT NULL UNIQUE,         -- the meeting's id: SHA-256 of list and slug, first 64 bits
  digest            INTEGER NOT NULL,                -- of all that the list says about it
  day               INTEGER NOT NULL CHECK (day BETWEEN -1 AND 6),       -- 0 = Sunday, -1 by appointment
  minute            INTEGER NOT NULL CHECK (minute BETWEEN -1 AND 1439),
  duration          INTEGER NOT NULL,                -- minutes, 0 unknown
  any_time          INTEGER NOT NULL,
  venue             INTEGER NOT NULL,                -- KeelVenue
  online            INTEGER NOT NULL CHECK (online IN (0, 1)),           -- one can take part from afar
  in_person         INTEGER NOT NULL CHECK (in_person IN (0, 1)),        -- there is a place to go to
  admission         INTEGER NOT NULL,                -- KeelAdmission
  latitude          REAL,                            -- degrees; both or none
  longitude         REAL,
  program           TEXT,
  timezone          TEXT,                            -- IANA name
  schedule          TEXT,                            -- where it is more than weekly: a KeelSchedule, as in journal.db
  updated           INTEGER NOT NULL,                -- seconds UTC, 0 unknown
  slug              TEXT NOT NULL,
  name              TEXT NOT NULL,
  location          TEXT,
  address           TEXT,
  region            TEXT,
  group_name        TEXT,
  notes             TEXT,
  types             TEXT NOT NULL,                   -- codes with U+001F between them
  type_names        TEXT NOT NULL,                   -- the same
  conference_url    TEXT,
  conference_notes  TEXT,
  phone             TEXT,
  url               TEXT,
  -- What the same meeting has in another list, 0 for none: hashes of its room online, of its address and name.
  link_key          INTEGER NOT NULL,
  place_key         INTEGER NOT NULL,
  -- What a list says once for each weekday of a room that is always open: a hash of all that is the same; 0 of others.
  room_key          INTEGER NOT NULL,
  type_set          INTEGER NOT NULL                 -- 0 for none
) STRICT;

CREATE INDEX meeting_by_list ON meeting (list);

-- What a list has but marks as not meeting at present: not among the meetings, and yet not gone.
CREATE TABLE paused (
  key   INTEGER PRIMARY KEY,                                             -- as of a meeting
  list  INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX paused_by_list ON paused (list);

-- Everything that the meeting index in memory loads, so that it reads a seventh of the pages. In a protected
-- profile each of them has to be decrypted.
CREATE INDEX meeting_packed ON meeting (
  id, list, day, minute, duration, any_time, program, timezone, latitude, longitude, online, in_person, admission,
  type_set, link_key, place_key, room_key, schedule
);

-- Yields row ids and nothing else (detail, columnsize): ranking and filters are the meeting index's.
-- Code keeps it in step, because FTS5 in a trigger fails where the schema is not trusted.
CREATE VIRTUAL TABLE meeting_text USING fts5 (
  name, location, address, region, group_name, notes, type_names,
  content = 'meeting', content_rowid = 'id', detail = none, columnsize = 0, prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- The words of meeting_text.
CREATE VIRTUAL TABLE meeting_word USING fts5vocab (meeting_text, row);
