#include "keel-town-address.h"

#include <string.h>

/* A British post code at the end of a part: "LS1 4AB", "SW1A 1AA", all in capitals or in none ("Suite B2 3rd"
 * is another thing). No other country's looks like it. */
#define POST_CODE "\\b(?:[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2})$"
/* How many parts from the end may have it: the last, or the one before a country or county. */
#define LAST_PARTS 2

static const char *const british_countries[] = {
  "uk",      "u.k.",     "united kingdom", "great britain", "gb",
  "england", "scotland", "wales",          "cymru",         "northern ireland",
};

/* Those that are called neither "…shire" nor "County …", and are no towns. */
static const char *const counties[] = {
  "cornwall",
  "cumbria",
  "cleveland",
  "devon",
  "dorset",
  "east sussex",
  "west sussex",
  "sussex",
  "essex",
  "greater london",
  "greater manchester",
  "humberside",
  "avon",
  "isle of wight",
  "kent",
  "merseyside",
  "middlesex",
  "norfolk",
  "northumberland",
  "rutland",
  "somerset",
  "north somerset",
  "suffolk",
  "surrey",
  "tyne and wear",
  "tyne & wear",
  "west midlands",
  "westmorland",
  "beds",
  "berks",
  "bucks",
  "cambs",
  "glos",
  "hants",
  "herts",
  "lancs",
  "leics",
  "lincs",
  "northants",
  "notts",
  "oxon",
  "salop",
  "staffs",
  "warks",
  "wilts",
  "worcs",
  "yorks",
  "north yorks",
  "south yorks",
  "west yorks",
  "n yorks",
  "s yorks",
  "w yorks",
  "anglesey",
  "isle of anglesey",
  "ceredigion",
  "clwyd",
  "dyfed",
  "glamorgan",
  "mid glamorgan",
  "south glamorgan",
  "vale of glamorgan",
  "west glamorgan",
  "gwent",
  "gwynedd",
  "powys",
  "rhondda cynon taf",
  "angus",
  "argyll",
  "argyll and bute",
  "caithness",
  "dumfries and galloway",
  "fife",
  "highland",
  "east lothian",
  "west lothian",
  "midlothian",
  "moray",
  "orkney",
  "perth and kinross",
  "scottish borders",
  "shetland",
  "sutherland",
};

/* @part without the words that have digits in them: post codes and house numbers. */
static char *
drop_numbers (const char *part)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    {
      if (words[i][0] != '\0' && !strpbrk (words[i], "0123456789"))
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", words[i]);
    }
  return g_string_free (rest, FALSE);
}

/* "IL", "IL 62701", "62701": a state, a post code or both, and no town. */
static gboolean
is_state (const char *part)
{
  g_autofree char *rest = drop_numbers (part);

  if (*rest == '\0')
    return TRUE;
  return strlen (rest) <= 3 && g_ascii_isupper (rest[0]) && g_ascii_isupper (rest[strlen (rest) - 1]);
}

/* The parts between commas, none of them empty. */
static GPtrArray *
split_parts (const char *address)
{
  g_auto (GStrv) pieces = g_strsplit_set (address, ",\n", 12);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; pieces[i]; i++)
    {
      char *part = g_strdup (g_strstrip (pieces[i]));

      if (*part != '\0')
        g_ptr_array_add (parts, part);
      else
        g_free (part);
    }
  return parts;
}

