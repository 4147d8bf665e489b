/* What each type of field keeps of what is put into it: saved, read again, changed, and brought back as it
 * was. The rows are in fixtures/entries/fields.tsv, whose head says how they are written. */

#include "app/keel-field-typed.h"
#include "keel-test-clock.h"
#include "keel-test-folder.h"
#include "store/keel-journal-entries.h"

#include <math.h>
#include <string.h>

#define FIELD(type, inside) "<field id='" type "' type='" type "'><label>x</label>" inside "</field>"
#define OPTIONS "<option id='one'>One</option><option id='two'>Two</option>"
#define COLUMN(id, type, inside) "<column id='" id "' type='" type "'><label>x</label>" inside "</column>"
#define SIDE(what, id) "<" what " id='" id "'><label>x</label></" what ">"
#define SHEET                                                                                                \
  "<worksheet id='w99' order='1' pages='both' group='general'><name>All of them</name><section>" FIELD (     \
      "text", "") FIELD ("long", "") FIELD ("person", "") FIELD ("rating", "") FIELD ("number", "")          \
      FIELD ("date", "") FIELD ("datetime", "") FIELD ("tick", "") FIELD ("choice", OPTIONS)                 \
          FIELD ("list", "") FIELD ("table", COLUMN ("who", "person", "") COLUMN ("fit", "rating", "")       \
                                                 COLUMN ("at", "date", "") COLUMN ("done", "tick", "")       \
                                                     COLUMN ("kind", "choice", OPTIONS))                     \
              FIELD ("matrix", SIDE ("row", "do") SIDE ("row", "not") SIDE ("column", "good")                \
                                   SIDE ("column", "bad") SIDE ("tag", "short") SIDE ("tag", "long"))        \
                  FIELD ("info", "") "</section></worksheet>"

typedef struct
{
  char *line;
  char *written;
  char *kept;
  KeelEntry *entry;
  gint64 version;
} Case;

typedef struct
{
  char *folder;
  char *path;
  KeelTestClock *clock;
  KeelJournal *journal;
  KeelWorksheet *sheet;
  GPtrArray *cases; /* of Case, those that are kept */
} Fixture;

static void
free_case (Case *row)
{
  g_free (row->line);
  g_free (row->written);
  g_free (row->kept);
  g_clear_object (&row->entry);
  g_free (row);
}

/* --- What is put into a field, as its widget does it --- */

static gboolean
write_line (KeelAnswers *answers, const KeelField *field, const char *text, GError **error)
{
  g_autofree char *time = NULL;
  double number;

  if ((field->type == KEEL_FIELD_NUMBER || field->type == KEEL_FIELD_RATING) &&
      keel_field_typed_number (text, &number))
    {
      keel_answers_set_number (answers, field->id, number);
      return TRUE;
    }
  if (field->type == KEEL_FIELD_DATE || field->type == KEEL_FIELD_DATETIME)
    time = keel_field_typed_time (text, field->type == KEEL_FIELD_DATETIME);
  return keel_answers_set_text (answers, field->id, time != NULL ? time : text, error);
}

static gboolean write_answer (KeelAnswers *answers, const KeelField *field, const char *text, GError **error);

