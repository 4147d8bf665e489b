#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "store/keel-fetch.h"

#include "keel-import-answer.h"
#include "keel-json-output.h"

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

static KeelExit
check_files (KeelInvocation *invocation, const ImportRequest *request, char **files)
{
  if (files[0] == NULL)
    return keel_invocation_refuse (invocation, "%s", _ ("Which file or address? Name at least one."));
  if (files[1] != NULL && request->list != NULL)
    return keel_invocation_refuse (
        invocation, "%s", _ ("--list names one list, so give one file. Import the others on their own."));
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

static KeelImportReport *
import_file (KeelInvocation *invocation, const ImportRequest *request, GFile *file, GFile *formats,
             GError **error)
{
  const KeelImportOptions options = {
    .list = request->list,
    .program = request->program,
    .timezone = request->timezone,
    .formats = formats,
    .types = keel_content_get_types (keel_invocation_get_content (invocation)),
    .dry_run = request->dry_run,
    .now = keel_invocation_get_now (invocation),
  };

  return keel_import_answer_run (invocation, file, &options, error);
}

/* NULL with @error where it is an address that may not be fetched. */
static GFile *
find_file (const char *argument, GError **error)
{
  g_autofree char *address = NULL;

  if (!keel_fetch_is_address (argument))
    return g_file_new_for_commandline_arg (argument);
  address = keel_fetch_check_address (argument, error);
  return address != NULL ? g_file_new_for_uri (address) : NULL;
}

static char *
name_argument (const char *argument)
{
  return keel_fetch_is_address (argument) ? g_strdup (argument) : g_filename_display_basename (argument);
}

/* NULL after an error, which was then told. */
static KeelImportReport *
import_argument (KeelInvocation *invocation, const ImportRequest *request, const char *argument)
{
  g_autoptr (GFile) formats = request->formats ? g_file_new_for_commandline_arg (request->formats) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  KeelImportReport *report = NULL;

  if (formats != NULL && !check_formats_file (formats, &error))
    {
      keel_invocation_fail (invocation, error, request->formats);
      return NULL;
    }
  file = find_file (argument, &error);
  if (file != NULL)
    report = import_file (invocation, request, file, formats, &error);
  if (report == NULL)
    {
      g_autofree char *name = name_argument (argument);

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
        keel_import_answer_add (builder, report);
      else
        keel_import_answer_print (invocation, report, request->dry_run);
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
