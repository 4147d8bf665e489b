#include "keel-ical-reader.h"

#include <string.h>

#include "keel-feed-context.h"
#include "keel-ical-index.h"
#include "keel-ical-meeting.h"
#include "keel-ical-schedule.h"

/* Events with one UID that are held at once; the first date and some thousand changed ones. */
#define MAX_GROUP 12000

struct _KeelIcalReader
{
  GObject parent_instance;

  KeelIcalIndex *index;
  KeelIcalZones *zones;
  KeelFeedContext context;
  gboolean has_context;
  gint64 now;
  guint next;           /* in the events of the index */
  GPtrArray *masters;   /* of KeelIcalEvent: what is left of the group that was read last */
  GPtrArray *overrides; /* of KeelIcalEvent, of the first of these alone */
  guint row;            /* of the group */
  GHashTable *hashes;   /* slugs of events without UID → how many */
  GArray *notices;
};

G_DEFINE_FINAL_TYPE (KeelIcalReader, keel_ical_reader, G_TYPE_OBJECT)

static void
keel_ical_reader_finalize (GObject *object)
{
  KeelIcalReader *self = KEEL_ICAL_READER (object);

  g_clear_pointer (&self->zones, keel_ical_zones_free);
  g_clear_pointer (&self->index, keel_ical_index_free);
  if (self->has_context)
    keel_feed_context_clear (&self->context);
  g_ptr_array_unref (self->masters);
  g_ptr_array_unref (self->overrides);
  g_hash_table_unref (self->hashes);
  g_clear_pointer (&self->notices, g_array_unref);
  G_OBJECT_CLASS (keel_ical_reader_parent_class)->finalize (object);
}

static void
keel_ical_reader_class_init (KeelIcalReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_ical_reader_finalize;
}

static void
keel_ical_reader_init (KeelIcalReader *self)
{
  self->masters = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_ical_event_free);
  self->overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_ical_event_free);
  self->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

KeelIcalReader *
keel_ical_reader_new (GBytes *bytes, const KeelIcalOptions *options, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (KeelIcalReader) self = NULL;
  const KeelFeedOptions feed_options = { .program = options->program, .timezone = options->timezone };

  g_return_val_if_fail (bytes != NULL && options != NULL, NULL);

  self = g_object_new (KEEL_TYPE_ICAL_READER, NULL);
  self->now = options->now;
  if (!keel_feed_context_init (&self->context, &feed_options, error))
    {
      keel_feed_context_clear (&self->context);
      return NULL;
    }
  self->has_context = TRUE;
  if (g_bytes_get_size (bytes) > KEEL_MAX_FILE_SIZE)
    {
      g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_TOO_LARGE,
                           "The calendar is larger than 256 MB");
      return NULL;
    }
  self->index = keel_ical_index_new (bytes, cancellable, error);
  if (self->index == NULL)
    return NULL;
  if (self->index->events->len == 0)
    {
      g_set_error_literal (error, KEEL_FEED_ERROR, KEEL_FEED_ERROR_EMPTY_LIST,
                           "The calendar has no event in it");
      return NULL;
    }
  self->zones = keel_ical_zones_new (self->index, self->context.timezone, options->now);
  return g_steal_pointer (&self);
}

/* --- Groups --- */

static const KeelIcalSpan *
get_span (const KeelIcalReader *self, guint place)
{
  return &g_array_index (self->index->events, KeelIcalSpan, place);
}

static int
compare_starts_cb (gconstpointer a, gconstpointer b)
{
  const KeelIcalEvent *one = *(KeelIcalEvent *const *) a;
  const KeelIcalEvent *other = *(KeelIcalEvent *const *) b;

  if (one->is_segment != other->is_segment)
    return one->is_segment ? 1 : -1;
  return (one->start.local > other->start.local) - (one->start.local < other->start.local);
}

static int
compare_ids_cb (gconstpointer a, gconstpointer b)
{
  const KeelIcalEvent *one = *(KeelIcalEvent *const *) a;
  const KeelIcalEvent *other = *(KeelIcalEvent *const *) b;

  return (one->id.local > other->id.local) - (one->id.local < other->id.local);
}

