#include "keel-profile-protection.h"

#include <glib/gi18n-lib.h>

#include "content/keel-protection-sentences.h"
#include "keel-json-output.h"
#include "store/keel-secret.h"
#include "keel-terminal.h"
#include "store/keel-protection.h"
#include "store/keel-recovery-code.h"

static void
add_sentences (GPtrArray *paragraphs)
{
  g_auto (GStrv) sentences = keel_protection_sentences ();
  guint i;

  for (i = 0; sentences[i] != NULL; i++)
    {
      if (i == 0)
        g_ptr_array_add (paragraphs, g_strdup (_ ("WHAT A PASSPHRASE PROTECTS")));
      else if (i == KEEL_PROTECTION_SENTENCES_PROTECTED)
        g_ptr_array_add (paragraphs, g_strdup (_ ("WHAT IT DOES NOT PROTECT")));
      g_ptr_array_add (paragraphs, g_strdup (sentences[i]));
    }
  g_ptr_array_add (paragraphs, g_strdup (_ ("YOUR PASSPHRASE")));
}

/* How a passphrase is chosen, and before the first one is set what it is good for. */
static char **
make_introduction (gboolean first)
{
  GPtrArray *paragraphs = g_ptr_array_new ();

  if (first)
    add_sentences (paragraphs);
  g_ptr_array_add (paragraphs, keel_protection_advice ());
  g_ptr_array_add (paragraphs, NULL);
  return (char **) g_ptr_array_free (paragraphs, FALSE);
}

static char *
take_new_passphrase (KeelInvocation *invocation, gboolean first)
{
  g_auto (GStrv) introduction = make_introduction (first);

  return keel_invocation_take_new_passphrase (invocation, (const char *const *) introduction);
}

static void
answer_as_json (const KeelProfileCard *card, gboolean is_protected, gboolean has_code, const char *code)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  keel_profile_card_add_to_json (card, is_protected, builder);
  if (has_code)
    keel_json_add_text (builder, "recovery_code", code);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static void
print_code (KeelInvocation *invocation, const char *code)
{
  keel_invocation_print (invocation, "%s",
                         _ ("Your recovery code, which opens it if you lose the passphrase. It is shown only "
                            "now. Write it down, and keep it where nobody looks for it:"));
  keel_invocation_print (invocation, "\n    %s\n", code);
}

/* FALSE where there is nothing to unlock, which was then told. */
static gboolean
check_protected (KeelInvocation *invocation, const KeelProfileCard *card)
{
  if (!card->protected)
    keel_invocation_give_up (
        invocation, _ ("“%s” has no passphrase. Nothing was changed. “keelctl profile protect” sets one."),
        card->name);
  return card->protected;
}

static KeelExit
fail (KeelInvocation *invocation, const KeelProfileCard *card, const GError *error)
{
  return keel_invocation_fail (invocation, error, card->name);
}

