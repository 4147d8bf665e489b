#include "keel-meeting.h"

#include <string.h>

#define MAX_LINK 2048

/* The first of several addresses, from where the last scheme of a run such as `httphttps://` begins. */
static const char *
find_start (const char *text)
{
  const char *start = text;

  while (g_ascii_strncasecmp (start, "http", 4) == 0)
    {
      const char *next = start + 4;

      if (*next == 's' || *next == 'S')
        next++;
      while (*next == ':' || *next == '/' || *next == ' ')
        next++;
      if (g_ascii_strncasecmp (next, "http", 4) != 0)
        break;
      start = next;
    }

  return start;
}

/* Whether a space at @p, in an address of which @link is already taken, is a slip inside of it. */
static gboolean
is_inner_space (const GString *link, const char *p)
{
  char before = link->len > 0 ? link->str[link->len - 1] : '/';

  if (g_ascii_strncasecmp (p, "http", 4) == 0)
    return FALSE;
  if (strchr ("/:?=&", before) != NULL)
    return TRUE;

  return g_ascii_isdigit (before) && g_ascii_isdigit (*p);
}

/* Copies one address: entities resolved, spaces that do not belong left out, up to the end or to the
 * next address. */
static char *
take_address (const char *text)
{
  GString *link = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0' && link->len <= MAX_LINK)
    {
      if (g_ascii_strncasecmp (p, "&amp;", 5) == 0)
        {
          g_string_append_c (link, '&');
          p += 5;
        }
      else if (*p == ' ')
        {
          p += strspn (p, " ");
          if (!is_inner_space (link, p))
            break;
        }
      else if ((*p == ',' || *p == ';') && g_ascii_strncasecmp (p + 1 + strspn (p + 1, " "), "http", 4) == 0)
        {
          break;
        }
      else
        {
          g_string_append_c (link, *p++);
        }
    }
  while (link->len > 0 && strchr (",;.>\"'", link->str[link->len - 1]) != NULL)
    g_string_truncate (link, link->len - 1);

  return g_string_free (link, FALSE);
}

static gboolean
is_host (const char *host)
{
  const char *last = strrchr (host, '.');
  const char *p;

  if (*host == '\0' || strlen (host) > 253)
    return FALSE;
  if (strchr (host, ':') != NULL)
    return g_hostname_is_ip_address (host);
  if (*host == '.' || strstr (host, "..") != NULL || (last != NULL && last[1] == '\0'))
    return FALSE;
  for (p = host; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x80 && !g_ascii_isalnum (*p) && *p != '-' && *p != '.' && *p != '_')
        return FALSE;
    }

  return g_utf8_validate (host, -1, NULL);
}

