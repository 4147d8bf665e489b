#include "keel-protection-sentences.h"

#include <glib/gi18n-lib.h>

/* Translators: these paragraphs are shown before a person sets a passphrase. Somebody may rely on them with
 * their safety, so each has to say exactly as much as the English one and promise nothing more. */
static const char *const sentences[] = {
  N_ ("With a passphrase, everything you write in this profile is encrypted, and so are your meetings and "
      "lists. Nobody can read it in the files without your passphrase or your recovery code: not other people "
      "who use this computer, and not somebody who finds or takes it."),
  N_ ("Reminders keep coming while your profile is locked. They say only the time, unless you allow them to "
      "say more about a meeting."),
  N_ ("Other people can still see that Keel is on this computer, what your profile is called and which pages it offers, "
      "how large its files are, when they changed and when your reminders are due. The names and links that "
      "you allow reminders to show are not encrypted either."),
  N_ ("What you wrote before you set a passphrase is overwritten. Some disks keep remains of it all the same."),
  N_ ("While your profile is open, other programs that run under your user account can read what "
      "you read. Lock it when you go away."),
  N_ ("It cannot protect you from someone who controls this computer, or who can demand your passphrase."),
  N_ ("Other things keep traces of their own: phone bills, what your browser remembers, files waiting to be "
      "printed, and copies that you save or back up yourself."),
  N_ ("If you lose both your passphrase and your recovery code, nobody can open your profile again. "
      "They cannot be replaced."),
};

G_STATIC_ASSERT (G_N_ELEMENTS (sentences) > KEEL_PROTECTION_SENTENCES_PROTECTED);

static char *
describe_wait (guint seconds)
{
  guint minutes = (seconds + 59) / 60;

  if (seconds < 120)
    return g_strdup_printf (ngettext ("You can try again in %u second.", "You can try again in %u seconds.",
                                      seconds),
                            seconds);
  return g_strdup_printf (ngettext ("You can try again in %u minute.", "You can try again in %u minutes.",
                                    minutes),
                          minutes);
}

static char *
add_wait (const char *sentence, guint wait)
{
  g_autofree char *then = NULL;

  if (wait == 0)
    return g_strdup (sentence);
  then = describe_wait (wait);
  return g_strdup_printf ("%s %s", sentence, then);
}

char **
keel_protection_sentences (void)
{
  char **texts = g_new0 (char *, G_N_ELEMENTS (sentences) + 1);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (sentences); i++)
    texts[i] = g_strdup (_ (sentences[i]));
  return texts;
}

char *
keel_protection_advice (void)
{
  return g_strdup (_ ("Choose a passphrase that nobody can guess, not even people who know you well: "
                      "for example five or six words that do not belong together."));
}

char *
keel_protection_sentence_for_passphrase (guint wait)
{
  return add_wait (_ ("This passphrase does not open your profile. Nothing was changed. "
                      "Look at Caps Lock and the language of your keyboard."),
                   wait);
}

char *
keel_protection_sentence_for_code (guint wait)
{
  return add_wait (_ ("This recovery code does not open your profile. Nothing was changed. "
                      "Compare it letter by letter, and make sure that it is the newest one."),
                   wait);
}

char *
keel_protection_sentence_for_wait (guint wait)
{
  return add_wait (_ ("It is too soon to try again, because the last try did not fit. "
                      "Nothing was changed."),
                   wait);
}
