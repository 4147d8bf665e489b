#include "keel-markdown.h"

#include <string.h>

/* Signs that mean something wherever they stand; some only at the beginning of a line. */
#define ANYWHERE "\\`*[]<>|~"
#define AT_START "-+="

/* "12. " and "12) " begin a list: the sign is escaped. Returns: how many bytes were taken */
static gsize
take_number (GString *markdown, const char *line)
{
  gsize n = strspn (line, "0123456789");

  if (n == 0 || (line[n] != '.' && line[n] != ')') || (line[n + 1] != ' ' && line[n + 1] != '\0'))
    return 0;
  g_string_append_len (markdown, line, (gssize) n);
  g_string_append_printf (markdown, "\\%c", line[n]);
  return n + 1;
}

/* A byte of a letter outside of ASCII counts as a letter. */
static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c) || ((guchar) c & 0x80) != 0;
}

/* "&amp;" and the like, not the sign alone. */
static gboolean
is_entity (const char *at)
{
  gsize n = strspn (at + 1, "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return n > 0 && at[1 + n] == ';';
}

/* Addresses stay as they are as far as they can. */
static gboolean
means_something (const char *line, gsize at)
{
  char before = at > 0 ? line[at - 1] : ' ';

  if (strchr (ANYWHERE, line[at]) != NULL)
    return TRUE;
  switch (line[at])
    {
    case '_':
      return !is_letter (before) || !is_letter (line[at + 1]);
    case '#':
      return before == ' ' || before == '#';
    case '&':
      return is_entity (line + at);
    default:
      return at == 0 && strchr (AT_START, line[at]) != NULL;
    }
}

static void
append_signs (GString *markdown, const char *line)
{
  for (gsize at = take_number (markdown, line); line[at] != '\0'; at++)
    {
      if (means_something (line, at))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, line[at]);
    }
}

static GStrv
split_lines (const char *text)
{
  g_auto (GStrv) lines = g_regex_split_simple ("\\R", text, 0, 0);

  for (gsize i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  return g_steal_pointer (&lines);
}

static void
append_joined (GString *markdown, const char *text, const char *between)
{
  g_auto (GStrv) lines = split_lines (text);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (markdown, between);
      append_signs (markdown, lines[i]);
    }
}

void
keel_markdown_append_text (GString *markdown, const char *text)
{
  g_auto (GStrv) lines = split_lines (text);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      append_signs (markdown, lines[i]);
      /* Two lines of one paragraph. */
      if (*lines[i] != '\0' && lines[i + 1] != NULL && *lines[i + 1] != '\0')
        g_string_append_c (markdown, '\\');
      if (lines[i + 1] != NULL)
        g_string_append_c (markdown, '\n');
    }
}

void
keel_markdown_append_line (GString *markdown, const char *text)
{
  append_joined (markdown, text, " ");
}

void
keel_markdown_append_cell (GString *markdown, const char *text)
{
  append_joined (markdown, text, "<br>");
}
