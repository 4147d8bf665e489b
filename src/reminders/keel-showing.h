#pragma once

#include "keel-notifier.h"
#include "keel-reminder-text.h"

G_BEGIN_DECLS

/* One notification and the reminders that it stands for: all that are due for one occurrence, or a summary of
 * several; or the question afterwards of one or several. Never of more than one profile, and never reminders
 * and questions together. */
typedef struct
{
  char *tag;
  GPtrArray *reminders; /* of KeelReminder, by start; never empty */
  guint n_occurrences;
  gboolean summary;  /* more may join it */
  gboolean failed;   /* an answer to it could not be kept: it says so */
  char *server;      /* nullable: which run of the notification server has it */
  gint64 written_at; /* seconds UTC: when it was put there, or has begun or ended there */
  char *written;     /* nullable: what it says and offers, to see whether that has changed */
} KeelShowing;

void keel_showing_free (KeelShowing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelShowing, keel_showing_free)

/* Distributes @due (GPtrArray of KeelReminder) among notifications, one for each occurrence, in order: a
 * GPtrArray of KeelShowing without free function, whose elements are the caller's. */
GPtrArray *keel_showing_group (GPtrArray *due);
/* Takes the first of @showings out, and all others that could be one with it: the same array again. */
GPtrArray *keel_showing_take_like (GPtrArray *showings);
/* One for all @showings that are of one profile and kind, whose elements it takes; it has a place of its own
 * on the screen. */
KeelShowing *keel_showing_summarize (GPtrArray *showings);
/* Adds what @other stands for, and takes it. */
void keel_showing_join (KeelShowing *self, KeelShowing *other);
/* Stands for @reminders (GPtrArray of KeelReminder) alone, which it takes. */
void keel_showing_set_reminders (KeelShowing *self, GPtrArray *reminders);
/* Leaves out the reminder at @position; FALSE where none is left then. */
gboolean keel_showing_remove (KeelShowing *self, guint position);

KeelReminderFolder *keel_showing_get_folder (const KeelShowing *self); /* transfer none */
gboolean keel_showing_is_question (const KeelShowing *self);
gboolean keel_showing_is_important (const KeelShowing *self); /* one of them is */
gboolean keel_showing_is_silent (const KeelShowing *self);    /* all of them are */

/* When it may have something else to say for the first time after @after, seconds UTC: its date begins, or
 * ends. Else KEEL_REMINDER_NEVER. */
gint64 keel_showing_get_turn (const KeelShowing *self, gint64 after);

/* What it says and which buttons it has. */
void keel_showing_write (const KeelShowing *self, const KeelReminderScene *scene, KeelNotification *written);
/* What a person would miss of that as one text, to compare. Transfer full. */
char *keel_showing_describe (const KeelNotification *written);

G_END_DECLS
