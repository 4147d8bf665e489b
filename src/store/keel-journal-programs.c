#include "keel-journal-programs.h"

#include <string.h>

#include "keel-journal-own.h"
#include "keel-journal-writing.h"

#define CHOSEN "programs"
#define LABELS "labels"
#define COLOUR "milestone-colour/"
#define OWN "own-"
#define NONE "none"
/* Own ones come after those of Keel. */
#define FIRST_ORDER 1000

KeelProgramChoice *
keel_program_choice_new (void)
{
  KeelProgramChoice *self = g_new0 (KeelProgramChoice, 1);

  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);
  self->chosen = g_new0 (char *, 1);
  self->colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
keel_program_choice_free (KeelProgramChoice *self)
{
  g_ptr_array_unref (self->own);
  g_strfreev (self->chosen);
  g_hash_table_unref (self->colours);
  g_free (self);
}

static gboolean
has_same_colours (GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer key, colour;

  if (g_hash_table_size (one) != g_hash_table_size (other))
    return FALSE;
  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &key, &colour))
    if (g_strcmp0 (g_hash_table_lookup (other, key), colour) != 0)
      return FALSE;
  return TRUE;
}

gboolean
keel_program_choice_equal (const KeelProgramChoice *self, const KeelProgramChoice *other)
{
  if (self->own->len != other->own->len || self->n_damaged != other->n_damaged ||
      self->labels != other->labels || !has_same_colours (self->colours, other->colours) ||
      !g_strv_equal ((const char *const *) self->chosen, (const char *const *) other->chosen))
    return FALSE;
  for (guint i = 0; i < self->own->len; i++)
    if (!keel_program_equal (self->own->pdata[i], other->own->pdata[i]))
      return FALSE;
  return TRUE;
}

static gpointer read_program (sqlite3_stmt *statement);

/* Also the deleted ones, which are gone, but keep their place. */
static const KeelOwnKind own_kind = {
  .what = "program",
  .parse = (gpointer (*) (GBytes *, GError **)) keel_program_new_from_xml,
  .unref = (GDestroyNotify) keel_program_unref,
  .id = G_STRUCT_OFFSET (KeelProgram, code),
  .read = read_program,
  .find = KEEL_OWN_FIND ("program", "code"),
  .list = "SELECT code, xml, deleted_at FROM program ORDER BY code",
  .put = KEEL_OWN_PUT ("program", "code"),
};

static gpointer
read_program (sqlite3_stmt *statement)
{
  KeelProgram *program = keel_own_read (&own_kind, statement);

  if (program != NULL)
    program->gone = sqlite3_column_type (statement, 2) != SQLITE_NULL;
  return program;
}

static int
compare_programs (gconstpointer a, gconstpointer b)
{
  return (*(const KeelProgram *const *) a)->order - (*(const KeelProgram *const *) b)->order;
}

static gboolean
read_own (KeelJournal *self, KeelProgramChoice *choice, GError **error)
{
  g_autoptr (GPtrArray) own = keel_own_list (self, &own_kind, &choice->n_damaged, error);

  if (own == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (choice->own, g_steal_pointer (&own));
  return TRUE;
}

static gboolean
is_code (const char *text)
{
  return strlen (text) <= 60 && g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* What somebody else wrote there is as good as nothing. */
static char **
parse_codes (const char *text)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (is_code (parts[i]) && g_hash_table_add (seen, parts[i]))
      g_strv_builder_add (codes, parts[i]);
  return g_strv_builder_end (codes);
}

static char **
read_chosen (KeelJournal *self, GError **error)
{
  GError *failure = NULL;
  g_autofree char *text = keel_journal_get_setting (self, CHOSEN, &failure);

  if (failure == NULL)
    return parse_codes (text);
  g_propagate_error (error, failure);
  return NULL;
}

static gboolean
is_colour (const char *text)
{
  return g_regex_match_simple ("^#[0-9A-F]{6}$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* What somebody else wrote there is as good as nothing. */
static gboolean
read_colours (KeelJournal *self, KeelProgramChoice *choice, GError **error)
{
  g_autoptr (GHashTable) settings = keel_journal_get_settings (self, COLOUR, error);
  GHashTableIter iter;
  gpointer key, colour;

  if (settings == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &key, &colour))
    if (is_colour (colour))
      g_hash_table_insert (choice->colours, g_strdup ((const char *) key + strlen (COLOUR)),
                           g_strdup (colour));
  return TRUE;
}

KeelProgramChoice *
keel_journal_get_programs (KeelJournal *self, GError **error)
{
  g_autoptr (KeelProgramChoice) choice = keel_program_choice_new ();
  GError *failure = NULL;
  g_autofree char *labels = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);

  if (!read_own (self, choice, error) || !read_colours (self, choice, error))
    return NULL;
  g_ptr_array_sort (choice->own, compare_programs);
  g_strfreev (choice->chosen);
  choice->chosen = read_chosen (self, error);
  if (choice->chosen == NULL)
    return NULL;
  labels = keel_journal_get_setting (self, LABELS, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  choice->labels = g_strcmp0 (labels, "1") == 0;
  return g_steal_pointer (&choice);
}

static gboolean
put_chosen (KeelJournal *self, const char *const *codes, GError **error)
{
  g_autofree char *text = g_strjoinv (" ", (char **) codes);
  g_auto (GStrv) parsed = parse_codes (text);

  if (!g_strv_equal (codes, (const char *const *) parsed))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "“%s” are no codes of programs", text);
      return FALSE;
    }
  return keel_journal_put_setting (self, CHOSEN, *text != '\0' ? text : NULL, error);
}

