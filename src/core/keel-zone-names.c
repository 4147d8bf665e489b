#include "keel-local-time.h"

#include <string.h>

#define MAX_NAME 200

/* How people in North America write their zones, after fold (). */
static const struct
{
  const char *words;
  const char *zone;
} spoken[] = {
  { "at", "America/Halifax" },
  { "ast", "America/Halifax" },
  { "adt", "America/Halifax" },
  { "atlantic", "America/Halifax" },
  { "us eastern", "America/New_York" },
  { "et", "America/New_York" },
  { "est", "America/New_York" },
  { "edt", "America/New_York" },
  { "eastern", "America/New_York" },
  { "est5edt", "America/New_York" },
  { "us central", "America/Chicago" },
  { "ct", "America/Chicago" },
  { "cst", "America/Chicago" },
  { "cdt", "America/Chicago" },
  { "central", "America/Chicago" },
  { "cst6cdt", "America/Chicago" },
  { "us mountain", "America/Denver" },
  { "mt", "America/Denver" },
  { "mst", "America/Denver" },
  { "mdt", "America/Denver" },
  { "mountain", "America/Denver" },
  { "mst7mdt", "America/Denver" },
  { "us arizona", "America/Phoenix" },
  { "arizona", "America/Phoenix" },
  { "us pacific", "America/Los_Angeles" },
  { "pt", "America/Los_Angeles" },
  { "pst", "America/Los_Angeles" },
  { "pdt", "America/Los_Angeles" },
  { "pacific", "America/Los_Angeles" },
  { "pst8pdt", "America/Los_Angeles" },
  { "us alaska", "America/Anchorage" },
  { "akt", "America/Anchorage" },
  { "akst", "America/Anchorage" },
  { "akdt", "America/Anchorage" },
  { "alaska", "America/Anchorage" },
  { "us hawaii", "Pacific/Honolulu" },
  { "ht", "Pacific/Honolulu" },
  { "hst", "Pacific/Honolulu" },
  { "hawaii", "Pacific/Honolulu" },
  { "us michigan", "America/Detroit" },
  { "us east indiana", "America/Indiana/Indianapolis" },
  { "nst", "America/St_Johns" },
  { "ndt", "America/St_Johns" },
  { "newfoundland", "America/St_Johns" },
  { "utc", "UTC" },
  { "z", "UTC" },
  { "zulu", "UTC" },
};

static const char *const areas[] = { "africa",    "america", "antarctica", "arctic", "asia", "atlantic",
                                     "australia", "brazil",  "canada",     "chile",  "etc",  "europe",
                                     "indian",    "mexico",  "pacific",    NULL };

/* Parts that are not spelled with one capital in front. */
static const char *const spellings[] = {
  "au",  "es",  "of",  "and", "McMurdo", "DumontDUrville", "ComodRivadavia", "GMT", "UTC",
  "UCT", "ACT", "LHI", "NSW", "IN"
};

static gboolean
is_proper (const char *name)
{
  const char *p;

  for (p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("/_-+", *p) == NULL)
        return FALSE;
    }

  return p > name && p - name <= MAX_NAME;
}

/* @name where the computer knows it, else NULL; consumes it. */
static char *
keep_known (char *name)
{
  g_autoptr (GTimeZone) zone = keel_zone_open (name);

  if (zone == NULL)
    g_clear_pointer (&name, g_free);

  return name;
}

/* Lower case, with one space for all that stands between words, and without what says nothing:
 * "Eastern Time (US & Canada)", "US-Eastern" and "eastern standard time" begin alike. */
static char *
fold (const char *name)
{
  static const char *const endings[] = { " time us canada", " standard time", " daylight time", " time" };
  GString *words = g_string_new (NULL);
  const char *p;
  gsize i;

  for (p = name; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (words, g_ascii_tolower (*p));
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);

  for (i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (words->str, endings[i]))
        {
          g_string_truncate (words, words->len - strlen (endings[i]));
          break;
        }
    }

  return g_string_free (words, FALSE);
}

static const char *
find_spoken (const char *name)
{
  g_autofree char *words = fold (name);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      if (g_str_equal (spoken[i].words, words))
        return spoken[i].zone;
    }

  return NULL;
}

static void
append_spelled (GString *text, const char *part, gsize length)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (strlen (spellings[i]) == length && g_ascii_strncasecmp (spellings[i], part, length) == 0)
        {
          g_string_append (text, spellings[i]);
          return;
        }
    }
  for (i = 0; i < length; i++)
    g_string_append_c (text, i == 0 ? g_ascii_toupper (part[i]) : g_ascii_tolower (part[i]));
}

/* `pacific/honolulu` → `Pacific/Honolulu`, `america/port_of_spain` → `America/Port_of_Spain`. */
static char *
spell (const char *name)
{
  GString *text = g_string_new (NULL);

  while (*name != '\0')
    {
      gsize length = strcspn (name, "/_-+");

      append_spelled (text, name, length);
      name += length;
      if (*name != '\0')
        g_string_append_c (text, *name++);
    }

  return g_string_free (text, FALSE);
}

/* Where the name of a continent or ocean begins: what stands before it is whoever packed the data
 * (`/mozilla.org/20070129_1/Europe/Paris`, `posix/…`). NULL where there is none. */
static const char *
find_area (const char *name, gsize *length)
{
  const char *part = name;
  guint i;

  for (;;)
    {
      for (i = 0; areas[i] != NULL; i++)
        {
          *length = strlen (areas[i]);
          if (g_ascii_strncasecmp (part, areas[i], *length) == 0 && part[*length] != '\0' &&
              strchr ("/_-", part[*length]) != NULL)
            return part;
        }
      part = strchr (part, '/');
      if (part == NULL)
        return NULL;
      part++;
    }
}

/* A name without a continent: `Japan`, `GB`. An offset is none: it says nothing about the summer. */
static char *
resolve_single (const char *name)
{
  const char *p;
  char *known;

  for (p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalpha (*p))
        return NULL;
    }
  if (p - name < 2)
    return NULL;

  known = keep_known (g_strdup (name));
  if (known == NULL)
    known = keep_known (g_ascii_strup (name, -1));

  return known != NULL ? known : keep_known (spell (name));
}

static char *
resolve_in_area (const char *name, gsize area)
{
  g_autofree char *text = g_strdup (name);
  char *known;

  text[area] = '/'; /* also `America_New_York` and `Europe-Paris` */
  known = keep_known (g_strdup (text));

  return known != NULL ? known : keep_known (spell (text));
}

char *
keel_zone_name_resolve (const char *name)
{
  g_autofree char *text = NULL;
  const char *zone, *part;
  gsize area;

  if (name == NULL || strlen (name) > MAX_NAME || !g_utf8_validate (name, -1, NULL))
    return NULL;

  text = g_strstrip (g_strdelimit (g_strdup (name), "\t\r\n\"'", ' '));
  zone = find_spoken (text);
  if (zone != NULL)
    return keep_known (g_strdup (zone));

  g_strdelimit (text, " ", '_');
  part = find_area (text, &area);
  if (part != NULL)
    return is_proper (part) ? resolve_in_area (part, area) : NULL;

  return resolve_single (text);
}
