#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "core/keel-attendance-csv.h"
#include "core/keel-ical-writer.h"
#include "core/keel-series-csv.h"
#include "keel-export-document.h"
#include "keel-json-output.h"

typedef enum
{
  EXPORT_MEETINGS = 1 << 0,
  EXPORT_ATTENDANCE = 1 << 1,
} ExportParts;

static const struct
{
  const char *word;
  ExportParts parts;
} choices[] = {
  { "meetings", EXPORT_MEETINGS },
  { "calendar", EXPORT_MEETINGS }, /* what a calendar is made of */
  { "attendance", EXPORT_ATTENDANCE },
  { "all", EXPORT_MEETINGS | EXPORT_ATTENDANCE },
};

typedef enum
{
  FORMAT_NONE,
  FORMAT_CALENDAR,
  FORMAT_TABLE,
  FORMAT_DOCUMENT,
} Format;

static const struct
{
  const char *ending;
  Format format;
} formats[] = {
  { ".ics", FORMAT_CALENDAR },
  { ".csv", FORMAT_TABLE },
  { ".json", FORMAT_DOCUMENT },
};

typedef struct
{
  const char *path;
  Format format;
  ExportParts parts;
  const char *discreet_title; /* nullable */
} ExportRequest;

/* By the end of the file's name; FORMAT_NONE where it says nothing. */
static Format
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      return formats[i].format;
  return FORMAT_NONE;
}

/* 0 where @what is none of them. */
static ExportParts
find_parts (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (what == NULL || g_str_equal (what, choices[i].word))
      return choices[i].parts;
  return 0;
}

static GBytes *
write_file (KeelInvocation *invocation, const ExportRequest *request, GPtrArray *series,
            GPtrArray *attendance)
{
  const KeelIcalWriterOptions options = { .stamp = keel_invocation_get_now (invocation),
                                          .discreet_title = request->discreet_title };
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);

  if (request->format == FORMAT_DOCUMENT)
    return keel_export_document_write (series, attendance, request->discreet_title);
  if (request->format == FORMAT_CALENDAR)
    return keel_ical_write (series, &options);
  if (attendance != NULL)
    return keel_attendance_write_csv (attendance, zone, request->discreet_title);
  return keel_series_write_csv (series, request->discreet_title);
}

static void
tell_count (KeelInvocation *invocation, const ExportRequest *request, guint count)
{
  if (request->parts == EXPORT_MEETINGS)
    /* Translators: %1$u is a number, %2$s the name of a file. */
    keel_invocation_print (invocation,
                           ngettext ("%1$u meeting or appointment is now in %2$s.",
                                     "%1$u meetings and appointments are now in %2$s.", count),
                           count, request->path);
  else
    /* Translators: %1$u is a number, %2$s the name of a file. */
    keel_invocation_print (invocation,
                           ngettext ("%1$u entry is now in %2$s.", "%1$u entries are now in %2$s.", count),
                           count, request->path);
}

static void
answer (KeelInvocation *invocation, const ExportRequest *request, guint count)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (invocation->json)
    {
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      keel_json_add_text (builder, "file", request->path);
      keel_json_add_number (builder, "written", count);
      json_builder_end_object (builder);
      keel_json_print (builder);
    }
  else
    {
      tell_count (invocation, request, count);
    }
  if (request->discreet_title == NULL)
    keel_invocation_tell (invocation, "%s",
                          request->parts == EXPORT_MEETINGS
                              ? _ ("Whoever can open this file can read their names and places. "
                                   "With --discreet, these are left out.")
                              : _ ("Whoever can open this file can read names and what you wrote. "
                                   "With --discreet, these are left out."));
}

static KeelExit
save (KeelInvocation *invocation, const ExportRequest *request, GPtrArray *series, GPtrArray *attendance)
{
  guint count = (series != NULL ? series->len : 0) + (attendance != NULL ? attendance->len : 0);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (count == 0)
    return keel_invocation_give_up (invocation, "%s",
                                    request->parts == EXPORT_ATTENDANCE
                                        ? _ ("You have not noted yet how a meeting was, "
                                             "so there is nothing to write.")
                                        : _ ("You follow no meeting yet, so there is nothing to write."));
  bytes = write_file (invocation, request, series, attendance);
  if (!g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    return keel_invocation_fail (invocation, error, request->path);
  answer (invocation, request, count);
  return KEEL_EXIT_DONE;
}

static KeelExit
run_export (KeelInvocation *invocation, const ExportRequest *request)
{
  KeelJournal *journal = keel_profile_get_journal (invocation->profile);
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (GPtrArray) attendance = NULL;
  g_autoptr (GError) error = NULL;

  if ((request->parts & EXPORT_MEETINGS) != 0)
    series = keel_journal_get_series (journal, &error);
  if (error == NULL && (request->parts & EXPORT_ATTENDANCE) != 0)
    attendance = keel_journal_get_attendance (journal, G_MININT64, G_MAXINT64, &error);
  if (error != NULL)
    return keel_invocation_fail (invocation, error, NULL);
  return save (invocation, request, series, attendance);
}

/* Whether such a file can hold that; says so where it cannot. */
static gboolean
check_request (KeelInvocation *invocation, const ExportRequest *request, const char *what)
{
  if (request->parts == 0)
    keel_invocation_refuse (invocation, _ ("--what takes meetings, attendance or all, not “%s”."), what);
  else if (request->format == FORMAT_NONE)
    keel_invocation_refuse (invocation, _ ("Give “%s” the ending .ics (calendar), .csv (table) or .json."),
                            request->path);
  else if (request->format == FORMAT_CALENDAR && request->parts != EXPORT_MEETINGS)
    keel_invocation_refuse (invocation, "%s",
                            _ ("A calendar cannot hold how meetings were. Write a file with the ending .csv "
                               "or .json."));
  else if (request->format == FORMAT_TABLE && request->parts == (EXPORT_MEETINGS | EXPORT_ATTENDANCE))
    keel_invocation_refuse (invocation, "%s",
                            _ ("A table holds one thing: meetings or attendance. For both, write a file with "
                               "the ending .json."));
  else
    return TRUE;
  return FALSE;
}

KeelExit
keel_export_command_run (KeelInvocation *invocation, char ***arguments)
{
  ExportRequest request = { 0 };
  g_autofree char *what = NULL;
  gboolean discreet = FALSE;
  const GOptionEntry entries[] = { { "what", 0, 0, G_OPTION_ARG_STRING, &what,
                                     N_ ("What to write: meetings, attendance or all"), N_ ("WHAT") },
                                   { "discreet", 0, 0, G_OPTION_ARG_NONE, &discreet,
                                     N_ ("Leave names, places and links out"), NULL },
                                   { NULL } };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  if (g_strv_length (*arguments) != 2)
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("Where to? export takes one file, such as meetings.ics."));
  request.path = (*arguments)[1];
  request.format = find_format (request.path);
  request.parts = find_parts (what);
  /* Translators: what every entry of a calendar is called that others may see. It says nothing. */
  request.discreet_title = discreet ? C_ ("calendar", "Appointment") : NULL;
  if (!check_request (invocation, &request, what))
    return invocation->status;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return run_export (invocation, &request);
}
