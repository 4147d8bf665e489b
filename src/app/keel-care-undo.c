#include "config.h"

#include "keel-care-undo.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-undo-toast.h"
#include "keel-window.h"

typedef enum
{
  UNDO_SAVE,
  UNDO_DELETE,
  UNDO_MARK,
  UNDO_TICK,
} UndoWhat;

/* What an Undo button does. */
typedef struct
{
  UndoWhat what;
  GtkWidget *widget;
  KeelSession *session;
  KeelCareKind kind;
  char *uuid;      /* nullable: not known yet */
  gpointer before; /* nullable: it is put back; else the one of @uuid goes or comes */
  gint64 day;
  KeelMedicineState state; /* that was before; and what is said of it now */
  KeelMedicineState now;
  gboolean ticked; /* before */
} Undo;

static void
undo_free (Undo *undo)
{
  g_object_unref (undo->widget);
  g_object_unref (undo->session);
  keel_care_free_row (undo->kind, undo->before);
  g_free (undo->uuid);
  g_free (undo);
}

static Undo *
undo_new (UndoWhat what, GtkWidget *widget, KeelSession *session, KeelCareKind kind, const char *uuid)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->what = what;
  undo->widget = g_object_ref (widget);
  undo->session = g_object_ref (session);
  undo->kind = kind;
  undo->uuid = g_strdup (uuid);
  return undo;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  keel_undo_toast_tell (widget, error, NULL);
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  gpointer row = keel_session_save_care_finish (KEEL_SESSION (source), result, NULL, &error);

  keel_care_free_row (undo->kind, row);
  keel_undo_toast_tell (undo->widget, error, NULL);
  undo_free (undo);
}

static void
put_back (const Undo *undo)
{
  Undo *copy = undo_new (undo->what, undo->widget, undo->session, undo->kind, undo->uuid);

  keel_session_save_care_async (undo->session, undo->kind, undo->before, put_back_cb, copy);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;
  GtkWidget *widget = undo->before == NULL ? g_object_ref (undo->widget) : NULL;

  if (undo->before != NULL)
    put_back (undo);
  else if (undo->what == UNDO_MARK)
    keel_session_mark_medicine_async (undo->session, undo->uuid, undo->day, undo->state, undone_cb, widget);
  else if (undo->what == UNDO_TICK)
    keel_session_tick_aim_async (undo->session, undo->uuid, undo->day, undo->ticked, undone_cb, widget);
  else
    keel_session_delete_care_async (undo->session, undo->kind, undo->uuid, undo->what == UNDO_SAVE, undone_cb,
                                    widget);
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

static char *
describe_mark (KeelMedicineState state)
{
  switch (state)
    {
    case KEEL_MEDICINE_TAKEN:
      return g_strdup (_ ("Written down: taken."));
    case KEEL_MEDICINE_NOT_TAKEN:
      return g_strdup (_ ("Not taken: call your clinic."));
    case KEEL_MEDICINE_NOT_DUE:
      return g_strdup (_ ("Written down: not due."));
    case KEEL_MEDICINE_UNSAID:
    default:
      return g_strdup (_ ("Nothing is written for that day any more."));
    }
}

static char *
describe (const Undo *undo)
{
  switch (undo->what)
    {
    case UNDO_SAVE:
      return g_strdup (describe_saved (undo->kind));
    case UNDO_DELETE:
      return g_strdup (describe_deleted (undo->kind));
    case UNDO_MARK:
      return describe_mark (undo->now);
    case UNDO_TICK:
    default:
      return g_strdup (undo->ticked ? _ ("Not done this week.") : _ ("Done this week."));
    }
}

/* Takes @undo. @error is NULL where all went well. */
static void
tell (Undo *undo, const GError *error)
{
  g_autofree char *sentence = error == NULL ? describe (undo) : keel_sentence_for_error (error, NULL);

  if (error == NULL)
    {
      keel_undo_toast_show (undo->widget, sentence, undo_cb, undo, (GDestroyNotify) undo_free);
      return;
    }
  keel_say (undo->widget, sentence);
  undo_free (undo);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;
  gpointer row = keel_session_save_care_finish (KEEL_SESSION (source), result, &undo->before, &error);

  if (row != NULL)
    undo->uuid = g_strdup (keel_care_get_row_uuid (undo->kind, row));
  keel_care_free_row (undo->kind, row);
  tell (undo, error);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  keel_session_change_finish (KEEL_SESSION (source), result, &error);
  tell (data, error);
}

void
keel_care_undo_save (GtkWidget *widget, KeelSession *session, KeelCareKind kind, gconstpointer row)
{
  keel_session_save_care_async (session, kind, row, saved_cb,
                                undo_new (UNDO_SAVE, widget, session, kind, NULL));
}

void
keel_care_undo_delete (GtkWidget *widget, KeelSession *session, KeelCareKind kind, const char *uuid)
{
  keel_session_delete_care_async (session, kind, uuid, TRUE, changed_cb,
                                  undo_new (UNDO_DELETE, widget, session, kind, uuid));
}

void
keel_care_undo_mark (GtkWidget *widget, KeelSession *session, const char *uuid, gint64 day,
                     KeelMedicineState state, KeelMedicineState before)
{
  Undo *undo = undo_new (UNDO_MARK, widget, session, KEEL_CARE_MEDICINE, uuid);

  undo->day = day;
  undo->now = state;
  undo->state = before;
  keel_session_mark_medicine_async (session, uuid, day, state, changed_cb, undo);
}

void
keel_care_undo_tick (GtkWidget *widget, KeelSession *session, const char *uuid, gint64 day, gboolean ticked)
{
  Undo *undo = undo_new (UNDO_TICK, widget, session, KEEL_CARE_AIM, uuid);

  undo->day = day;
  undo->ticked = !ticked;
  keel_session_tick_aim_async (session, uuid, day, ticked, changed_cb, undo);
}