/* Of several editions of an event the newest counts; the same one twice is one. */
static void
drop_old_editions (GPtrArray *masters)
{
  gint64 newest = G_MININT64;

  for (guint i = 0; i < masters->len; i++)
    newest = MAX (newest, ((KeelIcalEvent *) masters->pdata[i])->sequence);
  for (guint i = masters->len; i > 0; i--)
    {
      KeelIcalEvent *event = masters->pdata[i - 1];
      KeelIcalEvent *before = i > 1 ? masters->pdata[i - 2] : NULL;

      if ((event->sequence < newest && !event->is_segment) ||
          (before != NULL && event->has_start && before->has_start && !event->is_segment &&
           event->start.local == before->start.local && g_strcmp0 (event->rule, before->rule) == 0 &&
           g_strcmp0 (event->summary, before->summary) == 0))
        g_ptr_array_remove_index (masters, i - 1);
    }
}

/* Changed dates of a series that is not in the file stand for themselves. */
static void
promote_orphans (KeelIcalReader *self)
{
  while (self->overrides->len > 0)
    {
      KeelIcalEvent *event = g_ptr_array_steal_index (self->overrides, 0);

      event->has_id = event->and_future = FALSE;
      g_ptr_array_add (self->masters, event);
    }
}

static void
read_group (KeelIcalReader *self)
{
  guint64 group = get_span (self, self->next)->group;
  guint count = 0;

  g_ptr_array_set_size (self->overrides, 0);
  self->row = self->next + 1;
  for (; self->next < self->index->events->len && get_span (self, self->next)->group == group &&
         count < MAX_GROUP;
       count++, self->next++)
    {
      const KeelIcalSpan *span = get_span (self, self->next);
      KeelIcalEvent *event = keel_ical_event_read (keel_ical_index_get_text (self->index, span), span->length,
                                                   self->zones);

      g_ptr_array_add (event->has_id ? self->overrides : self->masters, event);
    }
  if (self->masters->len == 0)
    promote_orphans (self);
  g_ptr_array_sort (self->masters, compare_starts_cb);
  g_ptr_array_sort (self->overrides, compare_ids_cb);
  drop_old_editions (self->masters);
}

/* Takes the first of the masters, and all when the others are its later segments. */
static GPtrArray *
take_masters (KeelIcalReader *self)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_ical_event_free);

  do
    g_ptr_array_add (taken, g_ptr_array_steal_index (self->masters, 0));
  while (self->masters->len > 0 && ((KeelIcalEvent *) self->masters->pdata[0])->is_segment);
  return taken;
}

/* --- One series --- */

static KeelSkippedRow *
skip (const KeelIcalReader *self, KeelSkipReason reason, const KeelIcalEvent *event, const char *detail)
{
  g_autofree char *name = event->summary != NULL ? keel_feed_clean (event->summary, FALSE) : NULL;
  g_autofree char *clean = detail != NULL ? keel_feed_clean (detail, FALSE) : NULL;
  KeelSkippedRow *skipped = keel_feed_skip (reason, name, clean);

  skipped->row = self->row;
  return skipped;
}

