#include "keel-protection.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "keel-attempts.h"
#include "keel-conversion.h"
#include "keel-profile-lock.h"
#include "keel-recovery-code.h"

static char *
get_keys (const char *folder)
{
  return g_build_filename (folder, "keys", NULL);
}

static gboolean
set_no_passphrase (const char *folder, GError **error)
{
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "%s has no passphrase", folder);
  return FALSE;
}

/* One at a time reads and writes `keys` and `attempts`, of all processes. Who also locks the profile does so
 * before. -1 with @error. */
static int
take_turn (const char *folder, GError **error)
{
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int result = -1;

  while (descriptor >= 0 && (result = flock (descriptor, LOCK_EX)) != 0 && errno == EINTR)
    ;
  if (result == 0)
    return descriptor;
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (errno), "%s: %s", folder,
               g_strerror (errno));
  if (descriptor >= 0)
    close (descriptor);
  return -1;
}

/* Where somebody else holds the lock, they finish it themselves. */
static void
settle_if_possible (const char *folder)
{
  g_autoptr (GError) error = NULL;
  int lock;

  if (!keel_conversion_is_left (folder))
    return;
  lock = keel_profile_lock_alone (folder, &error);
  if (lock >= 0)
    {
      keel_protection_settle (folder, &error);
      keel_profile_lock_release (lock);
    }
  if (error != NULL && !g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IN_USE))
    g_warning ("%s: %s", folder, error->message);
}

/* With keys there, which stay as long as the turn is held. */
static int
take_turn_with_keys (const char *folder, GError **error)
{
  int turn;

  settle_if_possible (folder);
  turn = take_turn (folder, error);
  if (turn < 0 || keel_protection_is_on (folder))
    return turn;
  close (turn);
  set_no_passphrase (folder, error);
  return -1;
}

/* What putting a passphrase on and taking it off holds. */
typedef struct
{
  int lock; /* alone */
  int turn;
} Hold;

static void
let_go (Hold *hold)
{
  if (hold->turn >= 0)
    close (hold->turn);
  if (hold->lock >= 0)
    keel_profile_lock_release (hold->lock);
}

/* With nothing left over, and with or without keys as @on asks. */
static gboolean
take_hold (const char *folder, gboolean on, Hold *hold, GError **error)
{
  gboolean settled;

  *hold = (Hold){ -1, -1 };
  hold->lock = keel_profile_lock_alone (folder, error);
  if (hold->lock >= 0)
    hold->turn = take_turn (folder, error);
  settled = hold->turn >= 0 && keel_conversion_settle (folder, error);
  if (settled && keel_protection_is_on (folder) == on)
    return TRUE;
  if (settled && on)
    set_no_passphrase (folder, error);
  else if (settled)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "%s has a passphrase already", folder);
  let_go (hold);
  return FALSE;
}

static KeelVaultKey *
try_secret (const char *folder, KeelKeySlotKind kind, const char *secret, gint64 now, GError **error)
{
  g_autofree char *keys = get_keys (folder);
  g_autoptr (GError) failure = NULL;
  guint wait = keel_attempts_get_wait (folder, now);
  KeelVaultKey *key;

  if (wait > 0)
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_WAIT, "%u more seconds", wait);
      return NULL;
    }
  key = keel_key_slots_unlock (keys, kind, secret, &failure);
  if (key != NULL)
    keel_attempts_clear (folder);
  else if (g_error_matches (failure, KEEL_STORE_ERROR, KEEL_STORE_ERROR_PASSPHRASE))
    keel_attempts_add (folder, now);
  if (key == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return key;
}

/* One that was decided upon and has yet to be finished counts as done. */
gboolean
keel_protection_is_on (const char *folder)
{
  g_autofree char *keys = NULL;
  KeelConversion conversion;

  g_return_val_if_fail (folder != NULL, FALSE);

  conversion = keel_conversion_get (folder);
  if (conversion != KEEL_CONVERSION_NONE)
    return conversion == KEEL_CONVERSION_PROTECT;
  keys = get_keys (folder);
  return g_file_test (keys, G_FILE_TEST_EXISTS);
}

/**
 * keel_protection_unlock:
 * @secret: what was typed; the caller zeroes it
 * @now: seconds UTC
 *
 * Returns: (transfer full): %NULL with PASSPHRASE, WAIT, INVALID where there is no passphrase, CORRUPT or
 * NEWER for what is no file of keys of this Keel
 */