KeelExit
keel_profile_protection_turn_on (KeelInvocation *invocation, const KeelProfileCard *card)
{
  g_autoptr (KeelSecret) passphrase = NULL;
  g_autoptr (KeelSecret) code = NULL;
  g_autoptr (GError) error = NULL;

  if (card->protected)
    return keel_invocation_give_up (invocation,
                                    _ ("“%s” has a passphrase already. Nothing was changed. "
                                       "“keelctl profile passphrase” changes it."),
                                    card->name);
  passphrase = take_new_passphrase (invocation, TRUE);
  if (passphrase == NULL)
    return invocation->status;
  code = keel_protection_turn_on (card->folder, passphrase, keel_key_cost_choose (), &error);
  if (code == NULL)
    return fail (invocation, card, error);

  if (invocation->json)
    {
      answer_as_json (card, TRUE, TRUE, code);
      return KEEL_EXIT_DONE;
    }
  keel_invocation_print (invocation, _ ("“%s” is protected now."), card->name);
  print_code (invocation, code);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_profile_protection_turn_off (KeelInvocation *invocation, const KeelProfileCard *card)
{
  g_autoptr (KeelVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;

  if (!check_protected (invocation, card))
    return invocation->status;
  key = keel_invocation_unlock (invocation, card);
  if (key == NULL)
    return invocation->status;
  if (!keel_protection_turn_off (card->folder, key, &error))
    return fail (invocation, card, error);

  if (invocation->json)
    answer_as_json (card, FALSE, FALSE, NULL);
  else
    keel_invocation_print (invocation,
                           _ ("“%s” has no passphrase any more. Whoever can open your files can read it."),
                           card->name);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_profile_protection_change (KeelInvocation *invocation, const KeelProfileCard *card)
{
  g_autoptr (KeelVaultKey) key = NULL;
  g_autoptr (KeelSecret) passphrase = NULL;
  g_autoptr (GError) error = NULL;

  if (!check_protected (invocation, card))
    return invocation->status;
  key = keel_invocation_unlock (invocation, card);
  if (key != NULL)
    passphrase = take_new_passphrase (invocation, FALSE);
  if (passphrase == NULL)
    return invocation->status;
  if (!keel_protection_set_passphrase (card->folder, key, passphrase, keel_key_cost_choose (), &error))
    return fail (invocation, card, error);

  if (invocation->json)
    answer_as_json (card, TRUE, FALSE, NULL);
  else
    keel_invocation_print (invocation, _ ("“%s” has its new passphrase. The recovery code stays as it was."),
                           card->name);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_profile_protection_renew_code (KeelInvocation *invocation, const KeelProfileCard *card)
{
  g_autoptr (KeelVaultKey) key = NULL;
  g_autoptr (KeelSecret) code = NULL;
  g_autoptr (GError) error = NULL;

  if (!check_protected (invocation, card))
    return invocation->status;
  key = keel_invocation_unlock (invocation, card);
  if (key == NULL)
    return invocation->status;
  code = keel_protection_renew_recovery_code (card->folder, key, &error);
  if (code == NULL)
    return fail (invocation, card, error);

  if (invocation->json)
    {
      answer_as_json (card, TRUE, TRUE, code);
      return KEEL_EXIT_DONE;
    }
  keel_invocation_print (invocation,
                         _ ("“%s” has a new recovery code. One that it had before opens it no longer."),
                         card->name);
  print_code (invocation, code);
  return KEEL_EXIT_DONE;
}

KeelExit
keel_profile_protection_remove_code (KeelInvocation *invocation, const KeelProfileCard *card)
{
  g_autoptr (KeelVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;

  if (!check_protected (invocation, card))
    return invocation->status;
  if (!keel_protection_has_recovery_code (card->folder))
    return keel_invocation_give_up (invocation, _ ("“%s” has no recovery code. Nothing was changed."),
                                    card->name);
  key = keel_invocation_unlock (invocation, card);
  if (key == NULL)
    return invocation->status;
  if (!keel_protection_remove_recovery_code (card->folder, &error))
    return fail (invocation, card, error);

  if (invocation->json)
    answer_as_json (card, TRUE, TRUE, NULL);
  else
    keel_invocation_print (invocation,
                           _ ("“%s” has no recovery code any more. Now the passphrase alone opens it: if you "
                              "lose it, nobody can help."),
                           card->name);
  return KEEL_EXIT_DONE;
}

static const char *
name_pages (KeelPageGroups pages)
{
  if (pages == KEEL_PAGES_FAMILY)
    return "family";
  return pages == KEEL_PAGES_MEMBER ? "member" : "both";
}

void
keel_profile_card_add_to_json (const KeelProfileCard *card, gboolean is_protected, JsonBuilder *builder)
{
  keel_json_add_text (builder, "id", card->id);
  keel_json_add_text (builder, "name", card->name);
  keel_json_add_text (builder, "pages", name_pages (card->settings->pages));
  keel_json_add_truth (builder, "protected", is_protected);
}
