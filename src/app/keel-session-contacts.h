#pragma once

#include "keel-session-people.h"
#include "keel-session-rows.h"
#include "store/keel-journal-contacts.h"

G_BEGIN_DECLS

/* What the person agreed with the people of keel-session-people.h, the log of contacts with them and the
 * questions for them. "people-changed" comes after each change. */

/* How it stands with somebody. */
typedef struct
{
  KeelPerson *person;
  KeelContact *last; /* nullable: there was none yet */
  gint64 next;       /* the day of the next contact, since 1970-01-01; KEEL_PERSON_NO_DAY */
  guint n_open;      /* questions that are not ticked off */
} KeelPersonStanding;

void keel_person_standing_free (KeelPersonStanding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPersonStanding, keel_person_standing_free)

/* Days since 1970-01-01 on the wall where the person is. */
gint64 keel_session_get_wall_day (KeelSession *self);

/* Of KeelPersonStanding, in the order of the people. */
void keel_session_list_standings_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
GPtrArray *keel_session_list_standings_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* All that is known of somebody, with at most @limit contacts. NULL without an error where there is no such
 * person any more. @contacts (of KeelContact, the newest first) and @questions (of KeelPersonQuestion) are
 * transfer full. */
void keel_session_read_person_async (KeelSession *self, const char *uuid, guint limit,
                                     KeelSessionCallback callback, gpointer data);
KeelPersonStanding *keel_session_read_person_finish (KeelSession *self, GAsyncResult *result,
                                                     GPtrArray **contacts, GPtrArray **questions,
                                                     GError **error);

/* Puts @contact down, with what was agreed for the next (nullable); see keel_journal_set_contact (). */
void keel_session_save_contact_async (KeelSession *self, const KeelContact *contact,
                                      const KeelNextContact *next, KeelSessionCallback callback,
                                      gpointer data);
/* As it is now; transfer full. *@before (transfer full) is what stood there, or NULL, and *@next (both
 * nullable) what was agreed then. To undo is to save these, or to delete the new one with *@next. */
KeelContact *keel_session_save_contact_finish (KeelSession *self, GAsyncResult *result, KeelContact **before,
                                               KeelNextContact *next, GError **error);
/* Takes it away, or takes that back. Ended by keel_session_change_finish (). */
void keel_session_delete_contact_async (KeelSession *self, const char *uuid, gboolean deleted,
                                        const KeelNextContact *next, KeelSessionCallback callback,
                                        gpointer data);

/* Of KeelPersonQuestion. What stood there before is not told. */
extern const KeelSessionRows keel_question_rows;

G_END_DECLS
