#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/* Rows that a person puts down, changes, takes away and takes back, of whichever kind: a KeelSessionRows
 * stands in the header of each (keel_urge_rows in keel-session-urges.h). */

typedef gboolean (*KeelSessionSetRow) (gpointer store, gpointer row, gpointer *before, GError **error);
typedef gboolean (*KeelSessionSetRowDeleted) (gpointer store, const char *uuid, gboolean deleted,
                                              GError **error);

typedef struct
{
  GBoxedCopyFunc copy;
  GBoxedFreeFunc free; /* NULL is nothing to it */
  gsize uuid;          /* where the row has its "char *uuid" */
  /* Of the store, for its thread: they take the journal, or with @in_profile the profile. */
  gboolean in_profile;
  KeelSessionSetRow set; /* fills the UUID of a new one in; *before: what stood there */
  KeelSessionSetRowDeleted set_deleted;
  /* What a change is told with, and whether the snapshots are read again after it. */
  const char *signal; /* nullable: @take tells */
  const char *other;  /* nullable */
  gboolean changes;
  /* NULL, all three; or what the session has of all these rows is read again, and taken before the callback.
   */
  gpointer (*read) (gpointer store, GError **error);
  GDestroyNotify free_read;
  void (*take) (KeelSession *self, gpointer read);
} KeelSessionRows;

const char *keel_session_rows_get_uuid (const KeelSessionRows *rows, gconstpointer row); /* nullable */

/* Puts a copy of @row down: a new one where it has no UUID, else in the place of the one with it, also of a
 * deleted one. */
void keel_session_save_row_async (KeelSession *self, const KeelSessionRows *rows, gconstpointer row,
                                  KeelSessionCallback callback, gpointer data);
/* As it is now, with its UUID; transfer full. *@before (nullable; transfer full) is what stood there: NULL
 * for a new one. To undo is to save that, or to delete the new one. Whoever wants neither may end it with
 * keel_session_change_finish (). */
gpointer keel_session_save_row_finish (KeelSession *self, GAsyncResult *result, gpointer *before,
                                       GError **error);
/* Takes it away, or takes that back. Ended by keel_session_change_finish (). */
void keel_session_delete_row_async (KeelSession *self, const KeelSessionRows *rows, const char *uuid,
                                    gboolean deleted, KeelSessionCallback callback, gpointer data);

G_END_DECLS
