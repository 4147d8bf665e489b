-- Ten years of somebody's days behind one, into a journal that follows something and has one entry of each worksheet that is written
-- in: 3,650 check-ins, 2,000 urges, 5,000 runs of cards, 2,500 meetings that were planned and been at, 1,500 worksheets, and what
-- stands beside them.
CREATE TEMP TABLE r (i INTEGER PRIMARY KEY);
INSERT INTO r WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4999) SELECT i FROM n;

-- So many rows from the newest one back: @part of ten years.
CREATE TEMP TABLE span AS SELECT CAST (strftime ('%s', 'now') AS INTEGER) - 600 AS now, 315000000 AS seconds;
CREATE TEMP TABLE followed AS SELECT row_number () OVER (ORDER BY uuid) - 1 AS i, uuid FROM series WHERE deleted_at IS NULL;

INSERT INTO check_in (uuid, at, zone, mood, craving, energy, sleep, word, changed_at)
  SELECT printf ('c%d', i), now - i * seconds / 3650, 60, abs (random () % 5), abs (random () % 11), abs (random () % 5),
         300 + abs (random () % 240), 'a word', 1 FROM r, span WHERE i < 3650;
INSERT INTO urge (uuid, at, zone, strength, after, tags, strategy, minutes, set_off, place, did, outcome, changed_at)
  SELECT printf ('u%d', i), now - i * seconds / 2000, 60, abs (random () % 11), abs (random () % 11), 'lonely',
         printf ('c%02d', 1 + i % 60), 0, 'An invitation', 'On the way home', 'Walked twice around the park', 'passed', 1
    FROM r, span WHERE i < 2000;
INSERT INTO strategy_run (uuid, strategy, at, before, after, helped, tags, urge, changed_at)
  SELECT printf ('r%d', i), printf ('c%02d', 1 + i % 60), now - i * seconds / 5000, abs (random () % 11), abs (random () % 11),
         1, 'lonely', CASE WHEN i < 2000 THEN printf ('u%d', i) END, 1 FROM r, span;
INSERT INTO attendance (uuid, series, occurrence, start, state, heard, mood_before, mood_after, changed_at)
  SELECT printf ('a%d', r.i), followed.uuid, (now - r.i * seconds / 2500) / 60, now - r.i * seconds / 2500, 'went',
         'It gets better', abs (random () % 5), abs (random () % 5), 1
    FROM r, span JOIN followed ON followed.i = r.i % (SELECT count(*) FROM followed) WHERE r.i < 2500;
INSERT INTO intention (uuid, series, occurrence, start, changed_at)
  SELECT printf ('i%s', uuid), series, occurrence, start, 1 FROM attendance;
CREATE TEMP TABLE written AS SELECT row_number () OVER (ORDER BY id) - 1 AS i, id FROM entry;
INSERT INTO entry (uuid, worksheet, template, name, beginning, state, created_at, changed_at, finished_at)
  SELECT printf ('e%d', r.i), worksheet, template, name, beginning, 'finished', now - r.i * seconds / 1500,
         now - r.i * seconds / 1500, now - r.i * seconds / 1500
    FROM r, span JOIN written ON written.i = r.i % (SELECT count(*) FROM written) JOIN entry ON entry.id = written.id
   WHERE r.i < 1500;
INSERT INTO entry_answers (entry, answers)
  SELECT entry.id, answers FROM r JOIN entry ON entry.uuid = printf ('e%d', r.i)
    JOIN written ON written.i = r.i % (SELECT count(*) FROM written) JOIN entry_answers ON entry_answers.entry = written.id;
INSERT INTO person (uuid, name, role, number, position, kind, rhythm, since, changed_at)
  SELECT printf ('p%d', i), printf ('Person %d', i), 'Sponsor', '555 0100', i, CASE WHEN i = 0 THEN 'sponsor' ELSE 'peer' END, 7,
         now / 86400 - 3650, 1 FROM r, span WHERE i < 12;
INSERT INTO contact (uuid, person, at, zone, how, topic, changed_at)
  SELECT printf ('k%d', i), printf ('p%d', i % 12), now - i * seconds / 2500, 60, 'call', 'How the week was', 1
    FROM r, span WHERE i < 2500;
INSERT INTO reason (uuid, words, position, changed_at)
  SELECT printf ('w%d', i), printf ('Reason %d', i), i, 1 FROM r WHERE i < 10;
INSERT INTO plan (uuid, situation, action, tags, bind, remind, changed_at)
  SELECT printf ('l%d', i), printf ('Somebody offers me something, the %dth time', i), 'I leave, and call', '', 'none', 0, 1
    FROM r WHERE i < 30;
INSERT INTO goal (uuid, words, area, weekly, changed_at)
  SELECT printf ('g%d', i), printf ('Goal %d', i), 'health', i % 2, 1 FROM r WHERE i < 20;
INSERT INTO goal_tick (uuid, goal, day, changed_at)
  SELECT printf ('t%d', i), printf ('g%d', i % 10 * 2 + 1), now / 86400 - i / 10 * 7, 1 FROM r, span WHERE i < 5000;
INSERT INTO risk_date (uuid, words, day, yearly, action, changed_at)
  SELECT printf ('h%d', i), printf ('A hard day %d', i), now / 86400 + i * 9, 1, 'I am not alone on it', 1
    FROM r, span WHERE i < 20;
INSERT INTO medicine (uuid, name, kind, first, days, clinic_days, weeks, months, minute, remind, locked, changed_at)
  SELECT 'm', 'Medicine', 'daily', now / 86400 - 3650, 127, 0, 0, 0, 480, 0, 0, 1 FROM span;
INSERT INTO medicine_day (uuid, medicine, day, state, changed_at)
  SELECT printf ('d%d', i), 'm', now / 86400 - i, 'taken', 1 FROM r, span WHERE i < 3650;
INSERT INTO day_count (uuid, start, mode, day_one, leap, path, money, minutes, position, changed_at)
  SELECT 'd', now / 86400 - 3650, 'both', 0, 'feb-28', 'abstinence', 700, 60, 0, 1 FROM span;
INSERT INTO lapse (uuid, count, day, choice, changed_at)
  SELECT printf ('x%d', i), 'd', now / 86400 - 100 - i * 700, 'keep-total', 1 FROM r, span WHERE i < 5;
INSERT INTO milestone (uuid, count, mark, day, told_at, changed_at)
  SELECT printf ('b%d', i), 'd', printf ('days-%d', 30 * (i + 1)), now / 86400 - 3650 + 30 * (i + 1), 1, 1
    FROM r, span WHERE i < 12;
DROP TABLE r;
DROP TABLE span;
DROP TABLE followed;
DROP TABLE written;
UPDATE state SET counter = counter + 1;