KeelVaultKey *
keel_protection_unlock (const char *folder, KeelKeySlotKind kind, const char *secret, gint64 now,
                        GError **error)
{
  KeelVaultKey *key;
  int turn;

  g_return_val_if_fail (folder != NULL && secret != NULL, NULL);

  turn = take_turn_with_keys (folder, error);
  if (turn < 0)
    return NULL;
  key = try_secret (folder, kind, secret, now, error);
  close (turn);
  return key;
}

guint
keel_protection_get_wait (const char *folder, gint64 now)
{
  g_return_val_if_fail (folder != NULL, 0);

  return keel_attempts_get_wait (folder, now);
}

char *
keel_protection_turn_on (const char *folder, const char *passphrase, KeelKeyCost cost, GError **error)
{
  char *code;
  Hold hold;

  g_return_val_if_fail (folder != NULL && passphrase != NULL, NULL);

  if (!take_hold (folder, FALSE, &hold, error))
    return NULL;
  code = keel_conversion_protect (folder, passphrase, cost, error);
  let_go (&hold);
  return code;
}

gboolean
keel_protection_turn_off (const char *folder, KeelVaultKey *key, GError **error)
{
  g_autofree char *keys = NULL;
  gboolean done;
  Hold hold;

  g_return_val_if_fail (folder != NULL && key != NULL, FALSE);

  if (!take_hold (folder, TRUE, &hold, error))
    return FALSE;
  keys = get_keys (folder);
  done = keel_key_slots_check (keys, key, error) && keel_conversion_unprotect (folder, key, error);
  let_go (&hold);
  return done;
}

gboolean
keel_protection_set_passphrase (const char *folder, KeelVaultKey *key, const char *passphrase,
                                KeelKeyCost cost, GError **error)
{
  g_autofree char *keys = NULL;
  gboolean done;
  int turn;

  g_return_val_if_fail (folder != NULL && key != NULL && passphrase != NULL, FALSE);

  turn = take_turn_with_keys (folder, error);
  if (turn < 0)
    return FALSE;
  keys = get_keys (folder);
  done = keel_key_slots_set_passphrase (keys, key, passphrase, cost, error);
  close (turn);
  return done;
}

gboolean
keel_protection_set_recovery_code (const char *folder, KeelVaultKey *key, const char *code, GError **error)
{
  g_autofree char *keys = NULL;
  gboolean done;
  int turn;

  g_return_val_if_fail (folder != NULL && key != NULL && code != NULL, FALSE);

  turn = take_turn_with_keys (folder, error);
  if (turn < 0)
    return FALSE;
  keys = get_keys (folder);
  done = keel_key_slots_put_recovery_code (keys, key, code, error);
  close (turn);
  return done;
}

char *
keel_protection_renew_recovery_code (const char *folder, KeelVaultKey *key, GError **error)
{
  char *code = keel_recovery_code_new ();

  if (keel_protection_set_recovery_code (folder, key, code, error))
    return code;
  keel_secret_free (code);
  return NULL;
}

gboolean
keel_protection_remove_recovery_code (const char *folder, GError **error)
{
  g_autofree char *keys = NULL;
  gboolean done;
  int turn;

  g_return_val_if_fail (folder != NULL, FALSE);

  turn = take_turn_with_keys (folder, error);
  if (turn < 0)
    return FALSE;
  keys = get_keys (folder);
  done = keel_key_slots_remove (keys, KEEL_KEY_SLOT_RECOVERY_CODE, error);
  close (turn);
  return done;
}

gboolean
keel_protection_has_recovery_code (const char *folder)
{
  g_autofree char *keys = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (folder != NULL, FALSE);

  keys = get_keys (folder);
  return keel_key_slots_has (keys, KEEL_KEY_SLOT_RECOVERY_CODE, &found, NULL) && found;
}

gboolean
keel_protection_is_interrupted (const char *folder)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  return keel_conversion_is_left (folder);
}

gboolean
keel_protection_settle (const char *folder, GError **error)
{
  gboolean settled;
  int turn;

  g_return_val_if_fail (folder != NULL, FALSE);

  turn = take_turn (folder, error);
  if (turn < 0)
    return FALSE;
  settled = keel_conversion_settle (folder, error);
  close (turn);
  return settled;
}
