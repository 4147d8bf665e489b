#include "keel-command.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "content/keel-sentences.h"
#include "keel-json-output.h"

/* A person reads the first few; scripts get them all. */
#define MAX_SKIPPED_SHOWN 10

typedef struct
{
  char *program;
  char *timezone;
  char *list;
  char *formats;
  gboolean dry_run;
} ImportRequest;

static void
clear_request (ImportRequest *request)
{
  g_free (request->program);
  g_free (request->timezone);
  g_free (request->list);
  g_free (request->formats);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportRequest, clear_request)

static void
show_progress_cb (guint64 bytes, guint64 total, guint meetings, gpointer data)
{
  guint percent = total > 0 ? (guint) (MIN (bytes, total) * 100 / total) : 0;

  g_printerr ("\r\033[K");
  g_printerr (ngettext ("%'u meeting read", "%'u meetings read", meetings), meetings);
  /* Translators: how much of a file was read. */
  if (total > 0)
    g_printerr (_ (" (%u %%)"), percent);
}

static KeelExit
check_files (KeelInvocation *invocation, const ImportRequest *request, char **files)
{
  guint i;

  if (files[0] == NULL)
    return keel_invocation_refuse (invocation, "%s", _ ("Which file? Name at least one."));
  if (files[1] != NULL && request->list != NULL)
    return keel_invocation_refuse (
        invocation, "%s", _ ("--list names one list, so give one file. Import the others on their own."));
  for (i = 0; files[i] != NULL; i++)
    {
      if (g_ascii_strncasecmp (files[i], "http://", 7) == 0 ||
          g_ascii_strncasecmp (files[i], "https://", 8) == 0)
        return keel_invocation_refuse (invocation,
                                       _ ("“%s” is an address, and import reads files. "
                                          "Save what it shows as a file and give that."),
                                       files[i]);
    }
  return KEEL_EXIT_DONE;
}

static KeelExit
check_request (KeelInvocation *invocation, ImportRequest *request, char **files)
{
  KeelExit status = check_files (invocation, request, files);

  if (status == KEEL_EXIT_DONE && !keel_invocation_resolve_zone (invocation, &request->timezone))
    status = KEEL_EXIT_WRONG_USAGE;
  if (status == KEEL_EXIT_DONE && !keel_invocation_check_program (invocation, request->program))
    status = KEEL_EXIT_WRONG_USAGE;
  if (status == KEEL_EXIT_DONE && request->list != NULL && *g_strstrip (request->list) == '\0')
    status = keel_invocation_refuse (invocation, "%s", _ ("A list needs a name with at least one letter."));
  return status;
}

