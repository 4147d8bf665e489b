#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-json-output.h"
#include "store/keel-journal-programs.h"

static gboolean
is_chosen (const KeelProgramChoice *choice, const KeelProgram *program)
{
  return g_strv_contains ((const char *const *) choice->chosen, program->code);
}

static void
print_as_json (KeelContent *content, const KeelProgramChoice *choice)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      json_builder_begin_object (builder);
      keel_json_add_text (builder, "code", program->code);
      keel_json_add_text (builder, "name", program->name);
      keel_json_add_text (builder, "short_name", program->short_name);
      keel_json_add_truth (builder, "own", program->own);
      keel_json_add_truth (builder, "chosen", is_chosen (choice, program));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  keel_json_print (builder);
}

static void
print_program (KeelInvocation *invocation, const KeelProgram *program, gboolean chosen)
{
  if (chosen)
    /* Translators: a program's code and name: "aa: Alcoholics Anonymous (chosen)". */
    keel_invocation_print (invocation, _ ("%1$s: %2$s (chosen)"), program->code, program->name);
  else
    /* Translators: a program's code and name: "aa: Alcoholics Anonymous". */
    keel_invocation_print (invocation, C_ ("program", "%1$s: %2$s"), program->code, program->name);
}

/* Those that were chosen first, in their order. */
static KeelExit
show (KeelInvocation *invocation)
{
  KeelContent *content = keel_invocation_get_content (invocation);
  g_autoptr (KeelProgramChoice) choice = NULL;
  g_autoptr (GError) error = NULL;

  choice = keel_journal_get_programs (keel_profile_get_journal (invocation->profile), &error);
  if (choice == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  if (invocation->json)
    {
      print_as_json (content, choice);
      return KEEL_EXIT_DONE;
    }
  for (guint i = 0; choice->chosen[i] != NULL; i++)
    {
      const KeelProgram *program = keel_content_find_program (content, choice->chosen[i]);

      if (program != NULL && !program->gone)
        print_program (invocation, program, TRUE);
    }
  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      if (!is_chosen (choice, program))
        print_program (invocation, program, FALSE);
    }
  return KEEL_EXIT_DONE;
}

/* All codes are looked at before the first is chosen, or dropped. */
static KeelExit
choose (KeelInvocation *invocation, char **codes, gboolean chosen)
{
  KeelJournal *journal = keel_profile_get_journal (invocation->profile);

  for (guint i = 0; codes[i] != NULL; i++)
    if (!keel_invocation_check_program (invocation, codes[i]))
      return invocation->status;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!keel_journal_choose_program (journal, codes[i], chosen, &error))
        return keel_invocation_fail (invocation, error, codes[i]);
    }
  return show (invocation);
}

KeelExit
keel_programs_command_run (KeelInvocation *invocation, char ***arguments)
{
  int status;
  const char *verb;
  guint n;

  if (!keel_invocation_parse (invocation, NULL, arguments, &status))
    return status;
  n = g_strv_length (*arguments);
  verb = n > 1 ? (*arguments)[1] : "show";
  if (!(g_str_equal (verb, "show") && n <= 2) &&
      !((g_str_equal (verb, "choose") || g_str_equal (verb, "drop")) && n > 2))
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("“programs” takes nothing, or “choose” or “drop” and codes."));
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  if (g_str_equal (verb, "show"))
    return show (invocation);
  return choose (invocation, *arguments + 2, g_str_equal (verb, "choose"));
}
