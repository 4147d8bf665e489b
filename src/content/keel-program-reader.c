#include "keel-program-reader.h"

#include <string.h>

#define OWN "own-"

/* The place of an attribute that may be left out: 0. */
static gboolean
read_word (const KeelElement *element, const char *attribute, const char *const *words, int *place,
           GError **error)
{
  *place = 0;
  return keel_element_get_attribute (element, attribute) == NULL ||
         keel_element_read_word (element, attribute, words, place, error);
}

static gboolean
check_pattern (const KeelElement *element, const char *value, const char *pattern, const char *what,
               GError **error)
{
  return (strlen (value) <= 60 && g_regex_match_simple (pattern, value, G_REGEX_DOLLAR_ENDONLY, 0)) ||
         keel_element_refuse (element, error, "“%s” is no %s", value, what);
}

static gboolean
read_code (const KeelElement *element, const char *attribute, char **code, GError **error)
{
  const char *text;

  if (!keel_element_require (element, attribute, &text, error) ||
      !check_pattern (element, text, "^[a-z]+(-[a-z]+)*$", attribute, error))
    return FALSE;
  *code = g_strdup (text);
  return TRUE;
}

static gboolean
read_colour (const KeelElement *element, char **colour, GError **error)
{
  const char *text;

  if (!keel_element_require (element, "colour", &text, error) ||
      !check_pattern (element, text, "^#[0-9A-F]{6}$", "colour", error))
    return FALSE;
  *colour = g_strdup (text);
  return TRUE;
}

static gboolean
read_kinds (const KeelElement *element, KeelProgram *self, GError **error)
{
  const char *text = keel_element_get_attribute (element, "family");
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "none", " ", 20);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint place = 0;

      if (g_str_equal (words[i], "none"))
        continue;
      while (keel_program_kind_words[place] != NULL &&
             !g_str_equal (keel_program_kind_words[place], words[i]))
        place++;
      if (keel_program_kind_words[place] == NULL)
        return keel_element_refuse (element, error, "“%s” is no kind of program", words[i]);
      self->kinds |= 1u << place;
    }
  return TRUE;
}

static gboolean
read_symbol (const KeelElement *element, KeelProgram *self, GError **error)
{
  const char *text;

  if (!keel_element_require (element, "symbol", &text, error))
    return FALSE;
  if (g_utf8_strlen (text, -1) != 1)
    return keel_element_refuse (element, error, "Symbol “%s” is not one character", text);
  self->symbol = g_strdup (text);
  return TRUE;
}

static gboolean
read_pages (const KeelElement *element, KeelProgram *self, GError **error)
{
  static const char *const pages[] = { "member", "family", "both", NULL };
  int place;

  if (!keel_element_read_word (element, "pages", pages, &place, error))
    return FALSE;
  self->member = place != 1;
  self->family = place != 0;
  return TRUE;
}

/* What it says about itself in one word each. */
static gboolean
read_facts (const KeelElement *element, KeelProgram *self, GError **error)
{
  int led_by, sponsor, spiritual, online, goal;

  if (!read_kinds (element, self, error) ||
      !read_word (element, "led-by", keel_led_by_words, &led_by, error) ||
      !read_word (element, "sponsor", keel_sponsor_words, &sponsor, error) ||
      !read_word (element, "spiritual", keel_spiritual_words, &spiritual, error) ||
      !read_word (element, "online", keel_online_words, &online, error) ||
      !read_word (element, "goal", keel_goal_words, &goal, error))
    return FALSE;
  self->led_by = (KeelLedBy) led_by;
  self->sponsor = (KeelSponsor) sponsor;
  self->spiritual = (KeelSpiritual) spiritual;
  self->online = (KeelOnline) online;
  self->goal = (KeelGoal) goal;
  self->sequence = keel_element_is_yes (element, "sequence");
  return TRUE;
}

static gboolean
check_length (const KeelElement *element, const char *words, guint most, GError **error)
{
  return g_utf8_strlen (words, -1) <= most ||
         keel_element_refuse (element, error, "“%s” has more than %u characters", words, most);
}

static gboolean
read_names (const KeelElement *element, KeelProgram *self, GError **error)
{
  if (!keel_element_read_words (element, "name", TRUE, &self->name, error) ||
      !keel_element_read_words (element, "short-name", TRUE, &self->short_name, error))
    return FALSE;
  return !self->own || (check_length (element, self->name, KEEL_PROGRAM_MAX_NAME, error) &&
                        check_length (element, self->short_name, KEEL_PROGRAM_MAX_SHORT, error));
}

