#include "keel-help-reader.h"

#include <stdlib.h>
#include <string.h>

#include "core/keel-local-time.h"
#include "core/keel-meeting.h"

static const char *const emergency_words[] = { "any", "ambulance", "police", "fire", NULL };
static const char *const cost_words[] = { "unknown", "free", "local", "paid", NULL };
static const char *const confidence_words[] = { "high", "high-number", "check", NULL };
static const char *const weekday_words[] = { "sun", "mon", "tue", "wed", "thu", "fri", "sat", NULL };

static void
free_way (KeelHelpWay *way)
{
  g_free (way->number);
  g_free (way->dial);
  g_free (way->press);
  g_free (way->word);
  g_free (way->address);
  g_free (way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelHelpWay, free_way)

static void
free_line (KeelHelpLine *line)
{
  g_free (line->name);
  g_free (line->region);
  g_free (line->area);
  g_free (line->zone);
  g_ptr_array_unref (line->ways);
  g_clear_pointer (&line->hours, keel_opening_hours_free);
  g_strfreev (line->languages);
  g_free (line->note);
  g_free (line->source);
  g_free (line->checked);
  g_free (line);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelHelpLine, free_line)

static void
free_emergency (KeelEmergency *emergency)
{
  g_free (emergency->number);
  g_free (emergency->dial);
  g_free (emergency);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelEmergency, free_emergency)

/* Of an attribute that need not be there; *@place stays as it is then. */
static gboolean
read_choice (const KeelElement *element, const char *attribute, const char *const *words, int *place,
             GError **error)
{
  return keel_element_get_attribute (element, attribute) == NULL ||
         keel_element_read_word (element, attribute, words, place, error);
}

/* A number that cannot be dialled is worse than none. */
static gboolean
read_number (const KeelElement *element, char **number, char **dial, GError **error)
{
  const char *written, *dialled;

  if (!keel_element_require (element, "number", &written, error))
    return FALSE;
  dialled = keel_element_get_attribute (element, "dial");
  if (dialled == NULL)
    dialled = written;
  if (*dialled == '\0' || strspn (dialled, "0123456789+*#") != strlen (dialled))
    return keel_element_refuse (element, error, "“%s” cannot be dialled", dialled);
  *number = g_strdup (written);
  *dial = g_strdup (dialled);
  return TRUE;
}

/* An address that would not be opened later is better found now. */
static gboolean
read_address (const KeelElement *element, gboolean needed, char **address, GError **error)
{
  const char *text = keel_element_get_attribute (element, "address");

  if (text == NULL && !needed)
    return TRUE;
  if (!keel_element_require (element, "address", &text, error))
    return FALSE;
  *address = keel_link_check (text);
  if (*address == NULL || !g_str_equal (*address, text) || !g_str_has_prefix (text, "https://"))
    return keel_element_refuse (element, error, "“%s” is no safe address", text);
  return TRUE;
}

static gboolean
read_way (const KeelElement *element, KeelHelpLine *line, GError **error)
{
  g_autoptr (KeelHelpWay) way = g_new0 (KeelHelpWay, 1);
  int kind;
  gboolean read;

  if (!keel_element_read_word (element, "kind", keel_help_way_words, &kind, error))
    return FALSE;
  way->kind = kind;
  if (kind == KEEL_HELP_WAY_CHAT || kind == KEEL_HELP_WAY_WEB)
    read = read_address (element, kind == KEEL_HELP_WAY_WEB, &way->address, error);
  else
    read = read_number (element, &way->number, &way->dial, error);
  if (!read)
    return FALSE;
  way->press = g_strdup (keel_element_get_attribute (element, "press"));
  way->word = g_strdup (keel_element_get_attribute (element, "word"));
  g_ptr_array_add (line->ways, g_steal_pointer (&way));
  return TRUE;
}

static gboolean
read_days (const KeelElement *element, guint *days, GError **error)
{
  g_auto (GStrv) names = NULL;
  const char *text;

  if (!keel_element_require (element, "days", &text, error))
    return FALSE;
  names = g_strsplit (text, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint day = 0;

      while (weekday_words[day] != NULL && !g_str_equal (weekday_words[day], names[i]))
        day++;
      if (weekday_words[day] == NULL)
        return keel_element_refuse (element, error, "“%s” is no day", names[i]);
      *days |= 1u << day;
    }
  return TRUE;
}

/* Whether @text is like @pattern, in which 0 is any digit. */
static gboolean
looks_like (const char *text, const char *pattern)
{
  while (*pattern != '\0' && (*pattern == '0' ? g_ascii_isdigit (*text) : *text == *pattern))
    {
      text++;
      pattern++;
    }
  return *pattern == '\0' && *text == '\0';
}

/* "09:00", and for an end also "24:00". */
static gboolean
read_time (const KeelElement *element, const char *attribute, int *minute, GError **error)
{
  const char *text;

  if (!keel_element_require (element, attribute, &text, error))
    return FALSE;
  if (!looks_like (text, "00:00"))
    return keel_element_refuse (element, error, "“%s” is no time", text);
  *minute = atoi (text) * 60 + atoi (text + strlen ("00:"));
  return text[strlen ("00:")] < '6' || keel_element_refuse (element, error, "“%s” is no time", text);
}

static gboolean
read_hours (const KeelElement *element, KeelHelpLine *line, GError **error)
{
  guint days = 0;
  int from, to;

  if (keel_element_is_yes (element, "always"))
    {
      if (line->hours != NULL)
        return keel_element_refuse (element, error, "Hours beside “always”");
      line->hours = keel_opening_hours_new_always ();
      return TRUE;
    }
  if (!read_days (element, &days, error) || !read_time (element, "from", &from, error) ||
      !read_time (element, "to", &to, error))
    return FALSE;
  if (line->hours == NULL)
    line->hours = keel_opening_hours_new ();
  return keel_opening_hours_add (line->hours, days, from, to) ||
         keel_element_refuse (element, error, "These are no hours");
}

static gboolean
read_ways_and_hours (const KeelElement *element, KeelHelpLine *line, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);
      const char *name = keel_element_get_name (child);

      if (g_str_equal (name, "way") && !read_way (child, line, error))
        return FALSE;
      if (g_str_equal (name, "hours") && !read_hours (child, line, error))
        return FALSE;
    }
  return line->ways->len > 0 || keel_element_refuse (element, error, "“%s” cannot be reached", line->name);
}

