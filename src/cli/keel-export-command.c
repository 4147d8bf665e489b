#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "core/keel-ical-writer.h"
#include "core/keel-series-csv.h"
#include "keel-json-output.h"

typedef GBytes *(*WriteFunc) (GPtrArray *series, const char *discreet_title, gint64 now);

static GBytes *
write_calendar (GPtrArray *series, const char *discreet_title, gint64 now)
{
  const KeelIcalWriterOptions options = { .stamp = now, .discreet_title = discreet_title };

  return keel_ical_write (series, &options);
}

static GBytes *
write_table (GPtrArray *series, const char *discreet_title, gint64 now)
{
  return keel_series_write_csv (series, discreet_title);
}

static void
add_places (JsonBuilder *builder, KeelMeeting *meeting)
{
  keel_json_add_text (builder, "program", meeting->program);
  keel_json_add_text (builder, "location", meeting->location);
  keel_json_add_text (builder, "address", meeting->address);
  keel_json_add_text (builder, "link", meeting->conference_url);
  keel_json_add_text (builder, "phone", meeting->phone);
  keel_json_add_text (builder, "url", meeting->url);
  keel_json_add_text (builder, "notes", meeting->notes);
}

static void
add_series (JsonBuilder *builder, KeelSeries *series, const char *discreet_title)
{
  KeelSchedule *schedule = series->schedule;
  g_autofree char *rule = keel_schedule_get_rule (schedule);

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", series->uuid);
  keel_json_add_text (builder, "name", discreet_title != NULL ? discreet_title : series->meeting->name);
  keel_json_add_local (builder, "start", keel_schedule_get_last_start (schedule));
  keel_json_add_text (builder, "timezone", keel_schedule_get_zone (schedule));
  keel_json_add_number (builder, "duration", keel_schedule_get_duration (schedule));
  keel_json_add_text (builder, "rrule", rule);
  json_builder_set_member_name (builder, "leads");
  json_builder_begin_array (builder);
  for (guint i = 0; i < series->leads->len; i++)
    json_builder_add_int_value (builder, g_array_index (series->leads, int, i));
  json_builder_end_array (builder);
  if (discreet_title == NULL)
    {
      keel_json_add_text (builder, "kind", keel_series_kind_words[series->kind]);
      add_places (builder, series->meeting);
    }
  json_builder_end_object (builder);
}

static GBytes *
write_document (GPtrArray *series, const char *discreet_title, gint64 now)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;
  gsize length;

  json_builder_begin_array (builder);
  for (guint i = 0; i < series->len; i++)
    add_series (builder, series->pdata[i], discreet_title);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

static const struct
{
  const char *ending;
  WriteFunc write;
} formats[] = {
  { ".ics", write_calendar },
  { ".csv", write_table },
  { ".json", write_document },
};

/* By the end of the file's name; NULL where it says nothing. */
static WriteFunc
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      return formats[i].write;
  return NULL;
}

static void
answer (KeelInvocation *invocation, const char *path, guint count, gboolean discreet)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (invocation->json)
    {
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      keel_json_add_text (builder, "file", path);
      keel_json_add_number (builder, "written", count);
      json_builder_end_object (builder);
      keel_json_print (builder);
    }
  else
    /* Translators: %1$u is a number, %2$s the name of a file. */
    keel_invocation_print (invocation,
                           ngettext ("%1$u meeting or appointment is now in %2$s.",
                                     "%1$u meetings and appointments are now in %2$s.", count),
                           count, path);
  if (!discreet)
    keel_invocation_tell (invocation, "%s",
                          _ ("Whoever can open this file can read their names and places. "
                             "With --discreet, these are left out."));
}

static KeelExit
export_series (KeelInvocation *invocation, const char *path, gboolean discreet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) series = keel_journal_get_series (keel_profile_get_journal (invocation->profile),
                                                          &error);
  g_autoptr (GBytes) bytes = NULL;
  /* Translators: what every entry of a calendar is called that others may see. It says nothing. */
  const char *title = discreet ? C_ ("calendar", "Appointment") : NULL;

  if (series == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  if (series->len == 0)
    return keel_invocation_give_up (invocation, "%s",
                                    _ ("You follow no meeting yet, so there is nothing to write."));
  bytes = find_format (path) (series, title, keel_invocation_get_now (invocation));
  if (!g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    return keel_invocation_fail (invocation, error, path);
  answer (invocation, path, series->len, discreet);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_export_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *what = NULL;
  gboolean discreet = FALSE;
  const GOptionEntry entries[] = {
    { "what", 0, 0, G_OPTION_ARG_STRING, &what, N_ ("What to write: meetings"), N_ ("WHAT") },
    { "discreet", 0, 0, G_OPTION_ARG_NONE, &discreet, N_ ("Leave names, places and links out"), NULL },
    { NULL }
  };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  if (g_strv_length (*arguments) != 2)
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("Where to? export takes one file, such as meetings.ics."));
  if (what != NULL && !g_str_equal (what, "meetings"))
    return keel_invocation_refuse (invocation, _ ("--what takes “meetings”, not “%s”."), what);
  if (find_format ((*arguments)[1]) == NULL)
    return keel_invocation_refuse (invocation,
                                   _ ("Give “%s” the ending .ics (calendar), .csv (table) or .json."),
                                   (*arguments)[1]);
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  return export_series (invocation, (*arguments)[1], discreet);
}
