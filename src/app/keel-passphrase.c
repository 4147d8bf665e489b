#include "keel-passphrase.h"

#include "content/keel-protection-sentences.h"
#include "content/keel-sentences.h"
#include "store/keel-protection.h"

char *
keel_passphrase_describe_error (KeelSession *session, const GError *error)
{
  guint wait = keel_protection_get_wait (keel_session_get_folder (session), keel_session_get_now (session));

  if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_PASSPHRASE))
    return keel_protection_sentence_for_passphrase (wait);
  if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_WAIT))
    return keel_protection_sentence_for_wait (wait);
  return keel_sentence_for_error (error, NULL);
}

gboolean
keel_passphrase_is_refused (const GError *error)
{
  return g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_PASSPHRASE) ||
         g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_WAIT);
}