static gboolean
read_kinds (const KeelElement *element, KeelHelpLine *line, GError **error)
{
  g_auto (GStrv) names = NULL;
  const char *text;

  if (!keel_element_require (element, "kind", &text, error))
    return FALSE;
  names = g_strsplit (text, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint kind = 0;

      while (keel_help_kind_words[kind] != NULL && !g_str_equal (keel_help_kind_words[kind], names[i]))
        kind++;
      if (kind == KEEL_HELP_N_KINDS)
        return keel_element_refuse (element, error, "“%s” is no kind", names[i]);
      if (i == 0)
        line->kind = kind;
      line->kinds |= 1u << kind;
    }
  return TRUE;
}

/* A proper name stays as it is; what only says what it is has the person's words. */
static gboolean
read_name (const KeelElement *element, KeelHelpLine *line, GError **error)
{
  const KeelElement *name = keel_element_find_child (element, "name");

  if (name == NULL)
    return keel_element_read_words (element, "title", TRUE, &line->name, error);
  line->name = g_strdup (keel_element_get_text (name));
  return *line->name != '\0' || keel_element_refuse (name, error, "A line has no name");
}

/* Whether there is such a zone is for the tests: to open 60 of them takes longer than all the rest. */
static gboolean
read_zone (const KeelElement *element, char **zone, GError **error)
{
  *zone = g_strdup (keel_element_inherit_attribute (element, "zone"));
  return *zone != NULL || keel_element_refuse (element, error, "There is no time zone");
}

static gboolean
read_region (const KeelElement *element, KeelHelpLine *line, GError **error)
{
  line->region = g_strdup (keel_element_get_attribute (element, "region"));
  return line->region == NULL || keel_element_read_words (element, "area", TRUE, &line->area, error);
}

/* "2026", "2026-10" or "2026-10-01" */
static gboolean
is_date (const char *text)
{
  g_autofree char *whole = NULL;
  KeelLocalTime local;

  if (!looks_like (text, "0000") && !looks_like (text, "0000-00") && !looks_like (text, "0000-00-00"))
    return FALSE;
  whole = g_strdup_printf ("%s%s", text, &"-01-01"[strlen (text) - strlen ("0000")]);
  return keel_local_time_parse (whole, &local);
}

gboolean
keel_help_read_checked (const KeelElement *element, char **checked, gboolean *undated, GError **error)
{
  const char *text;

  if (!keel_element_require (element, "checked", &text, error))
    return FALSE;
  if (!is_date (text))
    return keel_element_refuse (element, error, "“%s” is no date", text);
  *checked = g_strdup (text);
  *undated = keel_element_is_yes (element, "undated");
  return TRUE;
}

