#include "keel-strategy.h"

#include "keel-xml.h"

static void
append_head (GString *xml, const KeelStrategy *self)
{
  static const char *const pages[] = { "family", "member", "both" };
  static const char *const offers[] = { NULL, "after-cautions", "never" };
  g_autofree char *tags = keel_strategy_tags_format (self->tags);

  keel_xml_append_attribute (xml, "id", self->id);
  keel_xml_append_number (xml, "order", self->order);
  keel_xml_append_attribute (xml, "pages", pages[self->member ? self->family ? 2 : 1 : 0]);
  keel_xml_append_attribute (xml, "group", keel_strategy_group_words[self->group]);
  keel_xml_append_attribute (xml, "kind", keel_strategy_kind_words[self->kind]);
  keel_xml_append_attribute (xml, "tags", tags);
  keel_xml_append_number (xml, "minutes", (int) self->minutes);
  if (self->most > self->minutes)
    keel_xml_append_number (xml, "most", (int) self->most);
  keel_xml_append_number (xml, "urge-from", (int) self->urge_from);
  keel_xml_append_number (xml, "urge-to", (int) self->urge_to);
  keel_xml_append_yes (xml, "with-others", self->with_others);
  keel_xml_append_attribute (xml, "offer", offers[self->offer]);
  keel_xml_append_attribute (xml, "worksheet", self->worksheet);
  keel_xml_append_attribute (xml, "safety", self->safety);
}

static void
append_caution (GString *xml, const KeelCaution *caution)
{
  g_string_append (xml, "<caution");
  keel_xml_append_attribute (xml, "kind", keel_caution_kind_words[caution->kind]);
  keel_xml_append_yes (xml, "first", caution->first);
  keel_xml_end_words (xml, "caution", caution->text);
}

static void
append_pace (GString *xml, const KeelPace *pace)
{
  if (!keel_pace_is_set (pace))
    return;
  g_string_append (xml, "<pace");
  keel_xml_append_number (xml, "in", (int) pace->in);
  keel_xml_append_number (xml, "hold", (int) pace->hold);
  keel_xml_append_number (xml, "out", (int) pace->out);
  keel_xml_append_number (xml, "rest", (int) pace->rest);
  keel_xml_append_number (xml, "again", (int) pace->again);
  keel_xml_append_number (xml, "rounds", (int) pace->rounds);
  g_string_append (xml, "/>\n");
}

static void
append_step (GString *xml, const KeelStrategyStep *step)
{
  g_string_append (xml, "<step");
  if (step->seconds > 0)
    keel_xml_append_number (xml, "seconds", (int) step->seconds);
  keel_xml_end_words (xml, "step", step->text);
}

static void
append_evidence (GString *xml, const KeelStrategy *self)
{
  const char grade[] = { self->grade, '\0' };

  if (self->evidence == NULL)
    return;
  g_string_append (xml, "<evidence");
  keel_xml_append_attribute (xml, "grade", self->grade != '\0' ? grade : NULL);
  keel_xml_end_words (xml, "evidence", self->evidence);
}

char *
keel_strategy_to_xml (const KeelStrategy *self)
{
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<strategy");

  g_return_val_if_fail (self != NULL, NULL);

  append_head (xml, self);
  g_string_append (xml, ">\n");
  keel_xml_append_words (xml, "name", self->name);
  keel_xml_append_words (xml, "when", self->when);
  keel_xml_append_words (xml, "about", self->about);
  for (guint i = 0; i < self->cautions->len; i++)
    append_caution (xml, g_ptr_array_index (self->cautions, i));
  append_pace (xml, &self->pace);
  for (guint i = 0; i < self->steps->len; i++)
    append_step (xml, g_ptr_array_index (self->steps, i));
  append_evidence (xml, self);
  keel_xml_append_words (xml, "source", self->source);
  keel_xml_append_words (xml, "tip", self->tip);
  g_string_append (xml, "</strategy>\n");
  return g_string_free (g_steal_pointer (&xml), FALSE);
}