gboolean
keel_journal_choose_programs (KeelJournal *self, const char *const *codes, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  return keel_journal_end_change (self, put_chosen (self, codes, error), error);
}

static gboolean
choose (KeelJournal *self, const char *code, gboolean chosen, GError **error)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  gboolean is_none = g_str_equal (code, NONE);

  before = read_chosen (self, error);
  if (before == NULL)
    return FALSE;
  if (chosen && g_strv_contains ((const char *const *) before, code))
    return TRUE;
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], code) && !(chosen && (is_none || g_str_equal (before[i], NONE))))
      g_strv_builder_add (codes, before[i]);
  if (chosen)
    g_strv_builder_add (codes, code);
  after = g_strv_builder_end (codes);
  return put_chosen (self, (const char *const *) after, error);
}

gboolean
keel_journal_choose_program (KeelJournal *self, const char *code, gboolean chosen, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);

  if (!keel_database_begin (self->database, error))
    return FALSE;
  return keel_journal_end_change (self, choose (self, code, chosen, error), error);
}

gboolean
keel_journal_set_labels (KeelJournal *self, gboolean labels, GError **error)
{
  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);

  return keel_journal_set_setting (self, LABELS, labels ? "1" : NULL, error);
}

gboolean
keel_journal_set_milestone_colour (KeelJournal *self, const char *code, const char *milestone,
                                   const char *colour, GError **error)
{
  g_autofree char *key = g_strconcat (COLOUR, code, "/", milestone, NULL);

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);

  if (is_code (code) && (colour == NULL || is_colour (colour)))
    return keel_journal_set_setting (self, key, colour, error);
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "“%s” cannot be the colour of “%s”", colour,
               key);
  return FALSE;
}

/* A code has letters only. */
static char *
make_code (void)
{
  g_autofree char *uuid = g_uuid_string_random ();
  GString *code = g_string_new (OWN);

  for (const char *digit = uuid; code->len < strlen (OWN) + 10; digit++)
    if (g_ascii_isxdigit (*digit))
      g_string_append_c (code, (char) ('a' + g_ascii_xdigit_value (*digit)));
  return g_string_free (code, FALSE);
}

static void
drop_empty_parts (KeelProgram *program)
{
  for (guint i = program->structures->len; i-- > 0;)
    {
      KeelStructure *structure = program->structures->pdata[i];

      for (guint j = structure->parts->len; j-- > 0;)
        if (*g_strstrip (((KeelPart *) structure->parts->pdata[j])->topic) == '\0')
          g_ptr_array_remove_index (structure->parts, j);
      if (structure->parts->len == 0)
        g_ptr_array_remove_index (program->structures, i);
    }
}

/* A level cannot take up what is there no longer. */
static void
drop_lost_uses (KeelProgram *program)
{
  const KeelStructure *first = keel_program_get_structure (program);

  for (guint i = 0; i < program->structures->len; i++)
    {
      const KeelStructure *structure = program->structures->pdata[i];

      for (guint j = 0; j < structure->parts->len; j++)
        {
          GArray *uses = ((KeelPart *) structure->parts->pdata[j])->uses;

          for (guint k = uses->len; k-- > 0;)
            if (keel_structure_find_part (first, g_array_index (uses, guint, k), NULL) == NULL)
              g_array_remove_index (uses, k);
        }
    }
}

