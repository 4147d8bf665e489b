#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * The worksheets of a person's own in the open profile. keel_content_get_worksheets () of the session's
 * content has them beside the others; "templates-changed" is emitted when they are others.
 */

/* Of KeelWorksheet; a snapshot; transfer none. */
GPtrArray *keel_session_get_templates (KeelSession *self);
/* How many there are that cannot be read. They are kept, and nothing shows them. */
guint keel_session_get_n_damaged_templates (KeelSession *self);

/* Adds @worksheet, or puts it in the place of the one with its id. Entries that were written stay as they
 * are. */
void keel_session_save_template_async (KeelSession *self, KeelWorksheet *worksheet,
                                       KeelSessionCallback callback, gpointer data);
/* Takes it away, or takes that back. */
void keel_session_delete_template_async (KeelSession *self, const char *id, gboolean deleted,
                                         KeelSessionCallback callback, gpointer data);
/* Of both. *@before (nullable; transfer full): what stood where one was saved, NULL where there was none. */
gboolean keel_session_template_finish (KeelSession *self, GAsyncResult *result, KeelWorksheet **before,
                                       GError **error);

G_END_DECLS
