#include "keel-reminder-flood.h"

#define LATELY (60 * G_USEC_PER_SEC)
/* Reminders fall due on full seconds: this never keeps those of the next one. */
#define FRESH (G_USEC_PER_SEC / 2)

typedef struct
{
  gint64 shown[KEEL_MOST_NOTIFICATIONS]; /* the last ones */
  char *summary;                         /* nullable: its tag */
  gint64 changed;                        /* when the summary was */
} Flow;

struct _KeelReminderFlood
{
  GHashTable *flows; /* KeelReminderFolder → Flow */
};

static void
flow_free (Flow *self)
{
  g_free (self->summary);
  g_free (self);
}

static Flow *
get_flow (KeelReminderFlood *self, KeelReminderFolder *folder)
{
  Flow *flow = g_hash_table_lookup (self->flows, folder);

  if (flow == NULL)
    {
      flow = g_new0 (Flow, 1);
      g_hash_table_insert (self->flows, folder, flow);
    }
  return flow;
}

static gboolean
is_within (gint64 at, gint64 now, gint64 span)
{
  return at != 0 && at <= now && now - at < span;
}

KeelReminderFlood *
keel_reminder_flood_new (void)
{
  KeelReminderFlood *self = g_new0 (KeelReminderFlood, 1);

  self->flows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) flow_free);
  return self;
}

void
keel_reminder_flood_free (KeelReminderFlood *self)
{
  g_hash_table_unref (self->flows);
  g_free (self);
}

guint
keel_reminder_flood_get_room (KeelReminderFlood *self, KeelReminderFolder *folder, gint64 now)
{
  const Flow *flow = get_flow (self, folder);
  guint room = 0;

  if (is_within (flow->changed, now, LATELY))
    return 0;
  for (guint i = 0; i < KEEL_MOST_NOTIFICATIONS; i++)
    room += !is_within (flow->shown[i], now, LATELY);
  return room;
}

void
keel_reminder_flood_note (KeelReminderFlood *self, KeelReminderFolder *folder, gint64 now)
{
  Flow *flow = get_flow (self, folder);
  guint oldest = 0;

  for (guint i = 1; i < KEEL_MOST_NOTIFICATIONS; i++)
    if (flow->shown[i] < flow->shown[oldest])
      oldest = i;
  flow->shown[oldest] = now;
}

void
keel_reminder_flood_note_summary (KeelReminderFlood *self, KeelReminderFolder *folder, const char *tag,
                                  gint64 now)
{
  Flow *flow = get_flow (self, folder);

  if (g_strcmp0 (flow->summary, tag) != 0)
    {
      g_free (flow->summary);
      flow->summary = g_strdup (tag);
    }
  flow->changed = now;
}

const char *
keel_reminder_flood_get_summary (KeelReminderFlood *self, KeelReminderFolder *folder, gint64 now)
{
  const Flow *flow = get_flow (self, folder);

  return is_within (flow->changed, now, LATELY) ? flow->summary : NULL;
}

gboolean
keel_reminder_flood_is_fresh (KeelReminderFlood *self, KeelReminderFolder *folder, gint64 now)
{
  return is_within (get_flow (self, folder)->changed, now, FRESH);
}

void
keel_reminder_flood_drop (KeelReminderFlood *self, KeelReminderFolder *folder)
{
  g_hash_table_remove (self->flows, folder);
}
