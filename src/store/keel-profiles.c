#include "keel-profiles.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "keel-data-dir.h"
#include "keel-profile-lock.h"
#include "keel-profile-removal.h"
#include "keel-protection.h"

#define FIRST_ID "default"
#define FIRST_NUMBER 2
#define MOST_PROFILES 1000

static KeelProfileCard *
make_card (const char *data_dir, const char *id)
{
  KeelProfileCard *self = g_new0 (KeelProfileCard, 1);

  self->id = g_strdup (id);
  self->folder = keel_data_dir_get_profile (data_dir, id);
  self->settings = keel_profile_settings_load (self->folder);
  self->name = g_strdup (self->settings->name != NULL ? self->settings->name : id);
  self->protected = keel_protection_is_on (self->folder);
  return self;
}

/* Two names that a person would take for one are one. */
static char *
fold (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *normal = g_utf8_normalize (stripped, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;

  return folded != NULL ? g_utf8_normalize (folded, -1, G_NORMALIZE_ALL) : g_strdup (stripped);
}

static gboolean
is_called (const KeelProfileCard *card, const char *folded)
{
  g_autofree char *name = fold (card->name);
  g_autofree char *id = fold (card->id);

  return g_str_equal (name, folded) || g_str_equal (id, folded);
}

/* Another than the profile @id (nullable) has it as its name or its id. */
static gboolean
is_taken (GPtrArray *cards, const char *id, const char *name)
{
  g_autofree char *folded = fold (name);

  for (guint i = 0; i < cards->len; i++)
    {
      const KeelProfileCard *card = g_ptr_array_index (cards, i);

      if (g_strcmp0 (card->id, id) != 0 && is_called (card, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
make_folder (const char *folder, gboolean *exists, GError **error)
{
  int code;

  if (mkdir (folder, 0700) == 0)
    return TRUE;
  code = errno;
  *exists = code == EEXIST;
  g_set_error (error, KEEL_STORE_ERROR, keel_store_error_from_errno (code),
               "The folder %s cannot be made: %s", folder, g_strerror (code));
  return FALSE;
}

/* A new folder, with an id that nobody has as a name either. */
static char *
make_next_folder (const char *data_dir, GPtrArray *cards, const char *name, GError **error)
{
  g_autofree char *wanted = fold (name);

  for (guint number = FIRST_NUMBER;; number++)
    {
      g_autofree char *id = g_strdup_printf ("profile-%u", number);
      g_autofree char *folder = keel_data_dir_get_profile (data_dir, id);
      g_autoptr (GError) failure = NULL;
      gboolean exists = FALSE;

      if (is_taken (cards, NULL, id) || g_str_equal (wanted, id))
        continue;
      if (make_folder (folder, &exists, &failure))
        return g_steal_pointer (&id);
      if (exists && number < MOST_PROFILES)
        continue;
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
}

static gboolean
write_settings (const char *folder, const char *name, KeelPageGroups pages, const char *picture,
                GError **error)
{
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (folder);

  g_free (settings->name);
  settings->name = g_strdup (name);
  g_free (settings->picture);
  settings->picture = g_strdup (picture);
  settings->pages = pages;
  return keel_profile_settings_save (settings, folder, error);
}

void
keel_profile_card_free (KeelProfileCard *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->folder);
  g_free (self->name);
  keel_profile_settings_free (self->settings);
  g_free (self);
}

GPtrArray *
keel_profiles_list (const char *data_dir)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_profile_card_free);
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (data_dir != NULL, cards);

  keel_profile_removal_finish (data_dir);
  ids = keel_data_dir_list_profiles (data_dir);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (cards, make_card (data_dir, ids[i]));
  return cards;
}

KeelProfileCard *
keel_profiles_find (const char *data_dir, const char *id_or_name)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (id_or_name != NULL, NULL);

  ids = keel_data_dir_list_profiles (data_dir);
  if (g_strv_contains ((const char *const *) ids, id_or_name))
    return make_card (data_dir, id_or_name);
  folded = fold (id_or_name);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (KeelProfileCard) card = make_card (data_dir, ids[i]);

      if (is_called (card, folded))
        return g_steal_pointer (&card);
    }
  return NULL;
}

char *
keel_profiles_get_name (const char *data_dir, const char *id)
{
  g_autofree char *folder = NULL;
  g_autoptr (KeelProfileSettings) settings = NULL;

  g_return_val_if_fail (data_dir != NULL && id != NULL, NULL);

  folder = keel_data_dir_get_profile (data_dir, id);
  settings = keel_profile_settings_load (folder);
  return settings->name != NULL ? g_steal_pointer (&settings->name) : g_strdup (id);
}

/**
 * keel_profiles_make_first:
 * @data_dir: made (0700) when it is not there
 *
 * Where there is a profile already, the first one's id. Errors are of KEEL_STORE_ERROR.
 */
char *
keel_profiles_make_first (const char *data_dir, GError **error)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (KeelProfileSettings) settings = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  ids = keel_data_dir_list_profiles (data_dir);
  if (ids[0] != NULL)
    return g_strdup (ids[0]);
  folder = keel_data_dir_get_profile (data_dir, FIRST_ID);
  if (!keel_data_dir_make_folder (folder, error))
    return NULL;
  settings = keel_profile_settings_load (folder);
  if (!keel_profile_settings_save (settings, folder, error) ||
      !keel_profile_settings_save_welcome (folder, 1, error))
    return NULL;
  return g_strdup (FIRST_ID);
}

char *
keel_profiles_create (const char *data_dir, const char *name, KeelPageGroups pages, const char *picture,
                      GError **error)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *id = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *above = NULL;

  g_return_val_if_fail (data_dir != NULL && name != NULL, NULL);

  if (!keel_profiles_check_name (data_dir, NULL, name, error))
    return NULL;
  above = g_build_filename (data_dir, "profiles", NULL);
  if (!keel_data_dir_make_folder (above, error))
    return NULL;
  cards = keel_profiles_list (data_dir);
  id = make_next_folder (data_dir, cards, name, error);
  if (id == NULL)
    return NULL;
  folder = keel_data_dir_get_profile (data_dir, id);
  if (write_settings (folder, name, pages, picture, error))
    return g_steal_pointer (&id);
  rmdir (folder);
  return NULL;
}

gboolean
keel_profiles_check_name (const char *data_dir, const char *id, const char *name, GError **error)
{
  g_autoptr (GPtrArray) cards = NULL;

  g_return_val_if_fail (data_dir != NULL && name != NULL, FALSE);

  if (!keel_profile_settings_check_name (name, error))
    return FALSE;
  cards = keel_profiles_list (data_dir);
  if (!is_taken (cards, id, name))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NAME_TAKEN, "Another profile is called “%s”", name);
  return FALSE;
}

gboolean
keel_profiles_remove (const char *data_dir, const char *id, GError **error)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *folder = NULL;
  gboolean removed;
  int lock;

  g_return_val_if_fail (data_dir != NULL && id != NULL, FALSE);

  ids = keel_data_dir_list_profiles (data_dir);
  if (!g_strv_contains ((const char *const *) ids, id))
    {
      g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_NOT_FOUND, "There is no profile “%s” in %s", id,
                   data_dir);
      return FALSE;
    }
  folder = keel_data_dir_get_profile (data_dir, id);
  lock = keel_profile_lock_alone (folder, error);
  if (lock < 0)
    return FALSE;
  removed = keel_profile_removal_start (data_dir, id, error);
  keel_profile_lock_release (lock);
  return removed;
}
