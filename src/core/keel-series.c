#include "keel-series.h"

#include <string.h>

const char *const keel_series_kind_words[] = {
  "meeting", "therapy", "doctor", "pharmacy", "case-management", "peer-support", "court", "other", NULL,
};
const char *const keel_leader_words[] = { "unknown", "peer", "facilitator", "clinician", NULL };
const char *const keel_stage_words[] = {
  "none", "found", "attended-once", "attended-three-times", "spoke", "home-group", "gave-service", NULL,
};

G_DEFINE_FINAL_TYPE (KeelSeries, keel_series, G_TYPE_OBJECT)

static void
keel_series_finalize (GObject *object)
{
  KeelSeries *self = KEEL_SERIES (object);

  g_free (self->uuid);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->schedule, keel_schedule_unref);
  g_array_unref (self->leads);
  g_free (self->note);
  g_free (self->service);
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
  self->colour = KEEL_SERIES_OWN_COLOUR;
  for (guint i = 0; i < KEEL_N_QUESTIONS; i++)
    self->answers[i] = KEEL_ANSWER_NONE;
}

int
keel_word_find (const char *const *words, const char *word)
{
  for (int i = 0; word != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  return -1;
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

KeelSeries *
keel_series_copy (KeelSeries *self)
{
  KeelSeries *copy;

  g_return_val_if_fail (KEEL_IS_SERIES (self), NULL);

  copy = keel_series_new (self->kind, self->meeting, self->schedule);
  copy->uuid = g_strdup (self->uuid);
  g_array_append_vals (copy->leads, self->leads->data, self->leads->len);
  copy->vanished_at = self->vanished_at;
  copy->style = self->style;
  copy->note = g_strdup (self->note);
  copy->service = g_strdup (self->service);
  copy->colour = self->colour;
  copy->home_group = self->home_group;
  copy->led_by = self->led_by;
  copy->stage = self->stage;
  memcpy (copy->answers, self->answers, sizeof copy->answers);
  return copy;
}

void
keel_series_set_meeting (KeelSeries *self, KeelMeeting *meeting)
{
  g_return_if_fail (KEEL_IS_SERIES (self));
  g_return_if_fail (KEEL_IS_MEETING (meeting));

  g_set_object (&self->meeting, meeting);
}

void
keel_series_set_schedule (KeelSeries *self, KeelSchedule *schedule)
{
  g_return_if_fail (KEEL_IS_SERIES (self));
  g_return_if_fail (schedule != NULL);

  keel_schedule_ref (schedule);
  keel_schedule_unref (self->schedule);
  self->schedule = schedule;
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
equal_leads (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (int)) == 0);
}

static gboolean
equal_remarks (KeelSeries *a, KeelSeries *b)
{
  return g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->service, b->service) == 0 &&
         a->colour == b->colour && a->home_group == b->home_group && a->led_by == b->led_by &&
         a->stage == b->stage && memcmp (a->answers, b->answers, sizeof a->answers) == 0;
}

gboolean
keel_series_equal (KeelSeries *a, KeelSeries *b)
{
  g_return_val_if_fail (KEEL_IS_SERIES (a) && KEEL_IS_SERIES (b), FALSE);

  return a == b ||
         (g_strcmp0 (a->uuid, b->uuid) == 0 && a->kind == b->kind && a->vanished_at == b->vanished_at &&
          keel_reminder_style_equal (&a->style, &b->style) && equal_leads (a->leads, b->leads) &&
          equal_remarks (a, b) && keel_schedule_equal (a->schedule, b->schedule) &&
          keel_meeting_equal (a->meeting, b->meeting));
}

gboolean
keel_series_is_appointment (KeelSeries *self)
{
  g_return_val_if_fail (KEEL_IS_SERIES (self), FALSE);

  return self->kind != KEEL_SERIES_MEETING;
}

KeelStage
keel_series_suggest_stage (KeelStage stage, guint n_attended, gboolean home_group, gboolean serves)
{
  KeelStage known = KEEL_STAGE_NONE;

  if (serves)
    known = KEEL_STAGE_GAVE_SERVICE;
  else if (home_group)
    known = KEEL_STAGE_HOME_GROUP;
  else if (n_attended >= 3)
    known = KEEL_STAGE_ATTENDED_THREE_TIMES;
  else if (n_attended >= 1)
    known = KEEL_STAGE_ATTENDED_ONCE;
  return MAX (stage, known);
}
