-- journal.db: everything that the person wrote, chose or set. Instants are seconds UTC.
-- Every row that a person made has a UUID, changed_at and deleted_at (NULL while it is there).

-- Goes up with every committed change: what reminders.db is stamped with.
CREATE TABLE state (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  counter INTEGER NOT NULL
) STRICT;

INSERT INTO state (id, counter) VALUES (1, 0);

-- What is followed: the meeting as its list had it, or as it was written by hand (list NULL).
CREATE TABLE series (
  uuid             TEXT    PRIMARY KEY NOT NULL,
  kind             TEXT    NOT NULL CHECK (kind IN ('meeting', 'therapy', 'doctor', 'pharmacy',
                                                          'case-management', 'peer-support', 'court', 'other')),
  schedule         TEXT    NOT NULL,             -- GVariant text of a KeelSchedule
  vanished_at      INTEGER NOT NULL DEFAULT 0,   -- since when its list no longer has it; 0 while it has
  changed_at       INTEGER NOT NULL,
  deleted_at       INTEGER,

  list             TEXT,
  slug             TEXT,
  name             TEXT    NOT NULL,
  program          TEXT,
  day              INTEGER NOT NULL CHECK (day BETWEEN -1 AND 6),       -- 0 = Sunday, -1 by appointment
  minute           INTEGER NOT NULL CHECK (minute BETWEEN -1 AND 1439),
  duration         INTEGER NOT NULL,             -- minutes, 0 unknown
  any_time         INTEGER NOT NULL,
  timezone         TEXT,
  location         TEXT,
  address          TEXT,
  region           TEXT,
  group_name       TEXT,
  notes            TEXT,
  conference_url   TEXT,
  conference_notes TEXT,
  phone            TEXT,
  url              TEXT,
  latitude         REAL,                         -- degrees; both or none
  longitude        REAL,
  venue            TEXT,                         -- 'in-person', 'hybrid', 'online', 'inactive'; NULL unknown
  admission        TEXT,                         -- 'open', 'closed'; NULL unknown
  types            TEXT    NOT NULL,             -- codes with U+001F between them
  type_names       TEXT    NOT NULL,             -- the same
  updated          INTEGER NOT NULL,             -- as the list says; 0 unknown
  listed_schedule  TEXT,                         -- as schedule, but as the list says it; NULL every week
  followed_at      INTEGER NOT NULL,             -- nothing that ended before is asked about
  open_reminder    INTEGER NOT NULL DEFAULT 0,   -- 1: what reminders say may enter reminders.db of a protected profile
  reminder_text      TEXT    NOT NULL CHECK (reminder_text IN ('discreet', 'name', 'full')),
  reminder_silent    INTEGER NOT NULL,
  reminder_important INTEGER NOT NULL,
  travel             INTEGER NOT NULL CHECK (travel BETWEEN 0 AND 600),  -- minutes on the way; 0: nothing is told
  travel_since       INTEGER NOT NULL,           -- as since of a lead

  -- What the person says of it.
  note             TEXT,
  service          TEXT,                         -- a commitment to serve there
  colour           INTEGER CHECK (colour BETWEEN 0 AND 7),              -- of the palette; NULL: its program's
  home_group       INTEGER NOT NULL DEFAULT 0,
  led_by           TEXT    CHECK (led_by IN ('peer', 'facilitator', 'clinician')),  -- NULL unknown
  stage            TEXT    CHECK (stage IN ('found', 'attended-once', 'attended-three-times', 'spoke',
                                            'home-group', 'gave-service')),         -- NULL none
  felt_safe        INTEGER CHECK (felt_safe BETWEEN 0 AND 4),           -- 0 not at all, 4 very much; NULL unsaid
  fit              INTEGER CHECK (fit BETWEEN 0 AND 4),
  distance         INTEGER CHECK (distance BETWEEN 0 AND 4),
  again            INTEGER CHECK (again BETWEEN 0 AND 4)
) STRICT;

CREATE UNIQUE INDEX series_source ON series (list, slug) WHERE deleted_at IS NULL AND list IS NOT NULL;

