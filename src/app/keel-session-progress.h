#pragma once

#include "core/keel-progress.h"
#include "keel-session-entries.h"

G_BEGIN_DECLS

/* Where a person is in their programs, and what their entries belong to. */

/* What was said of the parts of a program, and what was written that may belong to them. */
typedef struct
{
  GPtrArray *parts;   /* of KeelPartProgress */
  GPtrArray *entries; /* of KeelEntry, pinned ones first, then what was changed last: see keel-part-work.h */
} KeelProgramWork;

void keel_program_work_free (KeelProgramWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelProgramWork, keel_program_work_free)

void keel_session_read_program_work_async (KeelSession *self, const char *program,
                                           KeelSessionCallback callback, gpointer data);
KeelProgramWork *keel_session_read_program_work_finish (KeelSession *self, GAsyncResult *result,
                                                        GError **error);

/* Only what was said of the parts: of KeelPartProgress. */
void keel_session_read_progress_async (KeelSession *self, const char *program, KeelSessionCallback callback,
                                       gpointer data);
GPtrArray *keel_session_read_progress_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* As keel_journal_set_progress (). "progress-changed" comes after it. */
void keel_session_set_progress_async (KeelSession *self, const KeelPartProgress *wanted, KeelPartSays which,
                                      const KeelPartProgress *expected, KeelSessionCallback callback,
                                      gpointer data);
/* How it was before; transfer full. */
KeelPartProgress *keel_session_set_progress_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* The entries that are linked with @target, of KeelEntry, without those that are quiet. */
void keel_session_list_linked_async (KeelSession *self, KeelEntryLink link, const char *target,
                                     KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_linked_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* What an entry belongs to (@target NULL: to nothing), and with whom it was shared (@at 0: with nobody;
 * seconds UTC). "entries-changed" comes after them. Ended by keel_session_entry_finish (). */
void keel_session_link_entry_async (KeelSession *self, const char *uuid, KeelEntryLink link,
                                    const char *target, KeelSessionCallback callback, gpointer data);
void keel_session_share_entry_async (KeelSession *self, const char *uuid, gint64 at, const char *with,
                                     KeelSessionCallback callback, gpointer data);

G_END_DECLS
