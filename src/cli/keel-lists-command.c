#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "keel-import-answer.h"
#include "keel-json-output.h"
#include "keel-list-changes.h"
#include "store/keel-fetch.h"

static void
add_list (JsonBuilder *builder, const KeelList *list, GTimeZone *zone)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "name", list->name);
  keel_json_add_text (builder, "source", list->source);
  keel_json_add_text (builder, "format", list->format);
  keel_json_add_text (builder, "program", list->program);
  keel_json_add_text (builder, "timezone", list->timezone);
  keel_json_add_number (builder, "meetings", list->meetings);
  keel_json_add_date (builder, "imported_on", list->imported_at, zone);
  json_builder_end_object (builder);
}

static void
print_lists_as_json (KeelInvocation *invocation, GPtrArray *lists)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < lists->len; i++)
    add_list (builder, g_ptr_array_index (lists, i), zone);
  json_builder_end_array (builder);
  keel_json_print (builder);
}

static void
print_list (KeelInvocation *invocation, const KeelList *list)
{
  g_autofree char *age = keel_sentence_age (list->imported_at, keel_invocation_get_now (invocation));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", list->meetings),
                                            list->meetings);

  keel_invocation_print (invocation, "%s", list->name);
  /* Translators: of a list: "1,513 meetings, imported 3 days ago from meetings.json". */
  keel_invocation_print (invocation, _ ("  %s, imported %s from %s"), count, age, list->source);
}

/* Keeps in @lists the one called @name. */
static gboolean
keep_list (GPtrArray *lists, const char *name)
{
  guint i;

  for (i = lists->len; i > 0; i--)
    {
      const KeelList *list = g_ptr_array_index (lists, i - 1);

      if (!g_str_equal (list->name, name))
        g_ptr_array_remove_index (lists, i - 1);
    }
  return lists->len > 0;
}

static KeelExit
fail_for_unknown_list (KeelInvocation *invocation, const char *name)
{
  return keel_invocation_give_up (
      invocation, _ ("There is no list called “%s”. “keelctl lists” shows those that there are."), name);
}

static KeelExit
show_lists (KeelInvocation *invocation, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lists = NULL;
  guint i;

  lists = keel_directory_get_lists (keel_profile_get_directory (invocation->profile), &error);
  if (lists == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  if (name != NULL && !keep_list (lists, name))
    return fail_for_unknown_list (invocation, name);

  if (invocation->json)
    {
      print_lists_as_json (invocation, lists);
      return KEEL_EXIT_DONE;
    }
  if (lists->len == 0)
    keel_invocation_print (invocation, "%s",
                           _ ("No list was imported yet. “keelctl import FILE” reads one."));
  for (i = 0; i < lists->len; i++)
    print_list (invocation, g_ptr_array_index (lists, i));
  return KEEL_EXIT_DONE;
}

static void
answer_removal (KeelInvocation *invocation, const char *name)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!invocation->json)
    {
      keel_invocation_print (invocation,
                             _ ("“%s” was removed. Meetings that you follow stay in your calendar."), name);
      return;
    }
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "removed", name);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static KeelExit
remove_list (KeelInvocation *invocation, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (!keel_directory_remove_list (keel_profile_get_directory (invocation->profile), name, &error))
    {
      if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND))
        return fail_for_unknown_list (invocation, name);
      return keel_invocation_fail (invocation, error, name);
    }
  answer_removal (invocation, name);
  if (!keel_profile_reconcile (invocation->profile, NULL, &error))
    return keel_invocation_fail (invocation, error, name);
  return KEEL_EXIT_DONE;
}

/* NULL after an error, which was then told. */
static KeelImportReport *
refresh_list (KeelInvocation *invocation, const KeelList *list)
{
  const KeelImportOptions options = {
    .list = list->name,
    .types = keel_content_get_types (keel_invocation_get_content (invocation)),
    .now = keel_invocation_get_now (invocation),
  };
  g_autofree char *address = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  KeelImportReport *report = NULL;

  address = keel_fetch_check_address (list->source, &error);
  if (address != NULL)
    {
      file = g_file_new_for_uri (address);
      report = keel_import_answer_run (invocation, file, &options, &error);
    }
  if (report == NULL)
    {
      g_autofree char *subject = g_strdup_printf ("%s (%s)", list->name, list->source);

      keel_invocation_fail (invocation, error, subject);
    }
  return report;
}

