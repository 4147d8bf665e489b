#include "keel-invocation.h"

#include <glib/gi18n-lib.h>

#include "content/keel-protection-sentences.h"
#include "content/keel-sentences.h"
#include "keel-command.h"
#include "store/keel-secret.h"
#include "keel-terminal.h"
#include "store/keel-protection.h"

#define MOST_TRIES 3

static char *
join_names (GPtrArray *cards)
{
  GString *names = g_string_new (NULL);
  guint i;

  for (i = 0; i < cards->len; i++)
    {
      const KeelProfileCard *card = g_ptr_array_index (cards, i);

      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", card->name);
    }
  return g_string_free (names, FALSE);
}

static gboolean
choose_only_profile (KeelInvocation *self, KeelProfileCard **card)
{
  g_autoptr (GPtrArray) all = keel_profiles_list (self->data_dir);
  g_autofree char *names = NULL;

  if (all->len > 1)
    {
      names = join_names (all);
      /* Translators: %s is a list of names. */
      keel_invocation_refuse (self,
                              _ ("There are several profiles: %s. Say with --profile which one you mean. "
                                 "Nothing was changed."),
                              names);
      return FALSE;
    }
  if (all->len == 1)
    *card = g_ptr_array_steal_index (all, 0);
  return TRUE;
}

/* From the descriptor that was named, else from the person. */
static char *
take_secret (KeelInvocation *self, const char *prompt, GError **error)
{
  if (self->passphrase_fd != KEEL_PASSPHRASE_FD_NONE)
    return keel_secret_read (self->passphrase_fd, error);
  return keel_terminal_ask (prompt, TRUE, error);
}

static void
give_up_without_secret (KeelInvocation *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    keel_invocation_give_up (self, "%s",
                             _ ("A passphrase is one line of text in UTF-8. Nothing was changed. "
                                "Look at what was given, then try again."));
  else if (self->passphrase_fd != KEEL_PASSPHRASE_FD_NONE)
    keel_invocation_give_up (self,
                             _ ("No passphrase could be read from file descriptor %d. Nothing was changed. "
                                "Give it one line for each passphrase."),
                             self->passphrase_fd);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    keel_invocation_give_up (self, "%s",
                             _ ("Here a passphrase is needed, and there is no terminal to ask for it. "
                                "Nothing was changed. Give it with --passphrase-fd."));
  else
    keel_invocation_give_up (self, "%s", _ ("No passphrase was given. Nothing was changed."));
}

static char *
ask_to_unlock (KeelInvocation *self, const KeelProfileCard *card)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *prompt = NULL;
  char *secret;

  if (self->recovery_code)
    /* Translators: asked on a terminal; %s is a profile's name. */
    prompt = g_strdup_printf (_ ("Recovery code of “%s”: "), card->name);
  else
    /* Translators: asked on a terminal; %s is a profile's name. */
    prompt = g_strdup_printf (_ ("Passphrase of “%s”: "), card->name);
  secret = take_secret (self, prompt, &error);
  if (secret == NULL)
    give_up_without_secret (self, error);
  return secret;
}

static void
tell_wait (KeelInvocation *self, guint wait)
{
  g_autofree char *sentence = keel_protection_sentence_for_wait (wait);

  keel_invocation_give_up (self, "%s", sentence);
}

static void
tell_misfit (KeelInvocation *self, guint wait)
{
  g_autofree char *sentence = self->recovery_code ? keel_protection_sentence_for_code (wait)
                                                  : keel_protection_sentence_for_passphrase (wait);

  keel_invocation_give_up (self, "%s", sentence);
}

static void
tell_unlock_error (KeelInvocation *self, const KeelProfileCard *card, const GError *error)
{
  guint wait = keel_protection_get_wait (card->folder, keel_invocation_get_now (self));

  if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_PASSPHRASE))
    tell_misfit (self, wait);
  else if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_WAIT))
    tell_wait (self, wait);
  else
    keel_invocation_fail (self, error, card->name);
}

