#pragma once

#include "store/keel-journal-entries.h"

#include "keel-session.h"

G_BEGIN_DECLS

/* What was written into one worksheet. */
typedef struct
{
  KeelEntry *entry; /* NULL: nothing was saved of it yet */
  KeelWorksheet *worksheet;
  KeelAnswers *answers;
  KeelEntryLink link; /* of what is not saved yet: what it will belong to */
  char *target;       /* nullable: nothing */
} KeelWriting;

KeelWriting *keel_writing_new (KeelEntry *entry, KeelWorksheet *worksheet,
                               KeelAnswers *answers); /* takes all of them; @entry is nullable */
void keel_writing_free (KeelWriting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelWriting, keel_writing_free)

/* The entries in which all of @words (nullable) are, or those in the trash: of KeelEntry. What has been in
 * the trash for too long is gone after it. @limit 0: all. */
void keel_session_list_entries_async (KeelSession *self, const char *words, gboolean trash, guint limit,
                                      GCancellable *cancellable, KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_entries_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* A new page of @worksheet, with what it begins with; nothing of it is in the journal before it is saved.
 * With @again, and where it is one that a person comes back to, the newest entry of it instead. */
void keel_session_open_worksheet_async (KeelSession *self, const KeelWorksheet *worksheet, gboolean again,
                                        KeelSessionCallback callback, gpointer data);
/* The same with @again, where that one belongs to @target; a new page will belong to it. */
void keel_session_open_worksheet_for_async (KeelSession *self, const KeelWorksheet *worksheet,
                                            KeelEntryLink link, const char *target,
                                            KeelSessionCallback callback, gpointer data);
void keel_session_read_entry_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                    gpointer data);
/* A new draft with the same answers. */
void keel_session_duplicate_entry_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                         gpointer data);
/* Of these four. */
KeelWriting *keel_session_writing_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* Begins the entry (@uuid is NULL) or saves it; @leaving: and keeps these answers as a version, unless it is
 * undated, and lets search know of it. What begins is linked with @target (nullable: nothing). Takes
 * @answers, which nobody else may hold. */
void keel_session_save_entry_async (KeelSession *self, const char *uuid, KeelWorksheet *worksheet,
                                    KeelEntryLink link, const char *target, KeelAnswers *answers,
                                    gboolean leaving, KeelSessionCallback callback, gpointer data);
/* What a person says of an entry beside its answers. */
void keel_session_title_entry_async (KeelSession *self, const char *uuid, const char *title,
                                     KeelSessionCallback callback, gpointer data);
void keel_session_mark_entry_async (KeelSession *self, const char *uuid, KeelEntryState state,
                                    KeelSessionCallback callback, gpointer data);
void keel_session_pin_entry_async (KeelSession *self, const char *uuid, gboolean pinned,
                                   KeelSessionCallback callback, gpointer data);
void keel_session_trash_entry_async (KeelSession *self, const char *uuid, gboolean trash,
                                     KeelSessionCallback callback, gpointer data);
/* Of these five: the entry as it is then; transfer full. */
KeelEntry *keel_session_entry_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* For ever. Ended by keel_session_change_finish (). */
void keel_session_destroy_entry_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                       gpointer data);

/* GArray of KeelEntryVersion, newest first. */
void keel_session_list_versions_async (KeelSession *self, const char *uuid, KeelSessionCallback callback,
                                       gpointer data);
GArray *keel_session_list_versions_finish (KeelSession *self, GAsyncResult *result, GError **error);
void keel_session_read_version_async (KeelSession *self, const char *uuid, gint64 id,
                                      KeelSessionCallback callback, gpointer data);
KeelAnswers *keel_session_read_version_finish (KeelSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
