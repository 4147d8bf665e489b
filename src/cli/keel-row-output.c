#include "keel-row-output.h"

#include <glib/gi18n-lib.h>

#include "keel-json-output.h"

KeelExit
keel_invocation_print_rows (KeelInvocation *invocation, GPtrArray *rows, KeelRowAdder add,
                            KeelRowPrinter print)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      add (builder, rows->pdata[i]);
      if (!invocation->json)
        print (invocation, rows->pdata[i]);
    }
  json_builder_end_array (builder);
  if (invocation->json)
    keel_json_print (builder);
  else if (rows->len == 0)
    keel_invocation_print (invocation, "%s", _ ("Nothing is written yet."));
  return KEEL_EXIT_DONE;
}

KeelExit
keel_invocation_print_row (KeelInvocation *invocation, gconstpointer row, KeelRowAdder add,
                           KeelRowPrinter print)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add (builder, row);
  if (invocation->json)
    keel_json_print (builder);
  else
    print (invocation, row);
  return KEEL_EXIT_DONE;
}