/* A part that is new gets a number that no part had before, so that nothing is taken to be said of it. */
static void
number_parts (KeelProgram *program, guint last)
{
  program->last_number = MAX (last, keel_program_get_last_number (program));
  for (guint i = 0; i < program->structures->len; i++)
    {
      const KeelStructure *structure = program->structures->pdata[i];

      for (guint j = 0; j < structure->parts->len; j++)
        {
          KeelPart *part = structure->parts->pdata[j];

          if (part->number == 0)
            part->number = ++program->last_number;
        }
    }
}

/* A name that is too long for a short one is cut. */
static void
tidy_names (KeelProgram *program)
{
  if (program->name == NULL)
    program->name = g_strdup ("");
  g_strstrip (g_strdelimit (program->name, "\t\r\n", ' '));
  if (program->short_name != NULL && *g_strstrip (g_strdelimit (program->short_name, "\t\r\n", ' ')) != '\0')
    return;
  g_free (program->short_name);
  if (g_utf8_strlen (program->name, -1) <= KEEL_PROGRAM_MAX_SHORT)
    program->short_name = g_strdup (program->name);
  else
    {
      g_autofree char *begin = g_utf8_substring (program->name, 0, KEEL_PROGRAM_MAX_SHORT - 1);

      program->short_name = g_strconcat (g_strchomp (begin), "…", NULL);
    }
}

/* As it will be read again, or NULL with INVALID. */
static KeelProgram *
check (const KeelProgram *program, char **xml, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KeelProgram *read;

  *xml = keel_program_to_xml (program);
  bytes = g_bytes_new (*xml, strlen (*xml));
  read = keel_program_new_from_xml (bytes, &reason);
  if (read != NULL && read->own)
    return read;
  g_clear_pointer (&read, keel_program_unref);
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "This cannot be a program: %s",
               reason != NULL ? reason->message : program->code);
  return NULL;
}

/* Behind those that there are; FALSE where they cannot be read. */
static gboolean
give_order (KeelJournal *self, KeelProgram *program, GError **error)
{
  g_autoptr (KeelProgramChoice) choice = keel_program_choice_new ();

  if (!read_own (self, choice, error))
    return FALSE;
  program->order = FIRST_ORDER;
  for (guint i = 0; i < choice->own->len; i++)
    program->order = MAX (program->order, ((KeelProgram *) choice->own->pdata[i])->order + 1);
  return TRUE;
}

static gboolean
find_last_number (KeelJournal *self, const char *code, guint *last, GError **error)
{
  g_autoptr (KeelProgramChoice) choice = keel_program_choice_new ();

  if (!read_own (self, choice, error))
    return FALSE;
  for (guint i = 0; i < choice->own->len; i++)
    {
      const KeelProgram *program = choice->own->pdata[i];

      if (g_str_equal (program->code, code))
        *last = program->last_number;
    }
  return TRUE;
}

/* Within a transaction. Takes what belongs to @program into it. */
static KeelProgram *
save (KeelJournal *self, KeelProgram *program, GError **error)
{
  g_autoptr (KeelProgram) kept = NULL;
  g_autofree char *xml = NULL;
  guint last = 0;

  if (program->code == NULL)
    {
      program->code = make_code ();
      if (!give_order (self, program, error))
        return NULL;
    }
  else if (!find_last_number (self, program->code, &last, error))
    return NULL;
  number_parts (program, last);
  kept = check (program, &xml, error);
  if (kept == NULL || !keel_own_put (self, &own_kind, kept->code, xml, error))
    return NULL;
  return g_steal_pointer (&kept);
}

KeelProgram *
keel_journal_save_program (KeelJournal *self, const KeelProgram *program, GError **error)
{
  g_autoptr (KeelProgram) tidied = NULL;
  g_autoptr (KeelProgram) kept = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (program != NULL, NULL);

  tidied = keel_program_copy (program);
  tidy_names (tidied);
  drop_empty_parts (tidied);
  drop_lost_uses (tidied);
  if (!keel_database_begin (self->database, error))
    return NULL;
  kept = save (self, tidied, error);
  if (!keel_journal_end_writing (self, kept != NULL, error))
    return NULL;
  return g_steal_pointer (&kept);
}

gboolean
keel_journal_set_program_deleted (KeelJournal *self, const char *code, gboolean deleted, GError **error)
{
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (KEEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  if (keel_journal_mark_deleted (self,
                                 "UPDATE program SET deleted_at = iif (?2, ?3, NULL), changed_at = ?3"
                                 " WHERE code = ?1",
                                 code, deleted, &problem))
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no program “%s”", code);
  return FALSE;
}
