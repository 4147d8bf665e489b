-- What the sqlite3 shell is timed with: the columns that an import fills, out of the file @FILE@, into the
-- tables of directory.sql. Keys and digests are random instead of hashes, which is less work.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA cell_size_check = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -8192;
BEGIN IMMEDIATE;
@SCHEMA@
INSERT INTO list (id, name, source, format, imported_at, meetings) VALUES (1, 'Bench', 'bench.json', 'meeting-guide', 0, 0);
INSERT INTO meeting (id, list, key, digest, day, minute, duration, any_time, venue, online, in_person,
                     admission, latitude, longitude, program, timezone, updated, slug, name, location, address, region, group_name, notes, types,
                     type_names, conference_url, conference_notes, phone, url, link_key, place_key, room_key, type_set)
  SELECT key + 1, 1, random (), random (), value ->> 'day',
         substr (value ->> 'time', 1, 2) * 60 + substr (value ->> 'time', 4, 2),
         60 * (substr (value ->> 'end_time', 1, 2) - substr (value ->> 'time', 1, 2)),
         0,
         CASE value ->> 'attendance_option' WHEN 'in_person' THEN 1 WHEN 'hybrid' THEN 2 ELSE 3 END,
         value ->> 'attendance_option' <> 'in_person', value ->> 'attendance_option' <> 'online',
         0, value ->> 'latitude', value ->> 'longitude', value ->> 'program', value ->> 'timezone',
         unixepoch (value ->> 'updated'), value ->> 'slug', value ->> 'name', value ->> 'location',
         value ->> 'formatted_address', value ->> 'region', value ->> 'group', value ->> 'notes',
         (SELECT group_concat (t.value, char (31)) FROM json_each (e.value, '$.types') AS t),
         (SELECT group_concat (t.value, char (31)) FROM json_each (e.value, '$.types') AS t),
         value ->> 'conference_url', value ->> 'conference_notes', value ->> 'phone', value ->> 'url', 0, 0, 0, 0
    FROM json_each (readfile ('@FILE@')) AS e;
INSERT INTO meeting_text (rowid, name, location, address, region, group_name, notes, type_names)
  SELECT id, name, location, address, region, group_name, notes, type_names FROM meeting;
UPDATE state SET change = 1;
UPDATE list SET meetings = (SELECT count(*) FROM meeting);
PRAGMA application_id = 1265386610;
PRAGMA user_version = 1;
COMMIT;
PRAGMA wal_checkpoint (TRUNCATE);
