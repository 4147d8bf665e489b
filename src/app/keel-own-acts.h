#pragma once

#include <gtk/gtk.h>

#include "keel-session-rows.h"

G_BEGIN_DECLS

/* What is done to worksheets and cards of a person's own: each is told in the window of @widget, with a way
 * back. */

typedef enum
{
  KEEL_OWN_ADDED,
  KEEL_OWN_CHANGED,
  KEEL_OWN_DELETED,
} KeelOwnDeed;

typedef struct
{
  const KeelSessionRows *rows;
  gsize name;                                             /* where the thing has its "char *name" */
  char *(*describe) (KeelOwnDeed deed, const char *name); /* a sentence; transfer full */
} KeelOwnActs;

/* Finish with keel_own_save_finish (). */
void keel_own_save_async (GtkWidget *widget, KeelSession *session, const KeelOwnActs *acts,
                          gconstpointer thing, GAsyncReadyCallback callback, gpointer data);
gboolean keel_own_save_finish (GAsyncResult *result, GError **error);
void keel_own_delete (GtkWidget *widget, KeelSession *session, const KeelOwnActs *acts, gconstpointer thing);

G_END_DECLS
