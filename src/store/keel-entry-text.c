#include "keel-entry-text.h"

#include <string.h>

#include "core/keel-fold.h"

#define MAX_QUERY 400
#define MAX_BEGINNING 120 /* characters */
/* Between two answers of the first words. */
#define JOINT " · "

char *
keel_entry_text_make_query (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, (gssize) strnlen (words, MAX_QUERY));
  g_autofree char *folded = keel_fold (valid);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GString) query = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++)
    g_string_append_printf (query, "%s\"%s\"*", query->len > 0 ? " AND " : "", *part);
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

typedef void (*TakeFunc) (const char *text, gpointer data);

typedef struct
{
  TakeFunc take;
  gpointer data;
} Walk;

static void walk_field (const Walk *walk, const KeelField *field, const KeelAnswers *answers);

/* An id that the template does not know is no word of anybody's. */
static void
walk_texts (const Walk *walk, const KeelField *field, const KeelAnswers *answers)
{
  g_auto (GStrv) texts = keel_answers_get_texts (answers, field->id);

  for (char **text = texts; *text != NULL; text++)
    {
      const KeelOption *option = keel_option_find (field->options, *text);

      if (field->type != KEEL_FIELD_CHOICE)
        walk->take (*text, walk->data);
      else if (option != NULL)
        walk->take (option->label, walk->data);
    }
}

static void
walk_table (const Walk *walk, const KeelField *table, const KeelAnswers *answers)
{
  for (guint i = 0; i < keel_answers_get_n_rows (answers, table->id); i++)
    {
      g_autoptr (KeelAnswers) row = keel_answers_get_row (answers, table->id, i);

      for (guint j = 0; j < table->columns->len; j++)
        walk_field (walk, g_ptr_array_index (table->columns, j), row);
    }
}

static void
walk_item (const Walk *walk, const KeelField *matrix, const KeelAnswers *item)
{
  const char *text = keel_answers_get_text (item, "text");

  if (text != NULL)
    walk->take (text, walk->data);
  for (guint i = 0; i < matrix->options->len; i++)
    {
      const KeelOption *tag = g_ptr_array_index (matrix->options, i);
      g_autofree char *key = g_strconcat ("tag/", tag->id, NULL);

      if (keel_answers_get_tick (item, key))
        walk->take (tag->label, walk->data);
    }
}

static void
walk_quarter (const Walk *walk, const KeelField *matrix, const KeelAnswers *all, guint place)
{
  const KeelOption *row = g_ptr_array_index (matrix->rows, place / 2);
  const KeelOption *side = g_ptr_array_index (matrix->sides, place % 2);
  g_autofree char *id = g_strconcat (row->id, "/", side->id, NULL);

  for (guint i = 0; i < keel_answers_get_n_rows (all, id); i++)
    {
      g_autoptr (KeelAnswers) item = keel_answers_get_row (all, id, i);

      walk_item (walk, matrix, item);
    }
}

static void
walk_matrix (const Walk *walk, const KeelField *matrix, const KeelAnswers *answers)
{
  g_autoptr (KeelAnswers) all = NULL;

  if (keel_answers_get_n_rows (answers, matrix->id) == 0)
    return;
  all = keel_answers_get_row (answers, matrix->id, 0);
  for (guint i = 0; i < 4; i++)
    walk_quarter (walk, matrix, all, i);
}

/* Numbers, ticks and dates are no words. */
static void
walk_field (const Walk *walk, const KeelField *field, const KeelAnswers *answers)
{
  const char *text;

  if (field->id == NULL)
    return;
  if (field->type == KEEL_FIELD_TABLE)
    walk_table (walk, field, answers);
  else if (field->type == KEEL_FIELD_MATRIX)
    walk_matrix (walk, field, answers);
  else if (field->type == KEEL_FIELD_LIST || field->type == KEEL_FIELD_CHOICE)
    walk_texts (walk, field, answers);
  else if (field->type != KEEL_FIELD_DATE && field->type != KEEL_FIELD_DATETIME &&
           (text = keel_answers_get_text (answers, field->id)) != NULL)
    walk->take (text, walk->data);
}

/* In the order of the worksheet. */
static void
walk (const KeelWorksheet *worksheet, const KeelAnswers *answers, TakeFunc take, gpointer data)
{
  const Walk walk = { take, data };

  for (guint i = 0; worksheet != NULL && i < worksheet->sections->len; i++)
    {
      const KeelSection *section = g_ptr_array_index (worksheet->sections, i);

      for (guint j = 0; j < section->fields->len; j++)
        walk_field (&walk, g_ptr_array_index (section->fields, j), answers);
    }
}

static void
join_cb (const char *text, gpointer data)
{
  g_string_append (data, text);
  g_string_append_c (data, '\n');
}

char *
keel_entry_text_join (const KeelWorksheet *worksheet, const KeelAnswers *answers)
{
  GString *text = g_string_new (NULL);

  walk (worksheet, answers, join_cb, text);
  return g_string_free (text, FALSE);
}

typedef struct
{
  GString *line;
  guint length;      /* characters */
  const char *joint; /* before the next word: between two answers, or two words of one */
} Beginning;

/* Of a long text no more is read than is kept. */
static void
begin_cb (const char *text, gpointer data)
{
  Beginning *beginning = data;

  if (beginning->length > 0)
    beginning->joint = JOINT;
  for (; *text != '\0' && beginning->length < MAX_BEGINNING; text = g_utf8_next_char (text))
    if (strchr (" \t\r\n", *text) == NULL)
      {
        g_string_append (beginning->line, beginning->joint);
        g_string_append_unichar (beginning->line, g_utf8_get_char (text));
        beginning->length += 1 + (guint) g_utf8_strlen (beginning->joint, -1);
        beginning->joint = "";
      }
    else if (beginning->length > 0 && *beginning->joint == '\0')
      {
        beginning->joint = " ";
      }
}

char *
keel_entry_text_begin (const KeelWorksheet *worksheet, const KeelAnswers *answers)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Beginning beginning = { line, 0, "" };

  walk (worksheet, answers, begin_cb, &beginning);
  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

char *
keel_entry_text_begin_one (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Beginning beginning = { line, 0, "" };

  if (text != NULL)
    begin_cb (text, &beginning);
  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}
