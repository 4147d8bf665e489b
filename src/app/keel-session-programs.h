#pragma once

#include "keel-session.h"

G_BEGIN_DECLS

/*
 * The programs that a person chose, and those of their own. Snapshots, replaced when "programs-changed"
 * comes, which is before the callback of the change. Nothing that was written for a program goes when it is
 * no longer chosen, or is deleted.
 */

/* Of const KeelProgram, in the order in which they were chosen; empty: none. Transfer none. */
GPtrArray *keel_session_get_programs (KeelSession *self);
gboolean keel_session_has_program (KeelSession *self, const char *code); /* chosen */
/* Whether words that label a person may be used: "alcoholic", "clean". */
gboolean keel_session_uses_labels (KeelSession *self);
/* keel_wording_get () of what is chosen. */
const char *keel_session_get_word (KeelSession *self, const char *key);

/* @codes, ended by NULL, in their order; a code that is not there is refused (INVALID). With what was chosen
 * before, it is taken back. Ended, as the next two, by keel_session_change_finish (). */
void keel_session_set_programs_async (KeelSession *self, const char *const *codes,
                                      KeelSessionCallback callback, gpointer data);
/* One of them, behind the others, or no longer; the rest stays. "none" and the others take each other away.
 */
void keel_session_choose_program_async (KeelSession *self, const char *code, gboolean chosen,
                                        KeelSessionCallback callback, gpointer data);
void keel_session_set_labels_async (KeelSession *self, gboolean labels, KeelSessionCallback callback,
                                    gpointer data);
/* The colour that a milestone of @program has for this person: their own choice, or as usual. */
const char *keel_session_get_milestone_colour (KeelSession *self, const KeelProgram *program,
                                               const KeelMilestone *milestone);
/* @milestone is of keel_milestone_format (); @colour NULL: as usual. Ended by keel_session_change_finish ().
 */
void keel_session_set_milestone_colour_async (KeelSession *self, const char *code, const char *milestone,
                                              const char *colour, KeelSessionCallback callback,
                                              gpointer data);
/* Programs of their own that cannot be read any more, and are left where they are. */
guint keel_session_get_n_damaged_programs (KeelSession *self);
/* The codes of what is chosen at present, ended by NULL; transfer full. */
char **keel_session_dup_program_codes (KeelSession *self);

/* Adds one of the person's own (code NULL) or puts it in the place of what it was. To take a change back,
 * save the program as it was, which must have been kept with keel_program_ref (). INVALID where it says too
 * much, or has no name. */
void keel_session_save_program_async (KeelSession *self, const KeelProgram *program,
                                      KeelSessionCallback callback, gpointer data);
/* As it was saved, with its code; transfer full. */
KeelProgram *keel_session_save_program_finish (KeelSession *self, GAsyncResult *result, GError **error);
/* Away, and back (undo). It is as chosen afterwards as it was before. Ended by keel_session_change_finish ().
 */
void keel_session_delete_program_async (KeelSession *self, const char *code, gboolean deleted,
                                        KeelSessionCallback callback, gpointer data);

G_END_DECLS
