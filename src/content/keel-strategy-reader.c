#include "keel-strategy-reader.h"

#include <string.h>

/* Marks and runs are kept under it, so it is as plain as can be. */
static gboolean
read_id (const KeelElement *element, KeelStrategy *self, GError **error)
{
  const char *text;

  if (!keel_element_require (element, "id", &text, error))
    return FALSE;
  if (!g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", text, G_REGEX_DOLLAR_ENDONLY, 0) ||
      strlen (text) > 60)
    return keel_element_refuse (element, error, "“%s” is no id", text);
  self->id = g_strdup (text);
  return TRUE;
}

static gboolean
read_tags (const KeelElement *element, KeelStrategy *self, GError **error)
{
  const char *text = keel_element_get_attribute (element, "tags");
  g_autofree char *unknown = NULL;

  if (!keel_strategy_tags_parse (text != NULL ? text : "", &self->tags, &unknown))
    return keel_element_refuse (element, error, "“%s” is no tag", unknown);
  return self->tags != KEEL_TAGS_NONE || keel_strategy_is_own (self->id) ||
         keel_element_refuse (element, error, "A strategy for nothing");
}

/* A number that may not be there. */
static gboolean
read_count (const KeelElement *element, const char *attribute, guint most, guint *value, GError **error)
{
  int number = (int) *value;

  if (!keel_element_read_number (element, attribute, &number, error))
    return FALSE;
  if (number < 0 || (guint) number > most)
    return keel_element_refuse (element, error, "“%s” is not from 0 to %u", attribute, most);
  *value = (guint) number;
  return TRUE;
}

static gboolean
read_pages (const KeelElement *element, KeelStrategy *self, GError **error)
{
  static const char *const pages[] = { "member", "family", "both", NULL };
  int place;

  if (!keel_element_read_word (element, "pages", pages, &place, error))
    return FALSE;
  self->member = place != 1;
  self->family = place != 0;
  return TRUE;
}

static gboolean
read_offer (const KeelElement *element, KeelStrategy *self, GError **error)
{
  static const char *const offers[] = { "yes", "after-cautions", "never", NULL };
  int place = KEEL_OFFER_YES;

  if (keel_element_get_attribute (element, "offer") != NULL &&
      !keel_element_read_word (element, "offer", offers, &place, error))
    return FALSE;
  self->offer = (KeelStrategyOffer) place;
  return TRUE;
}

static gboolean
read_measures (const KeelElement *element, KeelStrategy *self, GError **error)
{
  if (!read_count (element, "minutes", KEEL_STRATEGY_MAX_MINUTES, &self->minutes, error))
    return FALSE;
  self->most = self->minutes;
  if (!read_count (element, "most", KEEL_STRATEGY_MAX_MINUTES, &self->most, error) ||
      !read_count (element, "urge-from", 10, &self->urge_from, error) ||
      !read_count (element, "urge-to", 10, &self->urge_to, error))
    return FALSE;
  if (self->most < self->minutes || self->urge_to < self->urge_from)
    return keel_element_refuse (element, error, "Nothing goes from more to less");
  return TRUE;
}

static gboolean
read_kinds (const KeelElement *element, KeelStrategy *self, GError **error)
{
  int kind, group;

  if (!keel_element_read_word (element, "kind", keel_strategy_kind_words, &kind, error) ||
      !keel_element_read_word (element, "group", keel_strategy_group_words, &group, error))
    return FALSE;
  self->kind = (KeelStrategyKind) kind;
  self->group = (KeelStrategyGroup) group;
  self->with_others = keel_element_is_yes (element, "with-others");
  self->worksheet = g_strdup (keel_element_get_attribute (element, "worksheet"));
  self->safety = g_strdup (keel_element_get_attribute (element, "safety"));
  return self->kind != KEEL_STRATEGY_WORKSHEET || self->worksheet != NULL ||
         keel_element_refuse (element, error, "It opens no worksheet");
}

static gboolean
read_texts (const KeelElement *element, KeelStrategy *self, GError **error)
{
  gboolean needed = !keel_strategy_is_own (self->id);

  if (!keel_element_read_words (element, "name", TRUE, &self->name, error) ||
      !keel_element_read_words (element, "when", needed, &self->when, error) ||
      !keel_element_read_words (element, "about", FALSE, &self->about, error) ||
      !keel_element_read_words (element, "evidence", needed, &self->evidence, error) ||
      !keel_element_read_words (element, "source", needed, &self->source, error) ||
      !keel_element_read_words (element, "tip", FALSE, &self->tip, error))
    return FALSE;
  return g_utf8_strlen (self->name, -1) <= KEEL_STRATEGY_MAX_NAME ||
         keel_element_refuse (element, error, "“%s” has more than %d characters", self->name,
                              KEEL_STRATEGY_MAX_NAME);
}

