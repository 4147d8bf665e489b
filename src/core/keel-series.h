#pragma once

#include "keel-meeting.h"

G_BEGIN_DECLS

/* Minutes before the start: the reminder of a person who does not choose, and the earliest there is. */
#define KEEL_SERIES_USUAL_LEAD 30
#define KEEL_SERIES_MAX_LEAD (28 * KEEL_MINUTES_PER_DAY)

typedef enum
{
  KEEL_SERIES_MEETING,
  KEEL_SERIES_APPOINTMENT,
} KeelSeriesKind;

/*
 * KeelSeries: something followed, as a snapshot: a meeting copied from a list or added by hand.
 * Never changed once it was handed out.
 */
#define KEEL_TYPE_SERIES (keel_series_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeries, keel_series, KEEL, SERIES, GObject)

struct _KeelSeries
{
  GObject parent_instance;

  char *uuid; /* NULL until it is in the journal */
  KeelSeriesKind kind;
  KeelMeeting *meeting; /* name, place, links; list and slug where it came from a list */
  KeelSchedule *schedule;
  GArray *leads;      /* of int: minutes before the start, ascending, no duplicates */
  gint64 vanished_at; /* seconds UTC since when its list no longer has it; 0 while it has */
  /* Whether name and link may be kept where keel-reminders reads them, outside the encryption of a
   * protected profile. Without meaning in a profile that has no passphrase. */
  gboolean open_reminder;
};

KeelSeries *keel_series_new (KeelSeriesKind kind, KeelMeeting *meeting, KeelSchedule *schedule);

/* Gives it the lead times of @leads (of int), each once. Only until it is handed out. */
void keel_series_set_leads (KeelSeries *self, const GArray *leads);

/* Whether nothing that a person sees or that reminders follow differs. */
gboolean keel_series_equal (KeelSeries *a, KeelSeries *b);

G_END_DECLS
