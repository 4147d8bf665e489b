#include "keel-conversion.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "keel-attempts.h"
#include "keel-directory-private.h"
#include "keel-durable.h"
#include "keel-journal-private.h"
#include "keel-recovery-code.h"
#include "keel-reminder-repair.h"
#include "keel-vault-file.h"
#include "keel-vault.h"

/*
 * The new files are written whole beside the old ones and made safe; then the file `converting` appears. Up
 * to there everything can be taken back by deleting what is new. From there on everything can be finished
 * without a key, by names alone, any number of times: each step looks whether it was done.
 */

#define MARKER "converting"
#define KEYS "keys"
#define NEXT ".next"
#define OLD ".old"

typedef struct
{
  const char *name;
  const KeelDatabaseKind *kind;
  const char *counter; /* a change of the content changes it */
} Converted;

static const Converted converted[] = {
  { "journal.db", &keel_journal_kind, "SELECT counter FROM state" },
  { "directory.db", &keel_directory_kind, "SELECT change FROM state" },
};

static const char *const markers[] = {
  [KEEL_CONVERSION_PROTECT] = "protect\n",
  [KEEL_CONVERSION_UNPROTECT] = "unprotect\n",
};

/* What SQLite may leave beside a database. */
static const char *const besides[] = { "-journal", "-wal", "-shm" };

static char *
get_path (const char *folder, const char *name, const char *ending)
{
  g_autofree char *whole = g_strconcat (name, ending, NULL);

  return g_build_filename (folder, whole, NULL);
}

static gboolean
is_there (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0;
}

static gboolean
has (const char *folder, const char *name, const char *ending)
{
  g_autofree char *path = get_path (folder, name, ending);

  return is_there (path);
}

static gboolean
shred (const char *folder, const char *name, const char *ending, GError **error)
{
  g_autofree char *path = get_path (folder, name, ending);

  return keel_durable_shred (path, error);
}

static gboolean
rename_ending (const char *folder, const char *name, const char *from, const char *to, GError **error)
{
  g_autofree char *from_path = get_path (folder, name, from);
  g_autofree char *to_path = get_path (folder, name, to);

  return keel_durable_rename (from_path, to_path, error);
}

/* What stands beside @name and its @ending. */
static gboolean
shred_besides (const char *folder, const char *name, const char *ending, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    {
      g_autofree char *whole = g_strconcat (ending, besides[i], NULL);

      if (!shred (folder, name, whole, error))
        return FALSE;
    }
  return TRUE;
}

/* Copying */

static gboolean
get_counter (KeelDatabase *database, const Converted *file, gint64 *counter, GError **error)
{
  return keel_database_get_integer (database, file->counter, counter, error);
}

/* 0600 from its first byte; SQLite fills a file that is empty. */
static gboolean
make_empty (const char *path, GError **error)
{
  if (mknod (path, S_IFREG | S_IRUSR | S_IWUSR, 0) == 0)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

/* VACUUM INTO also leaves out what was deleted, and makes room on each page for the vault's seal. */
static gboolean
copy_content (KeelDatabase *source, const char *next, const KeelDatabaseKind *kind, KeelVaultKey *key,
              GError **error)
{
  g_autofree char *uri = g_filename_to_uri (next, NULL, error);
  g_autofree char *sql = NULL;
  int reserved = KEEL_VAULT_SEAL_BYTES;
  char *quoted;
  gboolean success;

  if (uri == NULL)
    return FALSE;
  quoted = sqlite3_mprintf ("VACUUM INTO '%q?vfs=%q'", uri, key != NULL ? KEEL_VAULT_VFS : "unix");
  sql = g_strdup (quoted);
  sqlite3_free (quoted);
  if (key == NULL)
    return keel_database_execute (source, sql, error);
  sqlite3_file_control (keel_database_get_handle (source), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
  keel_vault_allow (key, (guint32) kind->application_id);
  success = keel_database_execute (source, sql, error);
  keel_vault_forbid ();
  return success;
}

/* Opening it mends what a crash left; its log stays where it is, to be overwritten. */
static gboolean
copy_file (const char *path, const char *next, const Converted *file, KeelVaultKey *from, KeelVaultKey *to,
           gint64 *counter, GError **error)
{
  g_autoptr (KeelDatabase) source = keel_database_open_protected (path, file->kind, from, error);
  int keep = 1;

  if (source == NULL)
    return FALSE;
  sqlite3_file_control (keel_database_get_handle (source), "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
  return get_counter (source, file, counter, error) && make_empty (next, error) &&
         copy_content (source, next, file->kind, to, error);
}

static gboolean
check_copy (const char *next, const Converted *file, KeelVaultKey *key, gint64 counter, GError **error)
{
  KeelDatabaseKind kind = *file->kind;
  g_autoptr (KeelDatabase) copy = NULL;
  gint64 copied = -1;

  kind.write_ahead = FALSE;
  copy = keel_database_open_protected (next, &kind, key, error);
  if (copy == NULL || !keel_database_is_whole (copy, error) || !get_counter (copy, file, &copied, error))
    return FALSE;
  if (copied == counter)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "%s is not what was copied", next);
  return FALSE;
}

/* Else the text would stay where a link leads. */
static gboolean
check_place (const char *path, GError **error)
{
  struct stat info;

  if (lstat (path, &info) != 0 || S_ISREG (info.st_mode))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "%s is not a file of its own", path);
  return FALSE;
}

static gboolean
prepare_file (const char *folder, const Converted *file, KeelVaultKey *from, KeelVaultKey *to, GError **error)
{
  g_autofree char *path = get_path (folder, file->name, "");
  g_autofree char *next = get_path (folder, file->name, NEXT);
  gint64 counter = -1;

  return check_place (path, error) && copy_file (path, next, file, from, to, &counter, error) &&
         keel_durable_sync_file (next, error) && check_copy (next, file, to, counter, error);
}

static gboolean
prepare_files (const char *folder, KeelVaultKey *from, KeelVaultKey *to, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (converted); i++)
    {
      if (!prepare_file (folder, &converted[i], from, to, error))
        return FALSE;
    }
  return keel_durable_sync_folder (folder, error);
}

