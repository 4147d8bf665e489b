#include "config.h"

#include "keel-date-undo.h"

#include "keel-undo.h"

typedef struct
{
  KeelSeries *before;
  KeelSchedule *after;
} Move;

static void
move_free (Move *move)
{
  g_object_unref (move->before);
  keel_schedule_unref (move->after);
  g_free (move);
}

static void
move_back (KeelSession *session, gconstpointer data, KeelSessionCallback callback, gpointer callback_data)
{
  const Move *move = data;

  keel_session_replace_schedule_async (session, move->before->uuid, move->after, move->before->schedule,
                                       callback, callback_data);
}

void
keel_date_undo_offer (GtkWidget *widget, KeelSession *session, KeelSeries *before, KeelSchedule *after,
                      const char *sentence)
{
  Move *move = g_new (Move, 1);

  *move = (Move){ g_object_ref (before), keel_schedule_ref (after) };
  keel_undo_offer (keel_undo_new (widget, session, sentence, move_back, move, (GDestroyNotify) move_free));
}
