#include "core/keel-series-edit.h"
#include "keel-profile-private.h"

/* How reminders are wanted. */
typedef struct
{
  GArray *leads;
  const KeelReminderStyle *style;
} Reminders;

/* A form, filled in. */
typedef struct
{
  KeelSeries *shown;
  KeelSeries *wanted;
} Edit;

static gboolean
set_reminders_cb (KeelSeries *series, gconstpointer data, GError **error)
{
  const Reminders *reminders = data;

  keel_series_set_leads (series, reminders->leads);
  series->style = *reminders->style;
  return TRUE;
}

static gboolean
edit_cb (KeelSeries *series, gconstpointer data, GError **error)
{
  const Edit *edit = data;

  if (keel_series_edit (series, edit->shown, edit->wanted))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CHANGED, "The dates have changed since");
  return FALSE;
}

KeelSeries *
keel_profile_change_series (KeelProfile *self, const char *uuid, KeelSeriesChange change, gconstpointer data,
                            GError **error)
{
  KeelSeries *before;

  g_return_val_if_fail (KEEL_IS_PROFILE (self), NULL);

  before = keel_journal_change_series (keel_profile_get_journal (self), uuid, change, data, error);
  if (before != NULL)
    keel_profile_project_or_warn (self);
  return before;
}

KeelSeries *
keel_profile_set_reminders (KeelProfile *self, const char *uuid, GArray *leads,
                            const KeelReminderStyle *style, GError **error)
{
  const Reminders reminders = { leads, style };

  g_return_val_if_fail (leads != NULL && style != NULL, NULL);

  return keel_profile_change_series (self, uuid, set_reminders_cb, &reminders, error);
}

KeelSeries *
keel_profile_edit (KeelProfile *self, KeelSeries *shown, KeelSeries *wanted, GError **error)
{
  const Edit edit = { shown, wanted };

  g_return_val_if_fail (KEEL_IS_SERIES (shown) && shown->uuid != NULL, NULL);
  g_return_val_if_fail (KEEL_IS_SERIES (wanted), NULL);

  return keel_profile_change_series (self, shown->uuid, edit_cb, &edit, error);
}