static gboolean
write_cells (KeelAnswers *row, const KeelField *table, const char *text, GError **error)
{
  g_auto (GStrv) cells = g_strsplit (text, ";", -1);

  for (char **cell = cells; *cell != NULL; cell++)
    {
      g_auto (GStrv) parts = g_strsplit (*cell, "=", 2);

      if (!write_answer (row, keel_field_find_column (table, parts[0]), parts[1], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_rows (KeelAnswers *answers, const KeelField *field, char **texts, GError **error)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (KeelAnswers) row = NULL;

      if (*texts[i] == '\0' && texts[i + 1] == NULL)
        break;
      row = keel_answers_insert_row (answers, field->id, G_MAXUINT, error);
      if (row == NULL || (*texts[i] != '\0' && !write_cells (row, field, texts[i], error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_item (KeelAnswers *item, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "~", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *tag = g_strconcat ("tag/", parts[i], NULL);

      if (g_ascii_isdigit (*parts[i]))
        keel_answers_set_number (item, "weight", atoi (parts[i]));
      else
        keel_answers_set_tick (item, tag, TRUE);
    }
  return keel_answers_set_text (item, "text", parts[0], error);
}

/* All of them in one square. */
static gboolean
write_square (KeelAnswers *answers, const KeelField *field, char **texts, GError **error)
{
  g_autoptr (KeelAnswers) row = *texts != NULL ? keel_answers_insert_row (answers, field->id, 0, error)
                                               : NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (KeelAnswers) item = NULL;

      if (*texts[i] == '\0')
        continue;
      item = keel_answers_insert_row (row, "do/good", G_MAXUINT, error);
      if (item == NULL || !write_item (item, texts[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_answer (KeelAnswers *answers, const KeelField *field, const char *text, GError **error)
{
  g_auto (GStrv) texts = g_strsplit (text, "|", -1);

  switch (field->type)
    {
    case KEEL_FIELD_TICK:
      keel_answers_set_tick (answers, field->id, g_str_equal (text, "yes"));
      return TRUE;
    case KEEL_FIELD_CHOICE:
    case KEEL_FIELD_LIST:
      return keel_answers_set_texts (answers, field->id, (const char *const *) texts, error);
    case KEEL_FIELD_TABLE:
      return write_rows (answers, field, texts, error);
    case KEEL_FIELD_MATRIX:
      return write_square (answers, field, texts, error);
    case KEEL_FIELD_INFO:
      return TRUE;
    case KEEL_FIELD_TEXT:
    case KEEL_FIELD_LONG:
    case KEEL_FIELD_RATING:
    case KEEL_FIELD_DATE:
    case KEEL_FIELD_DATETIME:
    case KEEL_FIELD_PERSON:
    case KEEL_FIELD_NUMBER:
    default:
      return write_line (answers, field, text, error);
    }
}

/* --- What is read out of it, as it would be written --- */

static char *
read_line (const KeelAnswers *answers, const char *id)
{
  double number;

  if (keel_answers_get_number (answers, id, &number))
    return g_strdup_printf ("%.15g", number);
  return g_strdup (keel_answers_get_text (answers, id));
}

static char *read_answer (const KeelAnswers *answers, const KeelField *field);

static void
read_cells (const KeelAnswers *row, const KeelField *table, GString *text)
{
  gboolean first = TRUE;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const KeelField *column = g_ptr_array_index (table->columns, i);
      g_autofree char *cell = read_answer (row, column);

      if (cell == NULL)
        continue;
      g_string_append_printf (text, "%s%s=%s", first ? "" : ";", column->id, cell);
      first = FALSE;
    }
}

static void
read_item (const KeelAnswers *item, GString *text)
{
  double weight;

  g_string_append (text, keel_answers_get_text (item, "text"));
  if (keel_answers_get_tick (item, "tag/short"))
    g_string_append (text, "~short");
  if (keel_answers_get_tick (item, "tag/long"))
    g_string_append (text, "~long");
  if (keel_answers_get_number (item, "weight", &weight))
    g_string_append_printf (text, "~%.15g", weight);
}

static char *
read_rows (const KeelAnswers *answers, const char *id, const KeelField *table)
{
  guint n_rows = keel_answers_get_n_rows (answers, id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, id, i);

      g_string_append (text, i > 0 ? "|" : "");
      if (table != NULL)
        read_cells (row, table, text);
      else
        read_item (row, text);
    }
  return g_string_free (text, n_rows == 0);
}

static char *
read_texts (const KeelAnswers *answers, const char *id)
{
  g_auto (GStrv) texts = keel_answers_get_texts (answers, id);

  return *texts != NULL ? g_strjoinv ("|", texts) : NULL;
}

/* NULL: nothing. */
static char *
read_answer (const KeelAnswers *answers, const KeelField *field)
{
  g_autoptr (KeelAnswers) square = NULL;

  switch (field->type)
    {
    case KEEL_FIELD_TICK:
      return keel_answers_get_tick (answers, field->id) ? g_strdup ("yes") : NULL;
    case KEEL_FIELD_CHOICE:
    case KEEL_FIELD_LIST:
      return read_texts (answers, field->id);
    case KEEL_FIELD_TABLE:
      return read_rows (answers, field->id, field);
    case KEEL_FIELD_MATRIX:
      if (keel_answers_get_n_rows (answers, field->id) == 0)
        return NULL;
      square = keel_answers_get_row (answers, field->id, 0);
      return read_rows (square, "do/good", NULL);
    case KEEL_FIELD_INFO:
    case KEEL_FIELD_TEXT:
    case KEEL_FIELD_LONG:
    case KEEL_FIELD_RATING:
    case KEEL_FIELD_DATE:
    case KEEL_FIELD_DATETIME:
    case KEEL_FIELD_PERSON:
    case KEEL_FIELD_NUMBER:
    default:
      return read_line (answers, field->id);
    }
}

/* --- The table --- */

static char *
expand (const char *column)
{
  g_autofree char *text = g_strcompress (column);
  g_autoptr (GString) whole = NULL;
  char *unit = NULL;
  guint64 n;

  if (*text != '*')
    return g_steal_pointer (&text);
  n = g_ascii_strtoull (text + 1, &unit, 10);
  whole = g_string_new (NULL);
  for (guint64 i = 0; i < n; i++)
    g_string_append (whole, unit + 1);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

static char *
expand_kept (const char *column, const char *written)
{
  char *kept;

  if (g_str_equal (column, "-"))
    return NULL;
  kept = g_str_equal (column, "=") ? g_strdup (written) : expand (column);
  if (*column == '*' && g_str_has_suffix (kept, "|"))
    kept[strlen (kept) - 1] = '\0';
  return kept;
}

static void
check_refused (const KeelField *field, const char *written, const char *how)
{
  int code = g_str_equal (how, "!long") ? KEEL_ANSWERS_ERROR_TOO_LONG : KEEL_ANSWERS_ERROR_TEXT;
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (write_answer (answers, field, written, &error));
  g_assert_error (error, KEEL_ANSWERS_ERROR, code);
  if (field->type != KEEL_FIELD_TABLE && field->type != KEEL_FIELD_MATRIX)
    g_assert_true (keel_answers_is_empty (answers));
}

/* The rows of @type; those that are refused are looked at right away. */
static void
read_cases (Fixture *fixture, const char *type)
{
  g_autofree char *path = g_build_filename (g_getenv ("KEEL_FIXTURES"), "entries", "fields.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) columns = g_strsplit (*line, "\t", -1);
      g_autofree char *written = NULL;
      Case *row;

      if (g_strcmp0 (columns[0], type) != 0)
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 3);
      g_test_message ("%s", *line);
      written = expand (columns[1]);
      if (*columns[2] == '!')
        {
          check_refused (keel_worksheet_find_field (fixture->sheet, type), written, columns[2]);
          continue;
        }
      row = g_new0 (Case, 1);
      row->line = g_strdup (*line);
      row->kept = expand_kept (columns[2], written);
      row->written = g_steal_pointer (&written);
      g_ptr_array_add (fixture->cases, row);
    }
  g_assert_cmpuint (fixture->cases->len, >, 0);
}

/* --- Saved, changed, and brought back --- */

static void
open_again (Fixture *fixture)
{
  GError *error = NULL;

  g_clear_object (&fixture->journal);
  fixture->journal = keel_journal_open (fixture->path, NULL, KEEL_CLOCK (fixture->clock), &error);
  g_assert_no_error (error);
}

static void
save (Fixture *fixture, const Case *row, const KeelAnswers *answers)
{
  GError *error = NULL;

  keel_journal_save_entry (fixture->journal, row->entry->uuid, answers, &error);
  g_assert_no_error (error);
  keel_journal_index_entries (fixture->journal, &error);
  g_assert_no_error (error);
}

static void
put (Fixture *fixture, const Case *row, const KeelField *field, const char *text)
{
  g_autoptr (KeelAnswers) answers = keel_answers_new ();
  GError *error = NULL;

  write_answer (answers, field, text, &error);
  g_assert_no_error (error);
  save (fixture, row, answers);
}

static void
check (Fixture *fixture, const Case *row, const KeelField *field, const char *expected)
{
  GError *error = NULL;
  g_autoptr (KeelAnswers) answers = keel_journal_read_answers (fixture->journal, row->entry->uuid, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = read_answer (answers, field);
  /* A megabyte in a report helps nobody. */
  if (g_strcmp0 (found, expected) != 0)
    g_error ("%s: “%.200s” instead of “%.200s”", row->line, found, expected);
}

static void
keep_version (Fixture *fixture, Case *row)
{
  g_autoptr (GArray) versions = NULL;
  GError *error = NULL;

  keel_journal_keep_version (fixture->journal, row->entry->uuid, &error);
  g_assert_no_error (error);
  versions = keel_journal_get_versions (fixture->journal, row->entry->uuid, &error);
  g_assert_no_error (error);
  row->version = versions->len > 0 ? g_array_index (versions, KeelEntryVersion, 0).id : 0;
}

/* Of what was empty, or white space alone, there is no version. */
static void
bring_back (Fixture *fixture, const Case *row)
{
  g_autoptr (KeelAnswers) answers = NULL;
  GError *error = NULL;

  if (row->version != 0)
    answers = keel_journal_read_version (fixture->journal, row->entry->uuid, row->version, &error);
  else
    answers = keel_answers_new ();
  g_assert_no_error (error);
  save (fixture, row, answers);
}

/* Other than all rows of the table. */
static const char *
get_other (const KeelField *field, const Case *row)
{
  switch (field->type)
    {
    case KEEL_FIELD_TICK:
      return row->kept != NULL ? "no" : "yes";
    case KEEL_FIELD_TABLE:
      return "who=Somebody else";
    case KEEL_FIELD_RATING:
    case KEEL_FIELD_NUMBER:
      return "3.25";
    case KEEL_FIELD_INFO:
      return "";
    case KEEL_FIELD_DATE:
    case KEEL_FIELD_DATETIME:
      return "1999-12-31";
    case KEEL_FIELD_TEXT:
    case KEEL_FIELD_LONG:
    case KEEL_FIELD_CHOICE:
    case KEEL_FIELD_LIST:
    case KEEL_FIELD_MATRIX:
    case KEEL_FIELD_PERSON:
    default:
      return "something else";
    }
}

static char *
dup_other (const KeelField *field, const Case *row)
{
  const char *other = get_other (field, row);

  return *other == '\0' || g_str_equal (other, "no") ? NULL : g_strdup (other);
}

static void
test_type (gconstpointer type)
{
  Fixture fixture = { NULL };
  const KeelField *field;

  fixture.folder = keel_test_folder_make ();
  fixture.path = g_build_filename (fixture.folder, "journal.db", NULL);
  fixture.clock = keel_test_clock_new ("2026-11-22T18:00:00Z", "Europe/Berlin");
  fixture.cases = g_ptr_array_new_with_free_func ((GDestroyNotify) free_case);
  {
    g_autoptr (GBytes) xml = g_bytes_new_static (SHEET, strlen (SHEET));

    fixture.sheet = keel_worksheet_new_from_xml (xml, NULL);
  }
  field = keel_worksheet_find_field (fixture.sheet, type);
  read_cases (&fixture, type);

  open_again (&fixture);
  for (guint i = 0; i < fixture.cases->len; i++)
    {
      Case *row = g_ptr_array_index (fixture.cases, i);

      row->entry = keel_journal_begin_entry (fixture.journal, fixture.sheet, KEEL_ENTRY_LINK_NONE, NULL,
                                             NULL);
      put (&fixture, row, field, row->written);
    }
  open_again (&fixture);
  for (guint i = 0; i < fixture.cases->len; i++)
    {
      Case *row = g_ptr_array_index (fixture.cases, i);

      check (&fixture, row, field, row->kept);
      keep_version (&fixture, row);
      put (&fixture, row, field, get_other (field, row));
    }
  open_again (&fixture);
  for (guint i = 0; i < fixture.cases->len; i++)
    {
      Case *row = g_ptr_array_index (fixture.cases, i);
      g_autofree char *other = dup_other (field, row);

      check (&fixture, row, field, other);
      bring_back (&fixture, row);
    }
  open_again (&fixture);
  for (guint i = 0; i < fixture.cases->len; i++)
    {
      const Case *row = g_ptr_array_index (fixture.cases, i);

      check (&fixture, row, field, row->version != 0 ? row->kept : NULL);
    }

  g_ptr_array_unref (fixture.cases);
  keel_worksheet_unref (fixture.sheet);
  g_assert_finalize_object (fixture.journal);
  g_assert_finalize_object (fixture.clock);
  keel_test_folder_remove (fixture.folder);
  g_free (fixture.folder);
  g_free (fixture.path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* A type without rows fails. */
  for (guint i = 0; keel_field_type_words[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/fields/", keel_field_type_words[i], NULL);

      g_test_add_data_func (path, keel_field_type_words[i], test_type);
    }
  return g_test_run ();
}
