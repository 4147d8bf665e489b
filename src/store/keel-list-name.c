#include "keel-list-name.h"

#include <string.h>

#include "core/keel-ical-index.h"
#include "core/keel-ical-name.h"
#include "core/keel-meeting.h"
#include "keel-fetch.h"

#define MAX_LIST_NAME 120
/* A calendar's name stands before its events. */
#define HEAD (64 * 1024)

/* A browser that saves "meetings.json" again makes "meetings (1).json": the same list. */
static void
cut_copy_number (char *name)
{
  char *paren = strrchr (name, '(');
  gsize digits;

  if (!paren || paren == name)
    return;
  digits = strspn (paren + 1, "0123456789");
  if (digits > 0 && strcmp (paren + 1 + digits, ")") == 0)
    *paren = '\0';
}

static char *
capitalize (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (name), NULL);
}

/* Collapses white space and what stands for it in file names; NULL where nothing is left. */
static char *
tidy_name (const char *text, gboolean from_file)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) tidy = g_string_new (NULL);
  glong length = 0;

  for (const char *p = valid; *p && length < MAX_LIST_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || (from_file && (c == '_' || c == '-')))
        c = ' ';
      if (c == ' ' && (tidy->len == 0 || tidy->str[tidy->len - 1] == ' '))
        continue;
      g_string_append_unichar (tidy, c);
      length++;
    }
  g_strchomp (tidy->str);
  return tidy->str[0] ? g_strdup (tidy->str) : NULL;
}

/* Files of a list are called "meetings.json" everywhere; who publishes it tells more. */
static char *
name_host (const char *address)
{
  g_autofree char *link = keel_link_check (address);
  g_autofree char *host = link ? keel_link_get_host (link) : NULL;

  if (!host)
    return tidy_name (address, FALSE);
  return tidy_name (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, FALSE);
}

char *
keel_list_name_tidy (const char *text)
{
  return tidy_name (text, FALSE);
}

char *
keel_list_name_suggest (const char *source)
{
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;
  char *dot;

  if (keel_fetch_is_address (source))
    return name_host (source);
  stem = g_strdup (source);
  dot = strrchr (stem, '.');
  if (dot && dot != stem)
    *dot = '\0';
  g_strchomp (stem);
  cut_copy_number (stem);
  name = tidy_name (stem, TRUE);
  return name ? capitalize (name) : tidy_name (source, FALSE);
}

char *
keel_list_name_cut_copy (const char *file_name)
{
  const char *dot = strrchr (file_name, '.');
  gsize length = dot && dot != file_name ? (gsize) (dot - file_name) : strlen (file_name);
  g_autofree char *stem = g_strndup (file_name, length);

  cut_copy_number (stem);
  g_strchomp (stem);
  return g_strconcat (stem, file_name + length, NULL);
}

char *
keel_list_name_read (GInputStream *stream, GCancellable *cancellable)
{
  g_autofree char *head = g_malloc (HEAD);
  g_autofree char *name = NULL;
  gsize length = 0;

  if (!G_IS_SEEKABLE (stream) || !g_seekable_can_seek (G_SEEKABLE (stream)) ||
      !g_input_stream_read_all (stream, head, HEAD, &length, cancellable, NULL) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, NULL))
    return NULL;
  if (keel_ical_is_calendar (head, length))
    name = keel_ical_read_name (head, length);
  return name ? tidy_name (name, FALSE) : NULL;
}

char *
keel_list_name_number (const char *name, guint n)
{
  return g_strdup_printf ("%s %u", name, n);
}
