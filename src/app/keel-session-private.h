#pragma once

#include "keel-session.h"
#include "store/keel-journal-programs.h"
#include "store/keel-store-thread.h"

G_BEGIN_DECLS

/* For the files of KeelSession only. The profile is used in the store thread alone; what the window may
 * know of it is copied into the session when it opens. */
KeelProfile *keel_session_get_profile (KeelSession *self);
const char *keel_session_get_data_dir (KeelSession *self);
char *keel_session_dup_directory_path (KeelSession *self);
KeelVaultKey *keel_session_get_key (KeelSession *self); /* transfer none, nullable */

GVariant *keel_session_read_drafts (KeelJournal *journal, GError **error); /* in the store thread */
void keel_session_set_drafts (KeelSession *self, GVariant *drafts);
void keel_session_set_draft_error (KeelSession *self, const GError *error);
void keel_session_note_import (KeelSession *self, GCancellable *cancellable, gboolean under_way);

/* Queues @func; when the job @changes something, the snapshots are read again after it. */
void keel_session_run (KeelSession *self, GTask *task, GTaskThreadFunc func, gboolean changes);

/* What the person chose of programs, as the journal has it; takes it. And reads it again, in the end.
 * (keel-session-programs.c) */
void keel_session_take_programs (KeelSession *self, KeelProgramChoice *choice);
void keel_session_read_programs (KeelSession *self);

/* The worksheets of a person's own, as the journal has them. (keel-session-templates.c) */
typedef struct _KeelTemplates KeelTemplates;
void keel_templates_free (KeelTemplates *self);
KeelTemplates *keel_session_read_templates (KeelJournal *journal, GError **error); /* in the store thread */
void keel_session_take_templates (KeelSession *self, KeelTemplates *templates);    /* takes it */

/* The cards of a person's own, as the journal has them. (keel-session-strategies.c) */
typedef struct _KeelOwnStrategies KeelOwnStrategies;
void keel_own_strategies_free (KeelOwnStrategies *self);
KeelOwnStrategies *keel_session_read_own_strategies (KeelJournal *journal,
                                                     GError **error);                     /* in the thread */
void keel_session_take_own_strategies (KeelSession *self, KeelOwnStrategies *strategies); /* takes it */

/* Has @signal, and @other (nullable) after it, emitted when @task has ended well: after its callback, which
 * knows best what to say. (keel-session-signals.c) */
void keel_session_tell_after (KeelSession *self, GTask *task, const char *signal, const char *other);

/* A change of the profile, in the store thread: what the store's function does with @wish. Whatever comes of
 * it beside success goes into *@outcome, which starts as NULL, and from there to the finish function. */
typedef gboolean (*KeelSessionChange) (KeelProfile *profile, gconstpointer wish, GObject **outcome,
                                       GError **error);
/* Takes @wish. The snapshots are read again after it. */
void keel_session_change (KeelSession *self, KeelSessionChange change, gpointer wish,
                          GDestroyNotify free_wish, KeelSessionCallback callback, gpointer data);
/* FALSE with an error; *@outcome is transfer full, and nullable. */
gboolean keel_session_change_take (GAsyncResult *result, gpointer *outcome, GError **error);

/* Queues the last job, which begins with keel_session_drop_profile (). What is queued after it does not run,
 * and the session is not open any more. */
void keel_session_end (KeelSession *self, GTask *task, GTaskThreadFunc func);
void keel_session_drop_profile (KeelSession *self); /* in the store thread: closes the databases */

G_END_DECLS