/* Two events without UID that say the same are told apart by their order. */
static void
claim_slug (KeelIcalReader *self, KeelMeeting *meeting)
{
  gpointer count = g_hash_table_lookup (self->hashes, meeting->slug);

  g_hash_table_insert (self->hashes, g_strdup (meeting->slug),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
  if (count != NULL)
    {
      g_autofree char *slug = g_steal_pointer (&meeting->slug);

      keel_feed_context_note (&self->context, KEEL_NOTICE_DUPLICATE_SLUG, slug);
      meeting->slug = g_strdup_printf ("%s-%u", slug, GPOINTER_TO_UINT (count));
    }
}

/* FALSE when the series never comes again. One that goes on just now still counts. */
static gboolean
find_next_date (const KeelIcalReader *self, KeelSchedule *schedule, KeelOccurrence *occurrence)
{
  g_autoptr (GTimeZone) person = self->context.timezone != NULL ? keel_zone_open (self->context.timezone)
                                                                : NULL;
  gint64 after = self->now - (gint64) keel_schedule_get_duration (schedule) * 60 - 1;

  return keel_schedule_next (schedule, after, person, occurrence);
}

/* All of a day, also as people write it who have no all-day events: 00:00 to 23:59. */
static gboolean
is_all_day (const KeelIcalEvent *event, guint duration)
{
  return event->start.is_date || (keel_local_time_get_minute (event->start.local) == 0 &&
                                  (duration == KEEL_MINUTES_PER_DAY - 1 || duration == KEEL_MINUTES_PER_DAY));
}

static void
set_times (KeelIcalReader *self, KeelMeeting *meeting, const KeelIcalEvent *event, KeelLocalTime next)
{
  gboolean assumed, past_midnight;
  guint duration = keel_ical_event_get_duration (event, self->zones, &assumed, &past_midnight);

  meeting->day = keel_local_time_get_weekday (next);
  meeting->minute = keel_local_time_get_minute (next);
  meeting->duration = assumed ? 0 : (int) duration;
  meeting->any_time = is_all_day (event, duration);
  if (assumed)
    keel_feed_context_note (&self->context, KEEL_NOTICE_DURATION_ASSUMED, NULL);
  if (past_midnight)
    keel_feed_context_note (&self->context, KEEL_NOTICE_PAST_MIDNIGHT, NULL);
}

static KeelSkippedRow *
read_series (KeelIcalReader *self, GPtrArray *masters, GPtrArray *all_series)
{
  const KeelIcalEvent *first = masters->pdata[0];
  const KeelIcalEvent *last = masters->pdata[masters->len - 1];
  g_autoptr (KeelSchedule) schedule = NULL;
  g_autoptr (KeelMeeting) meeting = NULL;
  g_autofree char *detail = NULL;
  KeelSkipReason reason;
  KeelOccurrence next;
  KeelSeries *series;

  if (!first->has_start)
    return skip (self, KEEL_SKIP_BAD_TIME, first, first->start_text);
  if (first->is_cancelled)
    return skip (self, KEEL_SKIP_CANCELLED, first, NULL);
  schedule = keel_ical_schedule_new (masters, self->overrides, self->zones, &reason, &detail);
  if (schedule == NULL)
    return skip (self, reason, first, detail);
  if (!find_next_date (self, schedule, &next))
    return skip (self, KEEL_SKIP_OVER, first, NULL);
  meeting = keel_ical_meeting_new (last, &self->context);
  if (meeting == NULL)
    return skip (self, KEEL_SKIP_NO_NAME, first, NULL);
  set_times (self, meeting, last, next.local_start);
  claim_slug (self, meeting);
  series = keel_series_new (KEEL_SERIES_MEETING, meeting, schedule);
  keel_series_set_leads (series, last->leads);
  g_ptr_array_add (all_series, series);
  return NULL;
}

gboolean
keel_ical_reader_next (KeelIcalReader *self, GPtrArray *series, KeelSkippedRow **skipped,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) masters = NULL;

  g_return_val_if_fail (KEEL_IS_ICAL_READER (self), FALSE);
  g_return_val_if_fail (series != NULL && skipped != NULL, FALSE);

  *skipped = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->masters->len == 0)
    {
      if (self->next >= self->index->events->len)
        return FALSE;
      read_group (self);
    }
  masters = take_masters (self);
  *skipped = read_series (self, masters, series);
  g_ptr_array_set_size (self->overrides, 0);
  return TRUE;
}

guint
keel_ical_reader_get_rows (KeelIcalReader *self)
{
  g_return_val_if_fail (KEEL_IS_ICAL_READER (self), 0);

  return self->next;
}

guint64
keel_ical_reader_get_size (KeelIcalReader *self)
{
  g_return_val_if_fail (KEEL_IS_ICAL_READER (self), 0);

  return self->index->events->len;
}

const GArray *
keel_ical_reader_get_notices (KeelIcalReader *self)
{
  g_return_val_if_fail (KEEL_IS_ICAL_READER (self), NULL);

  g_clear_pointer (&self->notices, g_array_unref);
  self->notices = g_array_new (FALSE, FALSE, sizeof (KeelNotice));
  for (guint i = 0; i < KEEL_NOTICE_LAST; i++)
    if (self->context.notices[i].count > 0)
      g_array_append_val (self->notices, self->context.notices[i]);
  return self->notices;
}
