#include "keel-series.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (KeelSeries, keel_series, G_TYPE_OBJECT)

static void
keel_series_finalize (GObject *object)
{
  KeelSeries *self = KEEL_SERIES (object);

  g_free (self->uuid);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->schedule, keel_schedule_unref);
  g_array_unref (self->leads);
  G_OBJECT_CLASS (keel_series_parent_class)->finalize (object);
}

static void
keel_series_class_init (KeelSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_series_finalize;
}

static void
keel_series_init (KeelSeries *self)
{
  self->leads = g_array_new (FALSE, FALSE, sizeof (int));
}

/* Takes references on @meeting and @schedule; has no UUID and no lead times yet. */
KeelSeries *
keel_series_new (KeelSeriesKind kind, KeelMeeting *meeting, KeelSchedule *schedule)
{
  KeelSeries *self;

  g_return_val_if_fail (KEEL_IS_MEETING (meeting), NULL);
  g_return_val_if_fail (schedule != NULL, NULL);

  self = g_object_new (KEEL_TYPE_SERIES, NULL);
  self->kind = kind;
  self->meeting = g_object_ref (meeting);
  self->schedule = keel_schedule_ref (schedule);
  return self;
}

static int
compare_leads_cb (gconstpointer a, gconstpointer b)
{
  int first = *(const int *) a;
  int second = *(const int *) b;

  return (first > second) - (first < second);
}

void
keel_series_set_leads (KeelSeries *self, const GArray *leads)
{
  g_return_if_fail (KEEL_IS_SERIES (self));
  g_return_if_fail (leads != NULL);

  g_array_set_size (self->leads, 0);
  g_array_append_vals (self->leads, leads->data, leads->len);
  g_array_sort (self->leads, compare_leads_cb);
  for (guint i = self->leads->len; i > 1; i--)
    if (g_array_index (self->leads, int, i - 1) == g_array_index (self->leads, int, i - 2))
      g_array_remove_index (self->leads, i - 1);
}

static gboolean
equal_texts (KeelMeeting *a, KeelMeeting *b)
{
  static const gsize offsets[] = {
    G_STRUCT_OFFSET (KeelMeeting, id),       G_STRUCT_OFFSET (KeelMeeting, list),
    G_STRUCT_OFFSET (KeelMeeting, slug),     G_STRUCT_OFFSET (KeelMeeting, name),
    G_STRUCT_OFFSET (KeelMeeting, program),  G_STRUCT_OFFSET (KeelMeeting, timezone),
    G_STRUCT_OFFSET (KeelMeeting, location), G_STRUCT_OFFSET (KeelMeeting, address),
    G_STRUCT_OFFSET (KeelMeeting, region),   G_STRUCT_OFFSET (KeelMeeting, group),
    G_STRUCT_OFFSET (KeelMeeting, notes),    G_STRUCT_OFFSET (KeelMeeting, conference_url),
    G_STRUCT_OFFSET (KeelMeeting, phone),    G_STRUCT_OFFSET (KeelMeeting, conference_notes),
    G_STRUCT_OFFSET (KeelMeeting, url),
  };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    if (g_strcmp0 (G_STRUCT_MEMBER (char *, a, offsets[i]), G_STRUCT_MEMBER (char *, b, offsets[i])) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
equal_meetings (KeelMeeting *a, KeelMeeting *b)
{
  return a == b ||
         (equal_texts (a, b) && a->day == b->day && a->minute == b->minute && a->duration == b->duration &&
          a->any_time == b->any_time && a->venue == b->venue && a->admission == b->admission &&
          a->updated == b->updated && a->has_position == b->has_position &&
          (!a->has_position || (a->latitude == b->latitude && a->longitude == b->longitude)) &&
          g_strv_equal ((const char *const *) a->types, (const char *const *) b->types) &&
          g_strv_equal ((const char *const *) a->type_names, (const char *const *) b->type_names));
}

gboolean
keel_series_equal (KeelSeries *a, KeelSeries *b)
{
  g_return_val_if_fail (KEEL_IS_SERIES (a) && KEEL_IS_SERIES (b), FALSE);

  return a == b ||
         (g_strcmp0 (a->uuid, b->uuid) == 0 && a->kind == b->kind && a->vanished_at == b->vanished_at &&
          a->open_reminder == b->open_reminder && a->leads->len == b->leads->len &&
          (a->leads->len == 0 ||
           memcmp (a->leads->data, b->leads->data, a->leads->len * sizeof (int)) == 0) &&
          keel_schedule_equal (a->schedule, b->schedule) && equal_meetings (a->meeting, b->meeting));
}
