#include "config.h"

#include "keel-care-undo.h"

#include <glib/gi18n-lib.h>

#include "keel-row-undo.h"
#include "keel-undo.h"

/* What was said of a day until now. */
typedef struct
{
  char *uuid;
  gint64 day;
  guint was; /* a KeelMedicineState, or ticked */
} Was;

static void
was_free (Was *was)
{
  g_free (was->uuid);
  g_free (was);
}

static KeelUndo *
undo_new (GtkWidget *widget, KeelSession *session, const char *said, KeelUndoBack back, const char *uuid,
          gint64 day, guint before)
{
  Was *was = g_new0 (Was, 1);

  *was = (Was){ g_strdup (uuid), day, before };
  return keel_undo_new (widget, session, said, back, was, (GDestroyNotify) was_free);
}

static void
mark_back (KeelSession *session, gconstpointer data, KeelSessionCallback callback, gpointer callback_data)
{
  const Was *was = data;

  keel_session_mark_medicine_async (session, was->uuid, was->day, (KeelMedicineState) was->was, callback,
                                    callback_data);
}

static void
tick_back (KeelSession *session, gconstpointer data, KeelSessionCallback callback, gpointer callback_data)
{
  const Was *was = data;

  keel_session_tick_aim_async (session, was->uuid, was->day, was->was != 0, callback, callback_data);
}

static const char *
describe_saved (KeelCareKind kind)
{
  switch (kind)
    {
    case KEEL_CARE_MEDICINE:
      return _ ("Your medicine plan is kept.");
    case KEEL_CARE_RISK_DATE:
      return _ ("The date is kept.");
    case KEEL_CARE_AIM:
    default:
      return _ ("Your goal is kept.");
    }
}

static const char *
describe_deleted (KeelCareKind kind)
{
  switch (kind)
    {
    case KEEL_CARE_MEDICINE:
      return _ ("Your medicine plan is gone.");
    case KEEL_CARE_RISK_DATE:
      return _ ("The date is gone.");
    case KEEL_CARE_AIM:
    default:
      return _ ("Your goal is gone.");
    }
}

static const char *
describe_mark (KeelMedicineState state)
{
  switch (state)
    {
    case KEEL_MEDICINE_TAKEN:
      return _ ("Written down: taken.");
    case KEEL_MEDICINE_NOT_TAKEN:
      return _ ("Not taken: call your clinic.");
    case KEEL_MEDICINE_NOT_DUE:
      return _ ("Written down: not due.");
    case KEEL_MEDICINE_UNSAID:
    default:
      return _ ("Nothing is written for that day any more.");
    }
}

void
keel_care_undo_save (GtkWidget *widget, KeelSession *session, KeelCareKind kind, gconstpointer row)
{
  keel_row_undo_save (widget, session, keel_care_get_rows (kind), row, NULL, describe_saved (kind));
}

void
keel_care_undo_delete (GtkWidget *widget, KeelSession *session, KeelCareKind kind, const char *uuid)
{
  keel_row_undo_delete (widget, session, keel_care_get_rows (kind), uuid, describe_deleted (kind));
}

void
keel_care_undo_mark (GtkWidget *widget, KeelSession *session, const char *uuid, gint64 day,
                     KeelMedicineState state, KeelMedicineState before)
{
  keel_session_mark_medicine_async (session, uuid, day, state, keel_undo_changed_cb,
                                    undo_new (widget, session, describe_mark (state), mark_back, uuid, day,
                                              before));
}

void
keel_care_undo_tick (GtkWidget *widget, KeelSession *session, const char *uuid, gint64 day, gboolean ticked)
{
  const char *said = ticked ? _ ("Done this week.") : _ ("Not done this week.");

  keel_session_tick_aim_async (session, uuid, day, ticked, keel_undo_changed_cb,
                               undo_new (widget, session, said, tick_back, uuid, day, ticked ? 0 : 1));
}
