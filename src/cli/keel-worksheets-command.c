#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-json-output.h"

static void
add_worksheet (JsonBuilder *builder, const KeelWorksheet *worksheet)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", worksheet->id);
  keel_json_add_text (builder, "name", worksheet->name);
  keel_json_add_text (builder, "group", keel_worksheet_group_words[worksheet->group]);
  json_builder_end_object (builder);
}

static void
print_worksheets (KeelInvocation *invocation, const GPtrArray *worksheets)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < worksheets->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (worksheets, i);

      if (invocation->json)
        add_worksheet (builder, worksheet);
      else
        /* Translators: a worksheet's id and name: "w01: Resentment list". */
        keel_invocation_print (invocation, C_ ("worksheet", "%1$s: %2$s"), worksheet->id, worksheet->name);
    }
  json_builder_end_array (builder);
  if (invocation->json)
    keel_json_print (builder);
}

KeelExit
keel_worksheets_command_run (KeelInvocation *invocation, char ***arguments)
{
  int status;

  if (!keel_invocation_parse (invocation, NULL, arguments, &status))
    return status;
  if ((*arguments)[1] != NULL)
    return keel_invocation_refuse (invocation, _ ("“%s” is too much here."), (*arguments)[1]);
  print_worksheets (invocation, keel_content_get_worksheets (keel_invocation_get_content (invocation)));
  return KEEL_EXIT_DONE;
}