/* Before anything is decided: what cannot be taken out of reminders.db now must not be there later. A
 * profile that stays plain after all gets its words back when it is next opened. */
static gboolean
prepare_reminders (const char *folder, gboolean forget_words, GError **error)
{
  g_autoptr (KeelReminderFile) reminders = keel_reminder_repair_renew (folder, error);

  if (reminders == NULL)
    return FALSE;
  if (!forget_words)
    return keel_reminder_file_forget_stamp (reminders, error);
  return keel_reminder_file_forget_words (reminders, error) && keel_reminder_repair_shred (folder, error);
}

/* Taking back, finishing */

static gboolean
check_there (const char *folder, const char *name, GError **error)
{
  if (has (folder, name, ""))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "%s/%s was taken away", folder, name);
  return FALSE;
}

/* Nothing was decided, so what stands under its own name is what counts. */
static gboolean
take_back_file (const char *folder, const char *name, GError **error)
{
  return check_there (folder, name, error) && shred_besides (folder, name, NEXT, error) &&
         shred (folder, name, NEXT, error) && shred (folder, name, OLD, error);
}

static gboolean
is_left (const char *folder, const char *name)
{
  return has (folder, name, NEXT) || has (folder, name, OLD) || has (folder, name, NEXT "-journal");
}

/* Nothing goes before it is sure that no marker comes back. */
static gboolean
take_back (const char *folder, GError **error)
{
  if (!keel_durable_sync_folder (folder, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (converted); i++)
    {
      if (is_left (folder, converted[i].name) && !take_back_file (folder, converted[i].name, error))
        return FALSE;
    }
  return shred (folder, KEYS, NEXT, error) && shred (folder, KEYS, NEXT ".new", error) &&
         shred (folder, MARKER, ".new", error) && keel_durable_sync_folder (folder, error);
}

/* What belongs to the old file must not be taken for part of the new one. */
static gboolean
install (const char *folder, const char *name, GError **error)
{
  if (!has (folder, name, NEXT))
    return TRUE;
  if (!shred_besides (folder, name, "", error))
    return FALSE;
  if (has (folder, name, "") && !has (folder, name, OLD) && !rename_ending (folder, name, "", OLD, error))
    return FALSE;
  return rename_ending (folder, name, NEXT, "", error);
}

/* Another hand may have been here. What is old is all that there is, where what is new is not there. */
static gboolean
check_installed (const char *folder, KeelConversion conversion, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (converted); i++)
    {
      if (!check_there (folder, converted[i].name, error))
        return FALSE;
    }
  return conversion == KEEL_CONVERSION_UNPROTECT || check_there (folder, KEYS, error);
}

