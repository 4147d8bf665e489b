#include "keel-reminder-wish.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "keel-json-output.h"

void
keel_reminder_wish_clear (KeelReminderWish *self)
{
  g_free (self->text);
  g_free (self->travel);
}

void
keel_reminder_wish_add_options (KeelReminderWish *self, GArray *entries)
{
  const GOptionEntry own[] = {
    { "reminder-text", 0, 0, G_OPTION_ARG_STRING, &self->text,
      N_ ("What reminders say: discreet (only the time), name, or full (also the place)"), N_ ("TEXT") },
    { "open-reminder", 0, 0, G_OPTION_ARG_NONE, &self->open,
      N_ ("Let them say it also outside the passphrase, and where others have a profile"), NULL },
    { "no-open-reminder", 0, 0, G_OPTION_ARG_NONE, &self->no_open, N_ ("Do not let them any more"), NULL },
    { "silent", 0, 0, G_OPTION_ARG_NONE, &self->silent, N_ ("Its reminders make no sound"), NULL },
    { "sound", 0, 0, G_OPTION_ARG_NONE, &self->sound, N_ ("Its reminders make a sound"), NULL },
    { "important", 0, 0, G_OPTION_ARG_NONE, &self->important, N_ ("Its reminders come in quiet hours, too"),
      NULL },
    { "no-important", 0, 0, G_OPTION_ARG_NONE, &self->no_important, N_ ("They wait in quiet hours"), NULL },
    { "travel", 0, 0, G_OPTION_ARG_STRING, &self->travel,
      N_ ("How long the way takes: tells you when to leave; 0: does not"), N_ ("MINUTES") },
  };

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
}

static KeelExit
check_pair (KeelInvocation *invocation, gboolean one, gboolean other, const char *first, const char *second)
{
  if (!one || !other)
    return KEEL_EXIT_DONE;
  /* Translators: two options of which one alone can be given. */
  return keel_invocation_refuse (invocation, _ ("Either %s or %s, not both."), first, second);
}

static KeelExit
check_words (const KeelReminderWish *self, KeelInvocation *invocation)
{
  if (self->text != NULL && keel_word_find (keel_reminder_text_words, self->text) < 0)
    return keel_invocation_refuse (invocation,
                                   _ ("“%s” does not say how much reminders tell. Say discreet (only the "
                                      "time), name, or full (also the place)."),
                                   self->text);
  if (self->travel != NULL &&
      !g_ascii_string_to_unsigned (self->travel, 10, 0, KEEL_SERIES_MAX_TRAVEL, NULL, NULL))
    return keel_invocation_refuse (
        invocation, _ ("“%s” is no time on the way. --travel takes minutes, up to %d; 0 takes it back."),
        self->travel, KEEL_SERIES_MAX_TRAVEL);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_reminder_wish_check (const KeelReminderWish *self, KeelInvocation *invocation)
{
  KeelExit status = check_pair (invocation, self->open, self->no_open, "--open-reminder",
                                "--no-open-reminder");

  if (status == KEEL_EXIT_DONE)
    status = check_pair (invocation, self->silent, self->sound, "--silent", "--sound");
  if (status == KEEL_EXIT_DONE)
    status = check_pair (invocation, self->important, self->no_important, "--important", "--no-important");
  return status == KEEL_EXIT_DONE ? check_words (self, invocation) : status;
}

static gboolean
choose (gboolean yes, gboolean no, gboolean as_it_is)
{
  return yes || (as_it_is && !no);
}

void
keel_reminder_wish_apply (const KeelReminderWish *self, KeelReminderStyle *style)
{
  style->open = choose (self->open, self->no_open, style->open);
  style->silent = choose (self->silent, self->sound, style->silent);
  style->important = choose (self->important, self->no_important, style->important);
  if (self->text != NULL)
    style->text = keel_word_find (keel_reminder_text_words, self->text);
  if (self->travel != NULL)
    style->travel = (int) g_ascii_strtoull (self->travel, NULL, 10);
}

void
keel_json_add_reminder_style (JsonBuilder *builder, const KeelReminderStyle *style)
{
  keel_json_add_truth (builder, "open_reminder", style->open);
  keel_json_add_text (builder, "reminder_text", keel_reminder_text_words[style->text]);
  keel_json_add_truth (builder, "silent", style->silent);
  keel_json_add_truth (builder, "important", style->important);
  keel_json_add_number (builder, "travel", style->travel);
}

static const char *
describe_text (KeelReminderText text)
{
  switch (text)
    {
    case KEEL_REMINDER_NAME:
      return _ ("Reminders say its name.");
    case KEEL_REMINDER_FULL:
      return _ ("Reminders say its name and place.");
    case KEEL_REMINDER_DISCREET:
      break;
    }
  return _ ("Reminders say only the time.");
}

/* How far that goes; NULL where there is nothing to say. */
static const char *
describe_reach (const KeelReminderStyle *style, gboolean protected)
{
  if (protected && style->open)
    return _ ("What they say, its link and the way there are kept outside the encryption.");
  if (protected)
    return _ ("Reminders say only the time: your profile has a passphrase. --open-reminder changes that for "
              "this meeting.");
  if (style->text != KEEL_REMINDER_DISCREET && !style->open)
    return _ ("While there are other profiles on this computer, they say only the time. --open-reminder "
              "changes that for this meeting.");
  return NULL;
}

static void
print_text (KeelInvocation *self, const KeelReminderStyle *style)
{
  gboolean protected = keel_profile_get_key (self->profile) != NULL;
  const char *reach = describe_reach (style, protected);

  if (!protected || style->open)
    keel_invocation_print (self, "%s", describe_text (style->text));
  if (reach != NULL)
    keel_invocation_print (self, "%s", reach);
}

void
keel_invocation_print_reminder_style (KeelInvocation *self, KeelSeries *series)
{
  const KeelReminderStyle *style = &series->style;

  if (style->travel > 0)
    {
      g_autofree char *lead = keel_sentence_lead (style->travel);

      /* Translators: %s is "25 minutes before". */
      keel_invocation_print (self, _ ("Time to leave: %s"), lead);
    }
  if (series->leads->len == 0 && style->travel == 0)
    return;
  print_text (self, style);
  if (style->silent)
    keel_invocation_print (self, "%s", _ ("They make no sound."));
  if (style->important)
    keel_invocation_print (self, "%s", _ ("They come in quiet hours, too."));
}