/* NULL after the end of the input, and where the person typed two that differ too often. */
static char *
ask_twice (KeelInvocation *self)
{
  g_autoptr (GError) error = NULL;
  guint tries;

  for (tries = 0; tries < MOST_TRIES; tries++)
    {
      g_autoptr (KeelSecret) first = keel_terminal_ask (_ ("New passphrase: "), TRUE, &error);
      g_autoptr (KeelSecret) second = NULL;

      if (first != NULL)
        second = keel_terminal_ask (_ ("The same once more: "), TRUE, &error);
      if (second == NULL)
        {
          give_up_without_secret (self, error);
          return NULL;
        }
      if (g_str_equal (first, second))
        return g_steal_pointer (&first);
      keel_invocation_warn (self, "%s", _ ("The two are not the same."));
    }
  keel_invocation_give_up (self, "%s",
                           _ ("No passphrase was set. Nothing was changed. Take your time and try again."));
  return NULL;
}

gboolean
keel_invocation_choose_profile (KeelInvocation *self, KeelProfileCard **card)
{
  *card = NULL;
  if (self->profile_id == NULL)
    return choose_only_profile (self, card);
  *card = keel_profiles_find (self->data_dir, self->profile_id);
  if (*card == NULL)
    keel_invocation_give_up (self, _ ("There is no profile called “%s” in %s. Nothing was changed."),
                             self->profile_id, self->data_dir);
  return *card != NULL;
}

KeelVaultKey *
keel_invocation_unlock (KeelInvocation *self, const KeelProfileCard *card)
{
  KeelKeySlotKind kind = self->recovery_code ? KEEL_KEY_SLOT_RECOVERY_CODE : KEEL_KEY_SLOT_PASSPHRASE;
  guint wait = keel_protection_get_wait (card->folder, keel_invocation_get_now (self));
  g_autoptr (KeelSecret) secret = NULL;
  g_autoptr (GError) error = NULL;
  KeelVaultKey *key;

  if (wait > 0)
    {
      tell_wait (self, wait);
      return NULL;
    }
  secret = ask_to_unlock (self, card);
  if (secret == NULL)
    return NULL;
  key = keel_protection_unlock (card->folder, kind, secret, keel_invocation_get_now (self), &error);
  if (key == NULL)
    tell_unlock_error (self, card, error);
  return key;
}

char *
keel_invocation_take_new_passphrase (KeelInvocation *self, const char *const *introduction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSecret) passphrase = NULL;

  if (self->passphrase_fd != KEEL_PASSPHRASE_FD_NONE)
    {
      passphrase = keel_secret_read (self->passphrase_fd, &error);
      if (passphrase == NULL)
        give_up_without_secret (self, error);
    }
  else
    {
      keel_terminal_say (introduction);
      passphrase = ask_twice (self);
    }
  if (passphrase == NULL || *passphrase != '\0')
    return g_steal_pointer (&passphrase);
  keel_invocation_give_up (self, "%s",
                           _ ("A passphrase needs at least one character. Nothing was changed. "
                              "Choose one, then try again."));
  return NULL;
}

KeelProfile *
keel_invocation_open_profile (KeelInvocation *self)
{
  g_autoptr (KeelProfileCard) card = NULL;
  g_autoptr (KeelVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;

  if (self->profile != NULL || !keel_invocation_choose_profile (self, &card))
    return self->profile;
  if (card != NULL && card->protected)
    {
      key = keel_invocation_unlock (self, card);
      if (key == NULL)
        return NULL;
    }
  self->profile = keel_profile_open (self->data_dir, card != NULL ? card->id : NULL, key, self->clock,
                                     &error);
  if (self->profile == NULL)
    {
      keel_invocation_fail (self, error, self->data_dir);
      /* Translators: %s is the folder where everything is kept. */
      keel_invocation_warn (self, _ ("Keel’s folder is %s."), self->data_dir);
    }
  else
    {
      self->changes = keel_journal_get_change_counter (keel_profile_get_journal (self->profile), NULL);
      keel_invocation_take_programs (self);
    }
  return self->profile;
}

void
keel_invocation_tell_delay (KeelInvocation *self)
{
  const GError *reason = NULL;

  if (self->profile == NULL || !keel_profile_is_behind (self->profile, &reason) ||
      keel_journal_get_change_counter (keel_profile_get_journal (self->profile), NULL) == self->changes)
    return;
  /* Translators: %s is why, such as "there is no room left where Keel keeps them". */
  keel_invocation_warn (self, _ ("It is saved, but reminders could not be brought up to date: %s."),
                        keel_sentence_delay (reason));
}