/* Only what every reader of links reads alike: a backslash is a slash to some. */
static gboolean
has_bad_character (const char *link)
{
  static const guint8 bad[256] = {
    [0 ... ' '] = 1, [0x7f] = 1, ['\\'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1,
    ['`'] = 1,       ['^'] = 1,  ['{'] = 1,  ['|'] = 1, ['}'] = 1,
  };
  const guint8 *p = (const guint8 *) link;

  while (!bad[*p])
    p++;

  return *p != '\0' || !g_utf8_validate (link, -1, NULL);
}

/* `https//x`, `https:/x`, `zoom.us/j/1`: the part behind what is meant as `https://`. */
static char *
split_scheme (const char *link, const char **rest)
{
  gsize letters = 0;

  while (g_ascii_isalpha (link[letters]))
    letters++;
  *rest = link + letters;
  if (link[letters] == ':' || g_str_has_prefix (*rest, "//"))
    {
      *rest += link[letters] == ':';
      return g_ascii_strdown (link, letters);
    }

  *rest = link;

  return g_strdup ("https");
}

static gboolean
is_number (const char *text)
{
  guint digits = 0;
  const char *p;

  for (p = text; *p != '\0'; p++)
    {
      if (strchr ("+-.(),;*#pPwW=", *p) == NULL && !g_ascii_isdigit (*p))
        return FALSE;
      digits += g_ascii_isdigit (*p);
    }

  return digits >= 3;
}

static char *
check_mailto (const char *rest)
{
  g_autofree char *address = g_strndup (rest, strcspn (rest, "?"));
  const char *at = strchr (address, '@');

  if (at == NULL || at == address || strchr (at + 1, '@') != NULL || strchr (address, ',') != NULL ||
      !is_host (at + 1) || strchr (at + 1, '.') == NULL)
    return NULL;

  return g_strconcat ("mailto:", address, NULL);
}

static char *
check_web (const char *scheme, const char *rest, gboolean given)
{
  g_autofree char *link = NULL;
  g_autofree char *user = NULL;
  g_autofree char *host = NULL;
  g_autofree char *authority = NULL;
  gsize length;
  int port;

  length = strspn (rest, "/");
  if (length > 2)
    return NULL;
  rest += length;
  length = strcspn (rest, "/?#");
  authority = g_strndup (rest, length);
  link = g_strconcat (scheme, "://", rest, NULL);
  if (!g_uri_split (link, G_URI_FLAGS_ENCODED, NULL, &user, &host, &port, NULL, NULL, NULL, NULL))
    return NULL;
  if (user != NULL || host == NULL || strpbrk (authority, "@%") != NULL || !is_host (host))
    return NULL;
  if (!given && (strchr (host, '.') == NULL || !g_ascii_isalpha (strrchr (host, '.')[1])))
    return NULL;

  return g_steal_pointer (&link);
}

/* Most links need no repair, and whole directories of them are checked: a scheme, a host of letters,
 * digits, dots and hyphens, and then nothing that means anything to the slower way. */
static gboolean
is_plain (const char *text)
{
  const char *host = g_str_has_prefix (text, "https://")  ? text + 8
                     : g_str_has_prefix (text, "http://") ? text + 7
                                                          : NULL;
  const char *p = host;
  gboolean dot = FALSE;

  if (host == NULL)
    return FALSE;

  for (; g_ascii_isalnum (*p) || *p == '-' || (*p == '.' && p > host && g_ascii_isalnum (p[1])); p++)
    dot |= *p == '.';
  if (!dot || p - host > 253 || (*p != '/' && *p != '\0'))
    return FALSE;
  while (g_ascii_isalnum (*p) || (*p != '\0' && strchr ("/-_~?#=+", *p) != NULL) ||
         ((*p == '.' || *p == '&') && g_ascii_isalnum (p[1]) && strncmp (p, "&amp", 4) != 0))
    p++;

  return *p == '\0' && p - text <= MAX_LINK;
}

char *
keel_link_check (const char *text)
{
  g_autofree char *stripped = NULL;
  g_autofree char *link = NULL;
  g_autofree char *scheme = NULL;
  const char *rest;

  if (text == NULL)
    return NULL;
  if (is_plain (text))
    return g_strdup (text);

  stripped = g_strstrip (g_strdup (text));
  link = take_address (find_start (stripped));
  if (*link == '\0' || strlen (link) > MAX_LINK || has_bad_character (link))
    return NULL;

  scheme = split_scheme (link, &rest);
  if (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"))
    return check_web (scheme, rest, rest != link);
  if (g_str_equal (scheme, "mailto"))
    return check_mailto (rest);
  if (g_str_equal (scheme, "tel") && is_number (rest))
    return g_strconcat ("tel:", rest, NULL);

  return NULL;
}

char *
keel_link_get_host (const char *link)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (link != NULL, NULL);

  if (!g_str_has_prefix (link, "http://") && !g_str_has_prefix (link, "https://"))
    return NULL;
  if (!g_uri_split (link, G_URI_FLAGS_ENCODED, NULL, NULL, &host, NULL, NULL, NULL, NULL, NULL) ||
      host == NULL)
    return NULL;

  /* Letters of other scripts may look like those of a well-known name; the ASCII form does not. */
  return g_hostname_to_ascii (host);
}

static char *
format_degrees (double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.6f", degrees));
}

char *
keel_link_make_map (KeelMeeting *meeting)
{
  g_return_val_if_fail (KEEL_IS_MEETING (meeting), NULL);

  if (meeting->venue == KEEL_VENUE_ONLINE || meeting->venue == KEEL_VENUE_INACTIVE)
    return NULL;
  if (meeting->has_position)
    {
      g_autofree char *latitude = format_degrees (meeting->latitude);
      g_autofree char *longitude = format_degrees (meeting->longitude);

      return g_strdup_printf ("geo:%s,%s", latitude, longitude);
    }
  if (meeting->address != NULL && *meeting->address != '\0')
    {
      g_autofree char *query = g_uri_escape_string (meeting->address, NULL, FALSE);

      return g_strconcat ("https://www.openstreetmap.org/search?query=", query, NULL);
    }
  return NULL;
}