-- Reminders. since is when this one was asked for: nothing due before is told. One that was deleted
-- and asked for again is a new row.
CREATE TABLE lead (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  series     TEXT    NOT NULL REFERENCES series (uuid),
  minutes    INTEGER NOT NULL CHECK (minutes >= 0),
  since      INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE UNIQUE INDEX lead_live ON lead (series, minutes) WHERE deleted_at IS NULL;

-- What came of an occurrence. It stays when the series is no longer followed.
CREATE TABLE attendance (
  uuid        TEXT    PRIMARY KEY NOT NULL,
  series      TEXT    NOT NULL REFERENCES series (uuid),
  occurrence  INTEGER NOT NULL,                  -- original local start, in minutes: with series the key
  start       INTEGER NOT NULL,                  -- when it began
  state       TEXT    NOT NULL CHECK (state IN ('went', 'not', 'left')),
  heard       TEXT,
  note        TEXT,
  mood_before INTEGER CHECK (mood_before BETWEEN 0 AND 4),
  mood_after  INTEGER CHECK (mood_after BETWEEN 0 AND 4),
  changed_at  INTEGER NOT NULL,
  deleted_at  INTEGER
) STRICT;

CREATE UNIQUE INDEX attendance_live ON attendance (series, occurrence) WHERE deleted_at IS NULL;
CREATE INDEX attendance_start ON attendance (start) WHERE deleted_at IS NULL;

-- That the person means to go to an occurrence.
CREATE TABLE intention (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  series     TEXT    NOT NULL REFERENCES series (uuid),
  occurrence INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER,
  UNIQUE (series, occurrence)
) STRICT;

-- Answers given on notifications that were taken over from reminders.db, so that none is taken twice.
CREATE TABLE letter (
  id       INTEGER PRIMARY KEY,
  uuid     TEXT    NOT NULL UNIQUE,
  taken_at INTEGER NOT NULL
) STRICT;

-- Reminders of what is no series. since as of a lead.
CREATE TABLE prompt (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('check-in', 'worksheet', 'medicine', 'practice', 'plan', 'contact')),
  subject    TEXT,                               -- of a worksheet or card its id: stays here, whatever may be told
  schedule   TEXT    NOT NULL,                   -- GVariant text of a KeelSchedule
  words      TEXT,
  text       TEXT    NOT NULL CHECK (text IN ('discreet', 'name', 'full')),
  important  INTEGER NOT NULL,
  silent     INTEGER NOT NULL,
  open       INTEGER NOT NULL,
  since      INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE setting (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  key        TEXT    NOT NULL UNIQUE,
  value      TEXT    NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- Programs of a person's own. One that was deleted stays, so that what was written for it keeps its name.
CREATE TABLE program (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  code       TEXT    NOT NULL UNIQUE CHECK (code GLOB 'own-*'),
  xml        TEXT    NOT NULL,                   -- as data/content/programs has them
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- Templates as they were when an entry was begun, each once.
CREATE TABLE template (
  digest TEXT PRIMARY KEY NOT NULL,              -- SHA-256 of the XML
  xml    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The worksheets of a person's own. Entries have theirs in template, so that these can change and go.
CREATE TABLE own_template (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  id         TEXT    NOT NULL UNIQUE CHECK (id GLOB 'own-*'),
  xml        TEXT    NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- What was written into worksheets. The answers are in a table of their own, so that a list of entries need
-- not read past them.
CREATE TABLE entry (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT    NOT NULL UNIQUE,
  worksheet   TEXT    NOT NULL,                  -- id of the template
  template    TEXT    NOT NULL REFERENCES template (digest),
  name        TEXT    NOT NULL,                  -- of the template
  title       TEXT,
  beginning   TEXT,                              -- the first words that were written
  state       TEXT    NOT NULL CHECK (state IN ('draft', 'finished', 'revisited')),
  pinned      INTEGER NOT NULL DEFAULT 0,
  link        TEXT    NOT NULL DEFAULT 'none' CHECK (link IN ('none', 'part', 'series', 'strategy')),
  target      TEXT,
  created_at  INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  finished_at INTEGER,
  shared_at   INTEGER,
  shared_with TEXT,                              -- in the person's words
  deleted_at  INTEGER,
  guard       INTEGER NOT NULL DEFAULT 0 CHECK (guard BETWEEN 0 AND 2), -- KeelEntryGuard, of the template
  stale       INTEGER NOT NULL DEFAULT 1         -- 1: entry_text does not know the last change yet
) STRICT;

CREATE INDEX entry_order ON entry (pinned DESC, changed_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX entry_stale ON entry (id) WHERE stale = 1;
CREATE INDEX entry_link ON entry (link, target) WHERE link <> 'none';
CREATE INDEX entry_template ON entry (template);

-- What was said of the parts of a program's structure, from 1. It stays whatever becomes of the program.
CREATE TABLE part_progress (
  uuid        TEXT    PRIMARY KEY NOT NULL,
  program     TEXT    NOT NULL,
  structure   TEXT    NOT NULL,                  -- 'steps', 'points' …
  part        INTEGER NOT NULL CHECK (part > 0),
  state       TEXT    NOT NULL CHECK (state IN ('open', 'working', 'done')),
  shared_at   INTEGER,
  shared_with TEXT,
  note        TEXT,
  changed_at  INTEGER NOT NULL,
  deleted_at  INTEGER,
  UNIQUE (program, structure, part)
) STRICT;

-- What a person says of the cards of the coping library.
CREATE TABLE strategy_mark (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  strategy   TEXT    NOT NULL UNIQUE,            -- id of the card
  favourite  INTEGER NOT NULL,
  hidden     INTEGER NOT NULL,
  note       TEXT,
  suggested  TEXT,                               -- by whom
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- The cards of a person's own. What was done with one stays when it goes.
CREATE TABLE own_strategy (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  id         TEXT    NOT NULL UNIQUE CHECK (id GLOB 'own-*'),
  xml        TEXT    NOT NULL,                   -- as data/content/strategies has them
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- One urge each. Tags are words with a space between, as keel_strategy_tags_format () writes them.
CREATE TABLE urge (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  at         INTEGER NOT NULL,
  zone       INTEGER NOT NULL CHECK (zone BETWEEN -840 AND 840),   -- minutes east of UTC, where the person was
  strength   INTEGER NOT NULL CHECK (strength BETWEEN 0 AND 10),
  after      INTEGER CHECK (after BETWEEN 0 AND 10),               -- NULL unsaid
  tags       TEXT    NOT NULL,
  strategy   TEXT,                               -- id of a card
  minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),  -- 0 unsaid
  set_off    TEXT,
  place      TEXT,
  company    TEXT,
  did        TEXT,
  other      TEXT,                               -- what else could be tried
  outcome    TEXT    NOT NULL CHECK (outcome IN ('none', 'passed', 'delayed', 'went')),
  note       TEXT,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX urge_at ON urge (at DESC) WHERE deleted_at IS NULL;

-- That a card was done.
CREATE TABLE strategy_run (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  strategy   TEXT    NOT NULL,                   -- id of the card
  at         INTEGER NOT NULL,
  before     INTEGER CHECK (before BETWEEN 0 AND 10),              -- NULL unsaid
  after      INTEGER CHECK (after BETWEEN 0 AND 10),
  helped     INTEGER NOT NULL CHECK (helped BETWEEN -1 AND 1),     -- -1 not, 0 unsaid, 1 yes
  tags       TEXT    NOT NULL,
  urge       TEXT    REFERENCES urge (uuid),     -- for which it was done
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX strategy_run_urge ON strategy_run (urge, strategy) WHERE urge IS NOT NULL AND deleted_at IS NULL;

-- If-then plans. Their reminders are prompts, which stay when the plan or its reminder goes.
CREATE TABLE plan (
  id         INTEGER PRIMARY KEY,                -- the order in which they were made
  uuid       TEXT    NOT NULL UNIQUE,
  situation  TEXT    NOT NULL,
  action     TEXT    NOT NULL,
  strategy   TEXT,                               -- id of a card
  tags       TEXT    NOT NULL,
  bind       TEXT    NOT NULL CHECK (bind IN ('none', 'time', 'place', 'person', 'meeting')),
  target     TEXT,
  schedule   TEXT,                               -- GVariant text of a KeelSchedule
  remind     INTEGER NOT NULL,
  prompt     TEXT    REFERENCES prompt (uuid),
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- One JSON document, keyed by the ids of fields.
CREATE TABLE entry_answers (
  entry   INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  answers TEXT    NOT NULL
) STRICT;

CREATE TABLE entry_version (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT    NOT NULL UNIQUE,
  entry      INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  changed_at INTEGER NOT NULL,
  n_words    INTEGER NOT NULL,
  answers    TEXT    NOT NULL
) STRICT;

CREATE INDEX entry_version_of ON entry_version (entry, id);

-- What search knows, as keel_fold () leaves it: words of letters and digits with a space between them. rowid is the
-- entry's id. Only that a word is there is kept, not where.
CREATE VIRTUAL TABLE entry_text USING fts5 (
  name, text,
  prefix = '1 2 3',
  detail = none,
  tokenize = 'ascii'
);

-- Whom the person can call: a first name and an initial, and nothing that others told.
CREATE TABLE person (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  name       TEXT    NOT NULL,
  role       TEXT,
  number     TEXT,                               -- as it was written
  message    TEXT,                               -- written beforehand
  on_lock    INTEGER NOT NULL DEFAULT 0,         -- 1: name and number stand in profile.ini as well
  position   INTEGER NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('other', 'sponsor', 'mentor', 'partner', 'peer', 'therapist', 'family',
                                              'friend', 'sponsored')),
  reach      TEXT,
  notes      TEXT,                               -- of the person who writes, about themselves
  rhythm     INTEGER NOT NULL CHECK (rhythm BETWEEN 0 AND 366),    -- days; 0: none
  since      INTEGER,                            -- days since 1970-01-01, as next_day
  next_day   INTEGER,
  remind     INTEGER CHECK (remind BETWEEN 0 AND 1439),            -- minute of the day; NULL: not
  prompt     TEXT    REFERENCES prompt (uuid),
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- That one spoke, wrote or met. It stays when the person goes.
CREATE TABLE contact (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  person     TEXT    NOT NULL REFERENCES person (uuid),
  at         INTEGER NOT NULL,
  zone       INTEGER NOT NULL CHECK (zone BETWEEN -840 AND 840),   -- as of an urge
  how        TEXT    NOT NULL CHECK (how IN ('call', 'text', 'meeting', 'visit')),
  topic      TEXT,
  to_do      TEXT,
  note       TEXT,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX contact_of ON contact (person, at DESC) WHERE deleted_at IS NULL;

-- What one wants to bring to somebody.
CREATE TABLE question (
  id         INTEGER PRIMARY KEY,                -- the order in which they were written
  uuid       TEXT    NOT NULL UNIQUE,
  person     TEXT    NOT NULL REFERENCES person (uuid),
  words      TEXT    NOT NULL,
  asked      INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX question_of ON question (person, id) WHERE deleted_at IS NULL;

-- Help lines of a person's own.
CREATE TABLE own_line (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  name       TEXT    NOT NULL,
  number     TEXT,
  address    TEXT,
  hours      TEXT,
  note       TEXT,
  on_lock    INTEGER NOT NULL DEFAULT 0,         -- as of a person
  position   INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- How it was at one moment. What was not said is NULL; sleep 0.
CREATE TABLE check_in (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  at         INTEGER NOT NULL,
  zone       INTEGER NOT NULL CHECK (zone BETWEEN -840 AND 840),   -- as of an urge
  mood       INTEGER CHECK (mood BETWEEN 0 AND 4),                 -- 0 lowest
  craving    INTEGER CHECK (craving BETWEEN 0 AND 10),
  energy     INTEGER CHECK (energy BETWEEN 0 AND 4),
  sleep      INTEGER NOT NULL CHECK (sleep BETWEEN 0 AND 1440),    -- minutes
  word       TEXT,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE INDEX check_in_at ON check_in (at DESC) WHERE deleted_at IS NULL;

-- What somebody does all this for. The picture is a JPEG or PNG file, scaled down.
CREATE TABLE reason (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  words      TEXT,
  photo      BLOB    CHECK (length (photo) <= 1048576),
  position   INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- Medicine as it was planned with who prescribes it: never a dose. Days are since 1970-01-01, by the person's own
-- calendar; weekdays are bits, 1 = Sunday. Its reminder is a prompt, which stays when the plan goes.
CREATE TABLE medicine (
  id          INTEGER PRIMARY KEY,               -- the order in which they were made
  uuid        TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('daily', 'clinic', 'take-home', 'injection')),
  first       INTEGER NOT NULL,                  -- nothing is due before; of injections the day of one
  days        INTEGER NOT NULL CHECK (days BETWEEN 0 AND 127),
  clinic_days INTEGER NOT NULL CHECK (clinic_days BETWEEN 0 AND 127),
  weeks       INTEGER NOT NULL CHECK (weeks BETWEEN 0 AND 52),           -- from one injection to the next
  months      INTEGER NOT NULL CHECK (months BETWEEN 0 AND 24),
  minute      INTEGER NOT NULL CHECK (minute BETWEEN -1 AND 1439),       -- -1 not said
  remind      INTEGER NOT NULL,
  prescriber  TEXT,
  place       TEXT,                              -- pharmacy or clinic
  phone       TEXT,
  note        TEXT,
  appointment INTEGER,
  naloxone    INTEGER,                           -- the last day on which what is at hand is good
  locked      INTEGER NOT NULL,                  -- what was taken home is kept locked
  prompt      TEXT    REFERENCES prompt (uuid),
  changed_at  INTEGER NOT NULL,
  deleted_at  INTEGER
) STRICT;

-- What became of a day. That nothing was said of one is no row.
CREATE TABLE medicine_day (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  medicine   TEXT    NOT NULL REFERENCES medicine (uuid),
  day        INTEGER NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('taken', 'not-taken', 'not-due')),
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER,
  UNIQUE (medicine, day)
) STRICT;

-- Days that may be hard, once or every year, and what helps on them.
CREATE TABLE risk_date (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  words      TEXT    NOT NULL,
  day        INTEGER NOT NULL,                   -- of every year: the first of them
  yearly     INTEGER NOT NULL,
  action     TEXT,
  plan       TEXT,                               -- UUID of an if-then plan
  strategy   TEXT,                               -- id of a card
  people     TEXT,                               -- UUIDs with a space between them
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE goal (
  id         INTEGER PRIMARY KEY,                -- the order in which they were made
  uuid       TEXT    NOT NULL UNIQUE,
  words      TEXT    NOT NULL,
  area       TEXT    NOT NULL CHECK (area IN ('health', 'home', 'purpose', 'community', 'service')),
  weekly     INTEGER NOT NULL,
  done       INTEGER,                            -- the day; NULL not yet, or weekly
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- That a weekly goal was done: the day says in which week, wherever weeks begin.
CREATE TABLE goal_tick (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  goal       TEXT    NOT NULL REFERENCES goal (uuid),
  day        INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER,
  UNIQUE (goal, day)
) STRICT;

-- What days are counted of, from the start date that the person gave. Days are days since 1970-01-01 as they are
-- counted, from the end of one night to the end of the next.
CREATE TABLE day_count (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  name       TEXT,                               -- in the person's words; NULL: all in one
  start      INTEGER NOT NULL,
  minute     INTEGER CHECK (minute BETWEEN 0 AND 1439),            -- NULL unsaid
  mode       TEXT    NOT NULL CHECK (mode IN ('none', 'streak', 'total', 'both')),
  day_one    INTEGER NOT NULL,                   -- 1: the first day is day 1, else day 0
  leap       TEXT    NOT NULL CHECK (leap IN ('feb-28', 'mar-1')),
  scheme     TEXT,                               -- code of the program whose milestones it has
  path       TEXT    NOT NULL CHECK (path IN ('abstinence', 'cut-down', 'undecided', 'membership')),
  money      INTEGER NOT NULL,                   -- a day, in the smallest unit of currency; 0 unsaid
  currency   TEXT,
  minutes    INTEGER NOT NULL,                   -- a day; 0 unsaid
  position   INTEGER NOT NULL,
  stopped    INTEGER,                            -- the day on which it was let rest
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE lapse (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  count      TEXT    REFERENCES day_count (uuid),                  -- NULL: of none
  day        INTEGER NOT NULL,
  minute     INTEGER CHECK (minute BETWEEN 0 AND 1439),            -- NULL unsaid
  choice     TEXT    NOT NULL CHECK (choice IN ('keep-total', 'new-start', 'stop', 'not-counted')),
  restart    INTEGER,                            -- first day of the new streak; NULL: that of the lapse
  note       TEXT,
  entry      TEXT,                               -- UUID of what was written about it
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- What was reached, once and for all. Only the person takes one away.
CREATE TABLE milestone (
  uuid       TEXT    PRIMARY KEY NOT NULL,
  count      TEXT    REFERENCES day_count (uuid),
  mark       TEXT    NOT NULL,                   -- 'days-30' …, or one without time
  subject    TEXT,
  words      TEXT,
  streak     INTEGER,                            -- the start date that it was counted from
  day        INTEGER NOT NULL,
  told_at    INTEGER,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
