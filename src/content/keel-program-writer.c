#include "keel-program.h"

#include "keel-xml.h"

static const char *const unit_words[] = { "hours", "days", "months", "years" };

/* Nothing where nobody said. */
static void
append_word (GString *xml, const char *name, const char *const *words, guint place)
{
  keel_xml_append_attribute (xml, name, *words[place] != '\0' ? words[place] : NULL);
}

static void
append_kinds (GString *xml, const KeelProgram *self)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; keel_program_kind_words[i] != NULL; i++)
    if (self->kinds & (1u << i))
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? " " : "", keel_program_kind_words[i]);
  keel_xml_append_attribute (xml, "family", kinds->len > 0 ? kinds->str : "none");
}

/* What the last number is where nobody moved or removed a part. */
static guint
count_parts (const KeelProgram *self)
{
  guint most = 0;

  for (guint i = 0; i < self->structures->len; i++)
    most = MAX (most, ((KeelStructure *) g_ptr_array_index (self->structures, i))->parts->len);
  return most;
}

static void
append_head (GString *xml, const KeelProgram *self)
{
  static const char *const pages[] = { "family", "member", "both" };

  g_string_append (xml, "<program");
  keel_xml_append_attribute (xml, "code", self->code);
  keel_xml_append_number (xml, "order", self->order);
  keel_xml_append_attribute (xml, "pages", pages[self->member ? self->family ? 2 : 1 : 0]);
  keel_xml_append_attribute (xml, "symbol", self->symbol);
  keel_xml_append_attribute (xml, "colour", self->colour);
  append_kinds (xml, self);
  append_word (xml, "led-by", keel_led_by_words, self->led_by);
  append_word (xml, "sponsor", keel_sponsor_words, self->sponsor);
  append_word (xml, "spiritual", keel_spiritual_words, self->spiritual);
  append_word (xml, "online", keel_online_words, self->online);
  append_word (xml, "goal", keel_goal_words, self->goal);
  keel_xml_append_attribute (xml, "sequence", self->sequence ? "yes" : "no");
  keel_xml_append_attribute (xml, "milestones", self->milestones);
  if (self->last_number > count_parts (self))
    keel_xml_append_number (xml, "last-number", (int) self->last_number);
  g_string_append (xml, ">\n");
}

static void
append_texts (GString *xml, const KeelProgram *self)
{
  keel_xml_append_words (xml, "name", self->name);
  keel_xml_append_words (xml, "short-name", self->short_name);
  keel_xml_append_words (xml, "for", self->for_whom);
  keel_xml_append_words (xml, "about", self->about);
  keel_xml_append_words (xml, "first-meeting", self->first_meeting);
  keel_xml_append_words (xml, "length", self->length);
  keel_xml_append_words (xml, "medicine", self->medicine);
  keel_xml_append_words (xml, "status", self->status);
  keel_xml_append_words (xml, "evidence", self->evidence);
}

static void
append_part (GString *xml, const KeelPart *part, guint position)
{
  g_autoptr (GString) uses = g_string_new (NULL);

  for (guint i = 0; i < part->uses->len; i++)
    g_string_append_printf (uses, "%s%u", i > 0 ? " " : "", g_array_index (part->uses, guint, i));
  g_string_append (xml, "<part");
  if (part->number != 0 && part->number != position)
    keel_xml_append_number (xml, "number", (int) part->number);
  keel_xml_append_attribute (xml, "uses", uses->len > 0 ? uses->str : NULL);
  keel_xml_end_words (xml, "part", part->topic);
}

static void
append_structure (GString *xml, const KeelStructure *structure)
{
  g_string_append (xml, "<structure");
  keel_xml_append_attribute (xml, "kind", keel_structure_kind_words[structure->kind]);
  g_string_append (xml, ">\n");
  for (guint i = 0; i < structure->parts->len; i++)
    append_part (xml, g_ptr_array_index (structure->parts, i), i + 1);
  g_string_append (xml, "</structure>\n");
}

static void
append_word_of (GString *xml, const KeelWord *word)
{
  g_string_append (xml, "<word");
  keel_xml_append_attribute (xml, "key", word->key);
  keel_xml_append_yes (xml, "label", word->label);
  keel_xml_end_words (xml, "word", word->text);
}

static void
append_mark (GString *xml, const KeelMilestone *mark)
{
  g_string_append (xml, "<milestone");
  keel_xml_append_number (xml, unit_words[mark->unit], (int) mark->count);
  keel_xml_append_attribute (xml, "every", mark->every ? "year" : NULL);
  keel_xml_append_attribute (xml, "colour", mark->colour);
  g_string_append (xml, ">\n");
  keel_xml_append_words (xml, "name", mark->name);
  g_string_append (xml, "</milestone>\n");
}

char *
keel_milestone_format (const KeelMilestone *self)
{
  return g_strdup_printf ("%s-%u", unit_words[self->unit], self->count);
}

char *
keel_program_to_xml (const KeelProgram *self)
{
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_return_val_if_fail (self != NULL, NULL);

  append_head (xml, self);
  append_texts (xml, self);
  for (guint i = 0; i < self->structures->len; i++)
    append_structure (xml, g_ptr_array_index (self->structures, i));
  for (guint i = 0; i < self->words->len; i++)
    append_word_of (xml, g_ptr_array_index (self->words, i));
  for (guint i = 0; i < self->marks->len; i++)
    append_mark (xml, g_ptr_array_index (self->marks, i));
  keel_xml_append_words (xml, "area", self->area);
  g_string_append (xml, "</program>\n");
  return g_string_free (g_steal_pointer (&xml), FALSE);
}
