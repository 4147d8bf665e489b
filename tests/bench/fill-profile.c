/* usage: fill-profile DATA_DIR MEETINGS: a profile with a list of so many meetings, of which twenty are
 * followed, and ten years of days. */
#include <stdlib.h>

#include <glib/gstdio.h>

#include "keel-invented-meetings.h"
#include "keel-ten-years.h"
#include "store/keel-journal-programs.h"
#include "store/keel-profile.h"
#include "store/keel-system-clock.h"

#define N_FOLLOWED 20

static void
must (gboolean success, GError *error)
{
  if (!success)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static void
import (KeelProfile *profile, KeelContent *content, const char *path, guint n, gint64 now)
{
  const KeelImportOptions options = {
    .list = "Everywhere", .program = "na", .types = keel_content_get_types (content), .now = now
  };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;
  g_autoptr (KeelImportReport) report = NULL;

  keel_invented_meetings_write (path, n);
  report = keel_profile_import (profile, file, &options, NULL, NULL, NULL, NULL, &error);
  must (report != NULL, error);
  g_unlink (path);
}

static void
follow (KeelProfile *profile, gint64 now)
{
  const KeelMeetingQuery query = { .limit = 40 * N_FOLLOWED };
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GError *error = NULL;
  KeelMeetingIndex *index = keel_profile_get_index (profile, &error);
  g_autoptr (KeelMeetingResults) results = NULL;
  guint n = 0;

  must (index != NULL, error);
  results = keel_meeting_index_search (index, &query, now, zone, &error);
  must (results != NULL, error);
  for (guint i = 0; i < results->matches->len && n < N_FOLLOWED; i += 20)
    {
      const KeelMatch *match = results->matches->pdata[i];
      g_autoptr (KeelSeries) series = keel_profile_follow (profile, match->meeting->id, NULL, &error);

      must (series != NULL, error);
      n++;
    }
}

int
main (int argc, char **argv)
{
  const char *const programs[] = { "na", "smart", NULL };
  g_autoptr (KeelClock) clock = keel_system_clock_new ();
  g_autoptr (KeelContent) content = keel_content_new ();
  g_autoptr (KeelProfile) profile = NULL;
  g_autofree char *list = NULL;
  GError *error = NULL;

  if (argc != 3)
    return 2;
  list = g_build_filename (argv[1], "list.json", NULL);
  profile = keel_profile_open (argv[1], NULL, NULL, clock, &error);
  must (profile != NULL, error);
  import (profile, content, list, (guint) atoi (argv[2]), keel_clock_get_now (clock));
  follow (profile, keel_clock_get_now (clock));
  must (keel_journal_choose_programs (keel_profile_get_journal (profile), programs, &error), error);
  keel_ten_years_fill (keel_profile_get_journal (profile), content);
  must (keel_profile_project (profile, &error), error);
  return 0;
}