static gboolean
install_all (const char *folder, KeelConversion conversion, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (converted); i++)
    {
      if (!install (folder, converted[i].name, error))
        return FALSE;
    }
  if (conversion == KEEL_CONVERSION_UNPROTECT)
    return check_installed (folder, conversion, error) && shred (folder, KEYS, "", error);
  return !has (folder, KEYS, NEXT) || rename_ending (folder, KEYS, NEXT, "", error);
}

/* Names are made safe before anything is overwritten: what is overwritten has its last name then. */
static gboolean
finish (const char *folder, KeelConversion conversion, GError **error)
{
  g_autofree char *marker = get_path (folder, MARKER, "");

  if (!install_all (folder, conversion, error) || !check_installed (folder, conversion, error) ||
      !keel_durable_sync_folder (folder, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (converted); i++)
    {
      if (!shred (folder, converted[i].name, OLD, error))
        return FALSE;
    }
  keel_attempts_clear (folder);
  return shred (folder, KEYS, ".new", error) && keel_durable_sync_folder (folder, error) &&
         keel_durable_remove (marker, error) && keel_durable_sync_folder (folder, error);
}

/* FALSE: nothing was decided, and everything can be taken back. */
static gboolean
decide (const char *folder, KeelConversion conversion, GError **error)
{
  g_autofree char *marker = get_path (folder, MARKER, "");
  const char *text = markers[conversion];
  g_autoptr (GError) failure = NULL;

  /* The name may be there although it could not be made safe. */
  if (keel_durable_replace (marker, text, strlen (text), &failure) || !keel_durable_remove (marker, NULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_marker (const char *folder, KeelConversion *conversion, GError **error)
{
  g_autofree char *path = get_path (folder, MARKER, "");
  g_autofree char *text = NULL;

  *conversion = KEEL_CONVERSION_NONE;
  if (!is_there (path))
    return TRUE;
  if (g_file_get_contents (path, &text, NULL, NULL))
    {
      for (guint i = KEEL_CONVERSION_PROTECT; i <= KEEL_CONVERSION_UNPROTECT; i++)
        {
          if (strcmp (text, markers[i]) == 0)
            *conversion = i;
        }
    }
  if (*conversion != KEEL_CONVERSION_NONE)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "%s cannot be read", path);
  return FALSE;
}

/* From here on the caller has got what was asked for; what is not finished is finished by whoever opens the
 * profile next. */
static gboolean
carry_out (const char *folder, KeelConversion conversion, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!decide (folder, conversion, error))
    return FALSE;
  if (!finish (folder, conversion, &failure))
    g_warning ("%s is finished later: %s", folder, failure->message);
  return TRUE;
}

KeelConversion
keel_conversion_get (const char *folder)
{
  KeelConversion conversion = KEEL_CONVERSION_NONE;

  read_marker (folder, &conversion, NULL);
  return conversion;
}

gboolean
keel_conversion_is_left (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (converted); i++)
    {
      if (is_left (folder, converted[i].name))
        return TRUE;
    }
  return has (folder, MARKER, "") || has (folder, MARKER, ".new") || has (folder, KEYS, NEXT) ||
         has (folder, KEYS, NEXT ".new");
}

gboolean
keel_conversion_settle (const char *folder, GError **error)
{
  KeelConversion conversion;

  if (!read_marker (folder, &conversion, error))
    return FALSE;
  if (conversion != KEEL_CONVERSION_NONE)
    return finish (folder, conversion, error);
  return !keel_conversion_is_left (folder) || take_back (folder, error);
}

char *
keel_conversion_protect (const char *folder, const char *passphrase, KeelKeyCost cost, GError **error)
{
  g_autofree char *keys = get_path (folder, KEYS, NEXT);
  g_autoptr (KeelVaultKey) key = keel_key_slots_create (keys, passphrase, cost, error);
  char *code = key != NULL ? keel_key_slots_set_recovery_code (keys, key, error) : NULL;

  if (code != NULL && prepare_files (folder, NULL, key, error) && prepare_reminders (folder, TRUE, error) &&
      carry_out (folder, KEEL_CONVERSION_PROTECT, error))
    return code;
  keel_secret_free (code);
  keel_conversion_settle (folder, NULL);
  return NULL;
}

gboolean
keel_conversion_unprotect (const char *folder, KeelVaultKey *key, GError **error)
{
  if (prepare_files (folder, key, NULL, error) && prepare_reminders (folder, FALSE, error) &&
      carry_out (folder, KEEL_CONVERSION_UNPROTECT, error))
    return TRUE;
  keel_conversion_settle (folder, NULL);
  return FALSE;
}