static gboolean
read_attributes (const KeelElement *element, KeelHelpLine *line, GError **error)
{
  const char *languages = keel_element_get_attribute (element, "languages");
  int cost = KEEL_HELP_COST_UNKNOWN;
  int confidence;

  if (!read_choice (element, "cost", cost_words, &cost, error) ||
      !keel_element_read_word (element, "confidence", confidence_words, &confidence, error))
    return FALSE;
  line->cost = cost;
  line->confidence = confidence;
  line->doubtful = confidence == KEEL_HELP_CHECK;
  line->languages = g_strsplit (languages != NULL ? languages : "", " ", -1);
  line->off_bill = g_strcmp0 (keel_element_get_attribute (element, "on-bill"), "no") == 0;
  line->official = keel_element_is_yes (element, "official");
  return TRUE;
}

static gboolean
read_line (const KeelElement *element, KeelHelpLines *lines, GError **error)
{
  g_autoptr (KeelHelpLine) line = g_new0 (KeelHelpLine, 1);

  line->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) free_way);
  if (!read_kinds (element, line, error) || !read_name (element, line, error) ||
      !read_region (element, line, error) || !read_zone (element, &line->zone, error) ||
      !read_ways_and_hours (element, line, error) || !read_attributes (element, line, error) ||
      !keel_help_read_checked (element, &line->checked, &line->undated, error) ||
      !keel_element_read_words (element, "note", line->official, &line->note, error) ||
      !keel_element_read_words (element, "source", TRUE, &line->source, error))
    return FALSE;
  g_ptr_array_add (lines->lines, g_steal_pointer (&line));
  return TRUE;
}

static gboolean
add_emergency (const KeelElement *element, KeelHelpLines *lines, gboolean other, GError **error)
{
  g_autoptr (KeelEmergency) emergency = g_new0 (KeelEmergency, 1);
  int kind = KEEL_EMERGENCY_ANY;

  if (!read_choice (element, "kind", emergency_words, &kind, error) ||
      !read_number (element, &emergency->number, &emergency->dial, error))
    return FALSE;
  emergency->kind = kind;
  emergency->other = other;
  g_ptr_array_add (lines->emergency, g_steal_pointer (&emergency));
  return TRUE;
}

static gboolean
read_emergency (const KeelElement *element, KeelHelpLines *lines, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);
  int confidence;

  if (!add_emergency (element, lines, FALSE, error) ||
      !keel_element_read_word (element, "confidence", confidence_words, &confidence, error) ||
      !keel_help_read_checked (element, &lines->emergency_checked, &lines->emergency_undated, error) ||
      !keel_element_read_words (element, "note", FALSE, &lines->emergency_note, error) ||
      !keel_element_read_words (element, "source", TRUE, &lines->emergency_source, error))
    return FALSE;
  lines->emergency_doubtful = confidence == KEEL_HELP_CHECK;
  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);
      const char *name = keel_element_get_name (child);
      gboolean other = g_str_equal (name, "also");

      if ((other || g_str_equal (name, "service")) && !add_emergency (child, lines, other, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_children (const KeelElement *element, KeelHelpLines *lines, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);
      const char *name = keel_element_get_name (child);

      if (g_str_equal (name, "emergency") && !read_emergency (child, lines, error))
        return FALSE;
      if (g_str_equal (name, "line") && !read_line (child, lines, error))
        return FALSE;
    }
  return TRUE;
}

KeelHelpLines *
keel_help_lines_read (const KeelElement *element, GError **error)
{
  g_autoptr (KeelHelpLines) self = g_new0 (KeelHelpLines, 1);
  const char *country;

  self->emergency = g_ptr_array_new_with_free_func ((GDestroyNotify) free_emergency);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  if (!keel_element_require (element, "country", &country, error) ||
      !keel_element_read_words (element, "name", TRUE, &self->name, error) ||
      !read_zone (element, &self->zone, error) || !read_children (element, self, error))
    return NULL;
  self->country = g_strdup (country);
  return g_steal_pointer (&self);
}

void
keel_help_lines_free (KeelHelpLines *self)
{
  g_free (self->country);
  g_free (self->name);
  g_free (self->zone);
  g_ptr_array_unref (self->emergency);
  g_free (self->emergency_note);
  g_free (self->emergency_source);
  g_free (self->emergency_checked);
  g_ptr_array_unref (self->lines);
  g_free (self);
}