/* One that nobody has measured is not graded, and a person's own stays so. */
static gboolean
read_grade (const KeelElement *element, KeelStrategy *self, GError **error)
{
  static const char *const grades[] = { "A", "B", "C", "D", "G", NULL };
  const KeelElement *evidence = keel_element_find_child (element, "evidence");
  int place;

  if (evidence == NULL || keel_strategy_is_own (self->id))
    return TRUE;
  if (!keel_element_read_word (evidence, "grade", grades, &place, error))
    return FALSE;
  self->grade = *grades[place];
  return TRUE;
}

static gboolean
read_caution (const KeelElement *element, KeelStrategy *self, GError **error)
{
  const char *words = keel_element_get_translated (element);
  int kind;

  if (!keel_element_read_word (element, "kind", keel_caution_kind_words, &kind, error))
    return FALSE;
  if (*words == '\0' || strlen (words) > KEEL_ELEMENT_MAX_TEXT)
    return keel_element_refuse (element, error, "A caution without words");
  if (self->cautions->len == KEEL_STRATEGY_MAX_CAUTIONS)
    return keel_element_refuse (element, error, "More than %d cautions", KEEL_STRATEGY_MAX_CAUTIONS);
  keel_strategy_add_caution (self, (KeelCautionKind) kind, words, keel_element_is_yes (element, "first"));
  return TRUE;
}

static gboolean
read_step (const KeelElement *element, KeelStrategy *self, GError **error)
{
  const char *words = keel_element_get_translated (element);
  guint seconds = 0;

  if (!read_count (element, "seconds", KEEL_STRATEGY_MAX_SECONDS, &seconds, error))
    return FALSE;
  if (*words == '\0' || strlen (words) > KEEL_ELEMENT_MAX_TEXT)
    return keel_element_refuse (element, error, "A step without words");
  if (self->steps->len == KEEL_STRATEGY_MAX_STEPS)
    return keel_element_refuse (element, error, "More than %d steps", KEEL_STRATEGY_MAX_STEPS);
  keel_strategy_add_step (self, words, seconds);
  return TRUE;
}

static gboolean
read_pace (const KeelElement *element, KeelStrategy *self, GError **error)
{
  KeelPace *pace = &self->pace;

  if (!read_count (element, "in", 30, &pace->in, error) ||
      !read_count (element, "hold", 30, &pace->hold, error) ||
      !read_count (element, "out", 30, &pace->out, error) ||
      !read_count (element, "rest", 30, &pace->rest, error) ||
      !read_count (element, "again", 30, &pace->again, error) ||
      !read_count (element, "rounds", 200, &pace->rounds, error))
    return FALSE;
  return keel_pace_is_set (pace) ||
         keel_element_refuse (element, error, "A breath goes in and out, more than no times");
}

static gboolean
read_children (const KeelElement *element, KeelStrategy *self, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*read) (const KeelElement *element, KeelStrategy *self, GError **error);
  } readers[] = { { "caution", read_caution }, { "step", read_step }, { "pace", read_pace } };
  const GPtrArray *children = keel_element_get_children (element);

  for (guint i = 0; i < children->len; i++)
    {
      const KeelElement *child = g_ptr_array_index (children, i);

      for (guint j = 0; j < G_N_ELEMENTS (readers); j++)
        if (g_str_equal (keel_element_get_name (child), readers[j].name) &&
            !readers[j].read (child, self, error))
          return FALSE;
    }
  if (self->steps->len == 0)
    return keel_element_refuse (element, error, "A strategy without steps");
  return self->kind != KEEL_STRATEGY_BREATHING || keel_pace_is_set (&self->pace) ||
         keel_element_refuse (element, error, "Breathing without a pace");
}

KeelStrategy *
keel_strategy_read (const KeelElement *element, GError **error)
{
  g_autoptr (KeelStrategy) self = keel_strategy_new_empty ();

  if (!g_str_equal (keel_element_get_name (element), "strategy"))
    {
      keel_element_refuse (element, error, "“%s” is no strategy", keel_element_get_name (element));
      return NULL;
    }
  if (!read_id (element, self, error) || !keel_element_read_number (element, "order", &self->order, error) ||
      !read_pages (element, self, error) || !read_kinds (element, self, error) ||
      !read_offer (element, self, error) || !read_tags (element, self, error) ||
      !read_measures (element, self, error) || !read_texts (element, self, error) ||
      !read_grade (element, self, error) || !read_children (element, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

KeelStrategy *
keel_strategy_new_from_xml (GBytes *xml, GError **error)
{
  g_autoptr (KeelElement) element = NULL;

  g_return_val_if_fail (xml != NULL, NULL);

  element = keel_element_parse (xml, error);
  return element != NULL ? keel_strategy_read (element, error) : NULL;
}