/* The formats stand in a file of their own, and what is wrong with it should not be said of the list. */
static gboolean
check_formats_file (GFile *formats, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (KeelRowSplitter) splitter = NULL;
  g_autoptr (GError) failure = NULL;
  const char *row, *array;
  gsize length;

  /* Opening a pipe would wait for whoever writes to it. */
  if (g_file_query_file_type (formats, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "This is no ordinary file");
      return FALSE;
    }
  stream = g_file_read (formats, NULL, error);
  if (stream == NULL)
    return FALSE;
  splitter = keel_row_splitter_new (G_INPUT_STREAM (stream));
  while (keel_row_splitter_next (splitter, &row, &length, &array, NULL, &failure))
    ;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
add_skipped (JsonBuilder *builder, const KeelSkippedRow *skipped)
{
  g_autofree char *reason = keel_sentence_for_skip (skipped);

  json_builder_begin_object (builder);
  keel_json_add_number (builder, "row", skipped->row);
  keel_json_add_text (builder, "name", skipped->name);
  keel_json_add_text (builder, "reason", reason);
  json_builder_end_object (builder);
}

static void
add_report (JsonBuilder *builder, const KeelImportReport *report)
{
  guint i;

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "source", report->source);
  keel_json_add_text (builder, "format", keel_feed_format_get_code (report->format));
  keel_json_add_text (builder, "list", report->list);
  keel_json_add_number (builder, "read", report->read);
  keel_json_add_number (builder, "added", report->added);
  keel_json_add_number (builder, "updated", report->updated);
  keel_json_add_number (builder, "unchanged", report->unchanged);
  keel_json_add_number (builder, "removed", report->removed);

  json_builder_set_member_name (builder, "skipped");
  json_builder_begin_array (builder);
  for (i = 0; i < report->skipped->len; i++)
    add_skipped (builder, g_ptr_array_index (report->skipped, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "notices");
  json_builder_begin_array (builder);
  for (i = 0; i < report->notices->len; i++)
    {
      g_autofree char *sentence = keel_sentence_for_notice (&g_array_index (report->notices, KeelNotice, i));

      json_builder_add_string_value (builder, sentence);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
count_rows (const KeelImportReport *report)
{
  GString *text = g_string_new (NULL);
  guint skipped = report->skipped->len;

  g_string_append_printf (text, ngettext ("%'u read", "%'u read", report->read), report->read);
  if (report->added > 0)
    g_string_append_printf (text, ngettext (", %'u added", ", %'u added", report->added), report->added);
  if (report->updated > 0)
    g_string_append_printf (text, ngettext (", %'u updated", ", %'u updated", report->updated),
                            report->updated);
  if (report->unchanged > 0)
    g_string_append_printf (text, ngettext (", %'u unchanged", ", %'u unchanged", report->unchanged),
                            report->unchanged);
  if (report->removed > 0)
    g_string_append_printf (text, ngettext (", %'u removed", ", %'u removed", report->removed),
                            report->removed);
  if (skipped > 0)
    g_string_append_printf (text, ngettext (", %'u skipped", ", %'u skipped", skipped), skipped);
  return g_string_free (text, FALSE);
}

static void
print_skipped (KeelInvocation *invocation, const KeelSkippedRow *skipped)
{
  g_autofree char *reason = keel_sentence_for_skip (skipped);

  if (skipped->name != NULL)
    /* Translators: a row of a list that was left out: its number, its name, why. */
    keel_invocation_print (invocation, _ ("  row %'u, %s: %s"), skipped->row, skipped->name, reason);
  else
    keel_invocation_print (invocation, _ ("  row %'u: %s"), skipped->row, reason);
}

static void
print_all_skipped (KeelInvocation *invocation, GPtrArray *skipped)
{
  guint shown = MIN (skipped->len, MAX_SKIPPED_SHOWN);
  guint rest = skipped->len - shown;
  guint i;

  if (skipped->len == 0)
    return;
  keel_invocation_print (invocation, "%s", _ ("Skipped:"));
  for (i = 0; i < shown; i++)
    print_skipped (invocation, g_ptr_array_index (skipped, i));
  if (rest > 0)
    keel_invocation_print (invocation,
                           ngettext ("  … and %'u more; --json shows all",
                                     "  … and %'u more; --json shows all", rest),
                           rest);
}

static void
print_report (KeelInvocation *invocation, const KeelImportReport *report, gboolean dry_run)
{
  g_autofree char *counts = count_rows (report);
  guint i;

  /* Translators: the name of a list, then "1,555 read, 1,541 added, 14 skipped". */
  keel_invocation_print (invocation, _ ("%s: %s"), report->list, counts);
  for (i = 0; i < report->notices->len; i++)
    {
      g_autofree char *sentence = keel_sentence_for_notice (&g_array_index (report->notices, KeelNotice, i));

      keel_invocation_print (invocation, "%s", sentence);
    }
  print_all_skipped (invocation, report->skipped);
  if (dry_run)
    keel_invocation_print (invocation, "%s", _ ("This was a trial: nothing was kept."));
}

static void
tell_vanished (KeelInvocation *invocation, GPtrArray *vanished)
{
  guint i;

  for (i = 0; i < vanished->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (vanished, i);

      keel_invocation_tell (invocation,
                            _ ("“%s”, which you follow, is no longer in its list. It stays in your calendar; "
                               "ask whether it still takes place."),
                            series->meeting->name);
    }
}

static KeelImportReport *
import_file (KeelInvocation *invocation, const ImportRequest *request, GFile *file, GFile *formats,
             GError **error)
{
  g_autoptr (GPtrArray) vanished = g_ptr_array_new_with_free_func (g_object_unref);
  KeelImportOptions options = {
    .list = request->list,
    .program = request->program,
    .timezone = request->timezone,
    .formats = formats,
    .types = keel_content_get_types (keel_invocation_get_content (invocation)),
    .dry_run = request->dry_run,
    .now = keel_invocation_get_now (invocation),
  };
  gboolean on_terminal = isatty (STDERR_FILENO);
  KeelImportReport *report;

  report = keel_profile_import (invocation->profile, file, &options, on_terminal ? show_progress_cb : NULL,
                                NULL, vanished, NULL, error);
  if (on_terminal)
    g_printerr ("\r\033[K");
  if (report != NULL)
    tell_vanished (invocation, vanished);
  return report;
}

/* NULL after an error, which was then told. */
static KeelImportReport *
import_argument (KeelInvocation *invocation, const ImportRequest *request, const char *argument)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autoptr (GFile) formats = request->formats ? g_file_new_for_commandline_arg (request->formats) : NULL;
  g_autoptr (GError) error = NULL;
  KeelImportReport *report;

  if (formats != NULL && !check_formats_file (formats, &error))
    {
      keel_invocation_fail (invocation, error, request->formats);
      return NULL;
    }
  report = import_file (invocation, request, file, formats, &error);
  if (report == NULL)
    {
      g_autofree char *name = g_filename_display_basename (argument);

      keel_invocation_fail (invocation, error, name);
    }
  return report;
}

/* One file that cannot be read does not cost the others. */
static KeelExit
import_all (KeelInvocation *invocation, const ImportRequest *request, char **files)
{
  gboolean several = files[1] != NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  KeelExit status = KEEL_EXIT_DONE;
  guint done = 0;
  guint i;

  if (several)
    json_builder_begin_array (builder);
  for (i = 0; files[i] != NULL; i++)
    {
      g_autoptr (KeelImportReport) report = import_argument (invocation, request, files[i]);

      if (report == NULL)
        {
          status = KEEL_EXIT_COULD_NOT;
          continue;
        }
      done++;
      if (invocation->json)
        add_report (builder, report);
      else
        print_report (invocation, report, request->dry_run);
    }
  if (several)
    json_builder_end_array (builder);

  if (invocation->json && done > 0)
    keel_json_print (builder);
  return status;
}

KeelExit
keel_import_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (ImportRequest) request = { 0 };
  const GOptionEntry entries[] = {
    { "program", 0, 0, G_OPTION_ARG_STRING, &request.program, N_ ("Whose list it is, for example “na”"),
      N_ ("CODE") },
    { "timezone", 0, 0, G_OPTION_ARG_STRING, &request.timezone, N_ ("The zone of meetings that name none"),
      N_ ("ZONE") },
    { "list", 0, 0, G_OPTION_ARG_STRING, &request.list, N_ ("What to call the list"), N_ ("NAME") },
    { "formats", 0, 0, G_OPTION_ARG_FILENAME, &request.formats, N_ ("The formats that go with a BMLT list"),
      N_ ("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &request.dry_run, N_ ("Read and count, keep nothing"), NULL },
    { NULL }
  };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  status = check_request (invocation, &request, *arguments + 1);
  if (status != KEEL_EXIT_DONE)
    return status;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return import_all (invocation, &request, *arguments + 1);
}