static char *
or_null (char *text)
{
  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

static gboolean
is_one_of (const char *text, const char *const *words, guint n)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (lower, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_british_country (const char *part)
{
  return is_one_of (part, british_countries, G_N_ELEMENTS (british_countries));
}

static gboolean
is_county (const char *part)
{
  g_autofree char *rest = drop_numbers (part);
  g_autofree char *lower = g_utf8_strdown (rest, -1);

  return g_str_has_suffix (lower, "shire") || g_str_has_prefix (lower, "county ") ||
         g_str_has_prefix (lower, "co ") || g_str_has_prefix (lower, "co. ") ||
         is_one_of (rest, counties, G_N_ELEMENTS (counties));
}

/* Made once: a directory has many addresses. */
static const GRegex *
get_post_code (void)
{
  static GRegex *post_code;

  if (g_once_init_enter (&post_code))
    g_once_init_leave (&post_code, g_regex_new (POST_CODE, G_REGEX_OPTIMIZE, 0, NULL));
  return post_code;
}

static gboolean
is_british (GPtrArray *parts)
{
  if (parts->len > 1 && is_british_country (parts->pdata[parts->len - 1]))
    return TRUE;
  for (guint i = parts->len > LAST_PARTS ? parts->len - LAST_PARTS : 0; i < parts->len; i++)
    if (g_regex_match (get_post_code (), parts->pdata[i], 0, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_number (const char *part)
{
  g_autofree char *rest = drop_numbers (part);

  return *rest == '\0';
}

/* "Church Road": the town may be called Street, but not so. */
static gboolean
is_street (const char *part)
{
  static const char *const endings[] = { " road", " street", " lane", " avenue" };
  g_autofree char *rest = drop_numbers (part);
  g_autofree char *lower = g_utf8_strdown (rest, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* Whether the part at @place can be a town: no street, and the first one alone is a street or a house. */
static gboolean
can_be_town (GPtrArray *parts, int place)
{
  if (place < 0 || is_street (parts->pdata[place]))
    return FALSE;
  return place > 0 || (parts->len > 1 && !strpbrk (parts->pdata[0], "0123456789"));
}

/* The last part that is no post code, from @place down. */
static int
skip_numbers (GPtrArray *parts, int place)
{
  while (place >= 0 && is_number (parts->pdata[place]))
    place--;
  return place;
}

/* "12 High St, Leeds, West Yorkshire LS1 4AB, UK": a county may stand behind the town, and it alone tells
 * which of several towns it is. */
static void
split_british (GPtrArray *parts, char **town, char **region)
{
  int place = (int) parts->len - 1;

  while (place > 0 && is_british_country (parts->pdata[place]))
    {
      g_free (*region);
      *region = g_strdup (parts->pdata[place--]);
    }
  place = skip_numbers (parts, place);
  if (place > 0 && is_county (parts->pdata[place]) && can_be_town (parts, skip_numbers (parts, place - 1)))
    {
      g_free (*region);
      *region = drop_numbers (parts->pdata[place]);
      place = skip_numbers (parts, place - 1);
    }
  if (can_be_town (parts, place))
    *town = or_null (drop_numbers (parts->pdata[place]));
}

void
keel_town_split_address (const char *address, char **town, char **region)
{
  g_autoptr (GPtrArray) parts = split_parts (address);
  int place = (int) parts->len - 1;

  *town = *region = NULL;
  if (is_british (parts))
    {
      split_british (parts, town, region);
      return;
    }
  /* What comes behind the first part with a post code or state in it is the country. */
  for (guint i = 1; i < parts->len; i++)
    {
      if (i + 2 >= parts->len && strpbrk (parts->pdata[i], "0123456789") && !is_state (parts->pdata[i]))
        {
          *town = or_null (drop_numbers (parts->pdata[i]));
          *region = i + 1 < parts->len ? or_null (drop_numbers (parts->pdata[i + 1])) : NULL;
          return;
        }
      if (is_state (parts->pdata[i]) && i + 2 >= parts->len)
        {
          *region = or_null (drop_numbers (parts->pdata[i]));
          place = (int) i - 1;
          break;
        }
    }
  if (*region == NULL && parts->len >= 3 && place == (int) parts->len - 1)
    *region = or_null (drop_numbers (parts->pdata[place--]));
  if (can_be_town (parts, place))
    *town = or_null (drop_numbers (parts->pdata[place]));
}
