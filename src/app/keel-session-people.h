#pragma once

#include "core/keel-own-line.h"
#include "core/keel-person.h"
#include "keel-session.h"

G_BEGIN_DECLS

/*
 * People whom one can call, and help lines of one's own, in the open profile. "people-changed" is emitted
 * when they are others.
 */

/* What there is of both, in their order. Transfer full. */
void keel_session_list_people_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
/* @people is of KeelPerson, @lines of KeelOwnLine; both nullable, transfer full. */
gboolean keel_session_list_people_finish (KeelSession *self, GAsyncResult *result, GPtrArray **people,
                                          GPtrArray **lines, GError **error);

/* One without a UUID is new; else it is put in the place of what there is, which is how to undo that. */
void keel_session_save_person_async (KeelSession *self, const KeelPerson *person,
                                     KeelSessionCallback callback, gpointer data);
void keel_session_save_own_line_async (KeelSession *self, const KeelOwnLine *line,
                                       KeelSessionCallback callback, gpointer data);
/* Takes it away, or takes that back. */
void keel_session_delete_person_async (KeelSession *self, const char *uuid, gboolean deleted,
                                       KeelSessionCallback callback, gpointer data);
void keel_session_delete_own_line_async (KeelSession *self, const char *uuid, gboolean deleted,
                                         KeelSessionCallback callback, gpointer data);
/* Of these four. *@uuid (nullable; transfer full) is that of what was saved. */
gboolean keel_session_people_finish (KeelSession *self, GAsyncResult *result, char **uuid, GError **error);

G_END_DECLS