/* One that cannot be fetched does not cost the others. */
static KeelExit
refresh_all (KeelInvocation *invocation, GPtrArray *lists)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  KeelExit status = KEEL_EXIT_DONE;
  guint done = 0;
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < lists->len; i++)
    {
      g_autoptr (KeelImportReport) report = refresh_list (invocation, g_ptr_array_index (lists, i));

      if (report == NULL)
        {
          status = KEEL_EXIT_COULD_NOT;
          continue;
        }
      done++;
      if (invocation->json)
        keel_import_answer_add (builder, report);
      else
        keel_import_answer_print (invocation, report, FALSE);
    }
  json_builder_end_array (builder);
  if (invocation->json && (done > 0 || status == KEEL_EXIT_DONE))
    keel_json_print (builder);
  return status;
}

static void
keep_fetched (GPtrArray *lists)
{
  guint i;

  for (i = lists->len; i > 0; i--)
    {
      const KeelList *list = g_ptr_array_index (lists, i - 1);

      if (!keel_fetch_is_address (list->source))
        g_ptr_array_remove_index (lists, i - 1);
    }
}

static KeelExit
refresh_lists (KeelInvocation *invocation, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  lists = keel_directory_get_lists (keel_profile_get_directory (invocation->profile), &error);
  if (lists == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  if (name != NULL && !keep_list (lists, name))
    return fail_for_unknown_list (invocation, name);
  keep_fetched (lists);
  if (lists->len == 0 && name != NULL)
    return keel_invocation_give_up (invocation,
                                    _ ("“%s” came from a file. Import its new file with --list “%s”."), name,
                                    name);
  if (lists->len == 0 && !invocation->json)
    keel_invocation_print (invocation, "%s",
                           _ ("No list came from an address. “keelctl import https://…” fetches one."));
  return refresh_all (invocation, lists);
}

static KeelExit
check_words (KeelInvocation *invocation, char **words, const char *take, const char *keep)
{
  static const char *const actions[] = { "show", "changes", "refresh", "remove", NULL };
  const char *action = words[0] != NULL ? words[0] : "show";
  gboolean changes = g_str_equal (action, "changes");

  if (g_strv_length (words) > 2)
    return keel_invocation_refuse (invocation, "%s", _ ("One list at a time: put its name in quotes."));
  if (!g_strv_contains (actions, action))
    return keel_invocation_refuse (invocation, _ ("lists has no “%s”."), action);
  if (g_str_equal (action, "remove") && words[1] == NULL)
    return keel_invocation_refuse (invocation, "%s", _ ("Which list? “keelctl lists” shows their names."));
  if ((!changes && (take != NULL || keep != NULL)) || (take != NULL && keep != NULL) ||
      (changes && words[1] != NULL))
    return keel_invocation_refuse (
        invocation, "%s", _ ("--take and --keep answer one change: “keelctl lists changes --take ID”."));
  return KEEL_EXIT_DONE;
}

static KeelExit
run_action (KeelInvocation *invocation, const char *action, const char *name, const char *take,
            const char *keep)
{
  if (g_str_equal (action, "changes"))
    return keel_list_changes_run (invocation, take, keep);
  if (g_str_equal (action, "refresh"))
    return refresh_lists (invocation, name);
  return g_str_equal (action, "show") ? show_lists (invocation, name) : remove_list (invocation, name);
}

KeelExit
keel_lists_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *take = NULL;
  g_autofree char *keep = NULL;
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_STRING, &take, N_ ("Take a change into your calendar"), N_ ("ID") },
    { "keep", 0, 0, G_OPTION_ARG_STRING, &keep, N_ ("Keep what you have"), N_ ("ID") },
    { NULL }
  };
  char **words;
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  words = *arguments + 1;
  status = check_words (invocation, words, take, keep);
  if (status != KEEL_EXIT_DONE)
    return status;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return run_action (invocation, words[0] != NULL ? words[0] : "show", words[0] != NULL ? words[1] : NULL,
                     take, keep);
}