static gboolean
read_texts (const KeelElement *element, KeelProgram *self, GError **error)
{
  return read_names (element, self, error) &&
         keel_element_read_words (element, "for", !self->own, &self->for_whom, error) &&
         keel_element_read_words (element, "about", !self->own, &self->about, error) &&
         keel_element_read_words (element, "first-meeting", FALSE, &self->first_meeting, error) &&
         keel_element_read_words (element, "length", FALSE, &self->length, error) &&
         keel_element_read_words (element, "medicine", FALSE, &self->medicine, error) &&
         keel_element_read_words (element, "status", FALSE, &self->status, error) &&
         keel_element_read_words (element, "evidence", FALSE, &self->evidence, error) &&
         keel_element_read_words (element, "area", FALSE, &self->area, error);
}

static gboolean
read_last_number (const KeelElement *element, KeelProgram *self, GError **error)
{
  int last = 0;

  if (!keel_element_read_number (element, "last-number", &last, error))
    return FALSE;
  if (last < 0 || last > KEEL_PROGRAM_MAX_NUMBER)
    return keel_element_refuse (element, error, "“%d” is no number of a part", last);
  self->last_number = (guint) last;
  return TRUE;
}

static gboolean
read_head (const KeelElement *element, KeelProgram *self, GError **error)
{
  if (!g_str_equal (keel_element_get_name (element), "program"))
    return keel_element_refuse (element, error, "“%s” is no program", keel_element_get_name (element));
  if (!read_code (element, "code", &self->code, error) ||
      !keel_element_read_number (element, "order", &self->order, error) ||
      !read_pages (element, self, error) || !read_symbol (element, self, error) ||
      !read_colour (element, &self->colour, error) || !read_facts (element, self, error) ||
      !read_code (element, "milestones", &self->milestones, error) ||
      !read_last_number (element, self, error))
    return FALSE;
  self->own = g_str_has_prefix (self->code, OWN);
  return read_texts (element, self, error);
}

/* The parts of the first structure that belong to a level. */
static gboolean
read_uses (const KeelElement *element, const KeelProgram *self, KeelPart *part, GError **error)
{
  const char *text = keel_element_get_attribute (element, "uses");
  const KeelStructure *first = keel_program_get_structure (self);
  g_auto (GStrv) numbers = g_strsplit (text != NULL ? text : "", " ", KEEL_PROGRAM_MAX_PARTS);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      guint64 number = 0;
      guint use;

      if (!g_ascii_string_to_unsigned (numbers[i], 10, 1, KEEL_PROGRAM_MAX_NUMBER, &number, NULL) ||
          keel_structure_find_part (first, (guint) number, NULL) == NULL)
        return keel_element_refuse (element, error, "There is no part “%s”", numbers[i]);
      use = (guint) number;
      g_array_append_val (part->uses, use);
    }
  return TRUE;
}

/* A part that does not say has the number of its position. */
static gboolean
read_number (const KeelElement *element, const KeelStructure *structure, guint *number, GError **error)
{
  int value = (int) structure->parts->len + 1;

  if (!keel_element_read_number (element, "number", &value, error))
    return FALSE;
  if (value < 1 || value > KEEL_PROGRAM_MAX_NUMBER)
    return keel_element_refuse (element, error, "“%d” is no number of a part", value);
  *number = (guint) value;
  return keel_structure_find_part (structure, *number, NULL) == NULL ||
         keel_element_refuse (element, error, "Part %d is there twice", value);
}

static gboolean
read_part (const KeelElement *element, const KeelProgram *self, KeelStructure *structure, GError **error)
{
  const char *words = keel_element_get_translated (element);
  KeelPart *part;
  guint number = 0;

  if (!g_str_equal (keel_element_get_name (element), "part") || *words == '\0')
    return keel_element_refuse (element, error, "A part without words");
  if (strlen (words) > KEEL_PROGRAM_MAX_TEXT || structure->parts->len == KEEL_PROGRAM_MAX_PARTS)
    return keel_element_refuse (element, error, "More than %d parts, or bytes in one",
                                KEEL_PROGRAM_MAX_PARTS);
  if (!read_number (element, structure, &number, error))
    return FALSE;
  part = keel_structure_add_part (structure, words);
  part->number = number;
  return read_uses (element, self, part, error);
}

