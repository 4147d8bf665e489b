#pragma once

#include "keel-reminder-style.h"
#include "keel-schedule.h"

G_BEGIN_DECLS

/* What a person asked to be reminded of that is no meeting and no appointment. */
typedef enum
{
  KEEL_PROMPT_CHECK_IN,
  KEEL_PROMPT_WORKSHEET,
  KEEL_PROMPT_MEDICINE,
  KEEL_PROMPT_PRACTICE, /* a pause, a delay timer, a card: @subject is the id of the card */
  KEEL_PROMPT_PLAN,     /* an if-then plan: @subject is its UUID */
  KEEL_PROMPT_CONTACT,  /* to be in touch with somebody: @subject is the UUID of the person */
} KeelPromptKind;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_prompt_kind_words[];

/*
 * KeelPrompt: a reminder of something that Keel itself asks: a check-in, a worksheet, the medicine plan. It
 * is due at the start of each occurrence of its schedule, and told later, too, until that has ended: the
 * duration says for how long it makes sense. Only what @style allows says the words: a prompt is as discreet
 * as a meeting. Its way to a place has no meaning.
 */
typedef struct
{
  char *uuid; /* NULL until it is in the journal */
  KeelPromptKind kind;
  char *subject; /* nullable: what of that kind, e.g. the id of a worksheet; never in reminders.db */
  KeelSchedule *schedule;
  char *words; /* nullable; private: what it is about */
  KeelReminderStyle style;
} KeelPrompt;

KeelPrompt *keel_prompt_new (KeelPromptKind kind, KeelSchedule *schedule); /* takes a reference */
KeelPrompt *keel_prompt_copy (const KeelPrompt *self);
void keel_prompt_free (KeelPrompt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelPrompt, keel_prompt_free)

G_END_DECLS
