#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a notification may say at most. */
typedef enum
{
  KEEL_REMINDER_DISCREET, /* when, and nothing more */
  KEEL_REMINDER_NAME,
  KEEL_REMINDER_FULL, /* name and place */
} KeelReminderText;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_reminder_text_words[];

/* The longest way, in minutes. */
#define KEEL_SERIES_MAX_TRAVEL 600

/* How the reminders of a series are. All zero is the usual one: discreet, with sound. */
typedef struct
{
  KeelReminderText text;
  /* What they say may leave the encryption of a profile with a passphrase, and be seen where others have a
   * profile too. */
  gboolean open;
  gboolean silent;
  gboolean important; /* also in quiet hours, and when the desktop is not to be disturbed */
  int travel;         /* minutes on the way; 0: nobody is told when to leave */
} KeelReminderStyle;

gboolean keel_reminder_style_equal (const KeelReminderStyle *a, const KeelReminderStyle *b);
/* Whether @self can be: one of the texts, and a way from 0 to KEEL_SERIES_MAX_TRAVEL minutes. */
gboolean keel_reminder_style_is_possible (const KeelReminderStyle *self);

G_END_DECLS
