#include "keel-entry-text.h"

static void
append_pieces (GString *text, GPtrArray *pieces, KeelTextKind kind)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      if (kind == KEEL_TEXT_MARKDOWN)
        keel_entry_markdown_append (text, g_ptr_array_index (pieces, i));
      else
        keel_entry_plain_append (text, g_ptr_array_index (pieces, i));
    }
}

static void
append_given (GString *text, const KeelGiven *given, const KeelGivenOptions *options, KeelTextKind kind)
{
  g_autoptr (GPtrArray) pieces = keel_given_read (given, options);
  g_autofree char *line = keel_given_describe (given, options);

  if (kind == KEEL_TEXT_MARKDOWN)
    keel_entry_markdown_append_head (text, given, line);
  else
    keel_entry_plain_append_head (text, given, line);
  append_pieces (text, pieces, kind);
}

char *
keel_entry_text_write (GPtrArray *given, const KeelGivenOptions *options, KeelTextKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < given->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      append_given (text, g_ptr_array_index (given, i), options, kind);
    }
  while (text->len > 1 && text->str[text->len - 1] == '\n' && text->str[text->len - 2] == '\n')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

char *
keel_entry_text_describe (const KeelWorksheet *worksheet, const KeelAnswers *answers)
{
  g_autoptr (GPtrArray) pieces = keel_entry_pieces_new (worksheet, answers, NULL);
  GString *text = g_string_new (NULL);

  append_pieces (text, pieces, KEEL_TEXT_PLAIN);
  return g_string_free (text, FALSE);
}
