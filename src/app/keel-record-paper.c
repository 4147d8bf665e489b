#include "config.h"

#include "keel-record-paper.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "paper/keel-pairs-block.h"
#include "paper/keel-table-block.h"
#include "paper/keel-text-block.h"

#include "keel-date-words.h"
#include "keel-local-paper.h"

/* A date on paper has its year, whatever year it is read in: it is told as from a day of no year that counts.
 */
#define NO_YEAR 0

/* Room to sign in: lines of text below the date. */
#define ROOM_TO_SIGN "\n\n "
/* A line to write a name on. */
#define RULED_LINE "______________________________"

static gint64
find_day (KeelAttendance *attendance, GTimeZone *zone)
{
  return keel_local_time_get_days (keel_local_time_from_utc (attendance->start, zone));
}

/* Those of the days that the person was at, the oldest first; not owned. */
static GPtrArray *
find_entries (KeelSession *session, const KeelRecordPaperOptions *options, GTimeZone *zone)
{
  GPtrArray *all = keel_session_get_attended (session);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = all->len; i-- > 0;)
    {
      gint64 day = find_day (all->pdata[i], zone);

      if (day >= options->first && day <= options->last && keel_attendance_was_there (all->pdata[i]))
        g_ptr_array_add (found, all->pdata[i]);
    }
  return found;
}

static KeelTableBlock *
make_table (const KeelRecordPaperOptions *options)
{
  KeelTableBlock *table = keel_table_block_new ();

  keel_table_block_add_column (table, C_ ("column", "Date"), 3.5, KEEL_ALIGN_START);
  keel_table_block_add_column (table, C_ ("column", "What"), 3, KEEL_ALIGN_START);
  keel_table_block_add_column (table, C_ ("column", "How it was"), 2, KEEL_ALIGN_START);
  if (options->words)
    keel_table_block_add_column (table, C_ ("column", "What I heard that helps"), 5, KEEL_ALIGN_START);
  if (options->signature)
    keel_table_block_add_column (table, C_ ("column", "Signature"), 4, KEEL_ALIGN_START);
  keel_table_block_set_empty_text (table, _ ("Nothing in these days."));
  return table;
}

static void
add_entry (KeelTableBlock *table, KeelAttendance *attendance, const KeelRecordPaperOptions *options,
           GTimeZone *zone)
{
  g_autofree char *date = keel_sentence_day (find_day (attendance, zone), NO_YEAR);
  g_autofree char *time = keel_sentence_clock_time (attendance->start, zone);
  g_autofree char *when = g_strdup_printf ("%s\n%s", date, time);
  const char *cells[6] = { when, NULL };
  guint n = 1;

  cells[n++] = options->names && attendance->name != NULL ? attendance->name : C_ ("attendance", "Meeting");
  cells[n++] = keel_date_words_attendance (attendance->state);
  if (options->words)
    cells[n++] = attendance->heard != NULL ? attendance->heard : "";
  if (options->signature)
    cells[n++] = ROOM_TO_SIGN;
  keel_table_block_add_row (table, cells);
}

static char *
describe_days (const KeelRecordPaperOptions *options)
{
  g_autofree char *first = keel_sentence_day (options->first, NO_YEAR);
  g_autofree char *last = keel_sentence_day (options->last, NO_YEAR);

  /* Translators: two dates, and all days between them. */
  return g_strdup_printf (C_ ("dates", "%1$s – %2$s"), first, last);
}

static KeelPairsBlock *
make_pairs (const KeelRecordPaperOptions *options, guint count)
{
  KeelPairsBlock *pairs = keel_pairs_block_new ();
  g_autofree char *days = describe_days (options);
  g_autofree char *number = g_strdup_printf ("%u", count);

  if (options->signature)
    /* Translators: of a person, before a line on which they write it. */
    keel_pairs_block_add (pairs, C_ ("person", "Name"), RULED_LINE);
  keel_pairs_block_add (pairs, C_ ("attendance", "Days"), days);
  keel_pairs_block_add (pairs, C_ ("attendance", "Meetings"), number);
  return pairs;
}

KeelPaper *
keel_record_paper_new (KeelSession *session, const KeelRecordPaperOptions *options)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);
  g_autoptr (GPtrArray) entries = find_entries (session, options, zone);
  KeelPaper *paper = keel_local_paper_new (FALSE);
  KeelTableBlock *table = make_table (options);

  for (guint i = 0; i < entries->len; i++)
    add_entry (table, entries->pdata[i], options, zone);
  keel_paper_set_title (paper, C_ ("document", "Attendance"));
  keel_paper_add (paper, keel_heading_new (1, C_ ("document", "Attendance")));
  keel_paper_add (paper, KEEL_BLOCK (make_pairs (options, entries->len)));
  if (!options->signature)
    keel_paper_add (paper, keel_note_new (_ ("Written down by the person who was there.")));
  keel_paper_add (paper, KEEL_BLOCK (table));
  return paper;
}
