#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-help-sentences.h"
#include "content/keel-readings.h"
#include "content/keel-strategy-sentences.h"
#include "keel-json-output.h"

static void
add_head (JsonBuilder *builder, const KeelReading *reading)
{
  keel_json_add_text (builder, "id", reading->id);
  keel_json_add_text (builder, "name", reading->name);
  keel_json_add_text (builder, "about", reading->about);
  keel_json_add_text (builder, "group", keel_reading_group_words[reading->group]);
  keel_json_add_truth (builder, "member", reading->member);
  keel_json_add_truth (builder, "family", reading->family);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_cautions (JsonBuilder *builder, const KeelReading *reading)
{
  begin_list (builder, "cautions");
  for (guint i = 0; i < reading->cautions->len; i++)
    {
      const KeelCaution *caution = g_ptr_array_index (reading->cautions, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "kind", keel_caution_kind_words[caution->kind]);
      keel_json_add_text (builder, "text", caution->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_parts (JsonBuilder *builder, const KeelReadingSection *section)
{
  begin_list (builder, "parts");
  for (guint i = 0; i < section->parts->len; i++)
    {
      const KeelReadingPart *part = g_ptr_array_index (section->parts, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "text", part->text);
      keel_json_add_truth (builder, "point", part->point);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sections (JsonBuilder *builder, const KeelReading *reading)
{
  begin_list (builder, "sections");
  for (guint i = 0; i < reading->sections->len; i++)
    {
      const KeelReadingSection *section = g_ptr_array_index (reading->sections, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "title", section->title);
      add_parts (builder, section);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_evidence (JsonBuilder *builder, const KeelReading *reading)
{
  const char grade[] = { reading->grade, '\0' };

  keel_json_add_text (builder, "grade", reading->grade != '\0' ? grade : NULL);
  keel_json_add_text (builder, "evidence", reading->evidence);
  begin_list (builder, "sources");
  for (guint i = 0; i < reading->sources->len; i++)
    {
      const KeelSafetySource *source = g_ptr_array_index (reading->sources, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "text", source->text);
      keel_json_add_text (builder, "checked", source->checked);
      keel_json_add_truth (builder, "undated", source->undated);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder *builder, const KeelReading *reading)
{
  begin_list (builder, "links");
  for (guint i = 0; i < reading->links->len; i++)
    {
      const KeelReadingLink *link = g_ptr_array_index (reading->links, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "kind", keel_reading_link_words[link->kind]);
      keel_json_add_text (builder, "to", link->to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_as_json (const KeelReading *reading)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_head (builder, reading);
  add_cautions (builder, reading);
  add_sections (builder, reading);
  add_evidence (builder, reading);
  add_links (builder, reading);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static void
print (KeelInvocation *invocation, const KeelReading *reading)
{
  g_autofree char *plain = keel_reading_format_plain (reading);

  keel_invocation_print (invocation, "%s", plain);
  if (reading->evidence != NULL)
    keel_invocation_print (invocation, _ ("%1$s. %2$s"), keel_sentence_strategy_grade (reading->grade),
                           reading->evidence);
  for (guint i = 0; i < reading->sources->len; i++)
    {
      const KeelSafetySource *source = g_ptr_array_index (reading->sources, i);
      g_autofree char *checked = keel_sentence_checked (source->checked, source->undated);
      g_autofree char *words = g_strdup_printf ("%s · %s", source->text, checked);

      keel_invocation_print (invocation, _ ("Source: %s"), words);
    }
}

static KeelExit
show (KeelInvocation *invocation, const char *id)
{
  g_autofree char *lower = g_ascii_strdown (id, -1);
  const KeelReading *reading = keel_content_find_reading (keel_invocation_get_content (invocation), lower);

  if (reading == NULL)
    return keel_invocation_give_up (invocation,
                                    _ ("There is no page “%s” to read. “readings” shows them all."), id);
  if (invocation->json)
    print_as_json (reading);
  else
    print (invocation, reading);
  return KEEL_EXIT_DONE;
}

static KeelExit
list (KeelInvocation *invocation)
{
  const GPtrArray *readings = keel_content_get_readings (keel_invocation_get_content (invocation));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < readings->len; i++)
    {
      const KeelReading *reading = g_ptr_array_index (readings, i);

      if (!invocation->json)
        {
          /* Translators: the id of a page to read, and its name: "limits: Limits". */
          keel_invocation_print (invocation, C_ ("reading id", "%1$s: %2$s"), reading->id, reading->name);
          continue;
        }
      json_builder_begin_object (builder);
      add_head (builder, reading);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (invocation->json)
    keel_json_print (builder);
  return KEEL_EXIT_DONE;
}

/* They are there for everybody: no profile is asked for. */
KeelExit
keel_readings_command_run (KeelInvocation *invocation, char ***arguments)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  int status;
  guint n;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  n = g_strv_length (*arguments);
  if (n > 1 && !(n == 3 && g_str_equal ((*arguments)[1], "show")))
    return keel_invocation_refuse (invocation, "%s", _ ("“readings” takes nothing, or “show” and an ID."));
  return n == 3 ? show (invocation, (*arguments)[2]) : list (invocation);
}
