#include "keel-entry-text.h"

#include <string.h>

#include "core/keel-fold.h"

#define MAX_QUERY 400
#define MAX_BEGINNING 120 /* characters */

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

/* Dates and the ids of options are no words of the person's, but harmless here. */
static void
append_cb (const char *id, const char *text, gpointer data)
{
  g_string_append (data, text);
  g_string_append_c (data, '\n');
}

char *
keel_entry_text_join (const KeelAnswers *answers)
{
  GString *text = g_string_new (NULL);

  keel_answers_foreach_text (answers, append_cb, text);
  return g_string_free (text, FALSE);
}

char *
keel_entry_text_begin (const KeelAnswers *answers)
{
  g_autofree char *text = keel_entry_text_join (answers);
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  glong length = 0;

  for (char **part = parts; *part != NULL && length < MAX_BEGINNING; part++)
    if (**part != '\0')
      {
        g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *part);
        length = g_utf8_strlen (line->str, -1);
      }
  if (length > MAX_BEGINNING)
    g_string_truncate (line, (gsize) (g_utf8_offset_to_pointer (line->str, MAX_BEGINNING) - line->str));
  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}