static gboolean
read_structure (const KeelElement *element, KeelProgram *self, GError **error)
{
  const GPtrArray *children = keel_element_get_children (element);
  KeelStructure *structure;
  int kind;

  if (!keel_element_read_word (element, "kind", keel_structure_kind_words, &kind, error))
    return FALSE;
  if (keel_program_find_structure (self, (KeelStructureKind) kind) != NULL)
    return keel_element_refuse (element, error, "“%s” are there twice", keel_structure_kind_words[kind]);
  structure = keel_program_add_structure (self, (KeelStructureKind) kind);
  for (guint i = 0; i < children->len; i++)
    if (!read_part (g_ptr_array_index (children, i), self, structure, error))
      return FALSE;
  return structure->parts->len > 0 || keel_element_refuse (element, error, "A structure without parts");
}

static gboolean
read_said (const KeelElement *element, KeelProgram *self, GError **error)
{
  const char *words = keel_element_get_translated (element);
  int key;

  if (!keel_element_read_word (element, "key", keel_program_word_keys, &key, error))
    return FALSE;
  if (keel_program_find_word (self, keel_program_word_keys[key]) != NULL)
    return keel_element_refuse (element, error, "“%s” is there twice", keel_program_word_keys[key]);
  if (*words == '\0')
    return keel_element_refuse (element, error, "“%s” has no words", keel_program_word_keys[key]);
  if (self->own && !check_length (element, words, KEEL_PROGRAM_MAX_NAME, error))
    return FALSE;
  keel_program_set_word (self, keel_program_word_keys[key], words, keel_element_is_yes (element, "label"));
  return TRUE;
}

static gboolean
read_time (const KeelElement *element, KeelMilestone *mark, GError **error)
{
  static const char *const units[] = { "hours", "days", "months", "years", NULL };
  int count = -1;

  for (guint i = 0; units[i] != NULL; i++)
    if (keel_element_get_attribute (element, units[i]) != NULL)
      {
        if (count >= 0)
          return keel_element_refuse (element, error, "A milestone at two times");
        mark->unit = (KeelMilestoneUnit) i;
        if (!keel_element_read_number (element, units[i], &count, error))
          return FALSE;
      }
  mark->count = (guint) MAX (count, 0);
  mark->every = g_strcmp0 (keel_element_get_attribute (element, "every"), "year") == 0;
  if (count < 0 || (count == 0 && mark->unit != KEEL_MILESTONE_DAYS))
    return keel_element_refuse (element, error, "A milestone at no time");
  return !mark->every || mark->unit == KEEL_MILESTONE_YEARS ||
         keel_element_refuse (element, error, "Only years come again each year");
}

static gboolean
read_mark (const KeelElement *element, KeelProgram *self, GError **error)
{
  KeelMilestone *mark = g_new0 (KeelMilestone, 1);

  g_ptr_array_add (self->marks, mark);
  return read_time (element, mark, error) && read_colour (element, &mark->colour, error) &&
         keel_element_read_words (element, "name", TRUE, &mark->name, error);
}

static gboolean
read_child (const KeelElement *child, KeelProgram *self, GError **error)
{
  const char *name = keel_element_get_name (child);

  if (self->marks->len == KEEL_PROGRAM_MAX_PARTS)
    return keel_element_refuse (child, error, "More than %d milestones", KEEL_PROGRAM_MAX_PARTS);
  if (g_str_equal (name, "structure"))
    return read_structure (child, self, error);
  if (g_str_equal (name, "word"))
    return read_said (child, self, error);
  if (g_str_equal (name, "milestone"))
    return read_mark (child, self, error);
  return TRUE;
}

KeelProgram *
keel_program_read (const KeelElement *element, GError **error)
{
  g_autoptr (KeelProgram) self = keel_program_new_empty ();
  const GPtrArray *children = keel_element_get_children (element);

  if (!read_head (element, self, error))
    return NULL;
  for (guint i = 0; i < children->len; i++)
    if (!read_child (g_ptr_array_index (children, i), self, error))
      return NULL;
  self->last_number = keel_program_get_last_number (self);
  return g_steal_pointer (&self);
}

KeelProgram *
keel_program_new_from_xml (GBytes *xml, GError **error)
{
  g_autoptr (KeelElement) element = keel_element_parse (xml, error);

  return element != NULL ? keel_program_read (element, error) : NULL;
}
