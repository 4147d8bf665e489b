#include "keel-profile-settings.h"

#include <string.h>

#include "keel-durable.h"

#define FILE_NAME "profile.ini"
#define LONGEST_LANGUAGE 40
#define WELCOME "Welcome"
#define MOST_WELCOME 9

const char *const keel_profile_pictures[] = {
  "emoji-nature",
  "weather-clear",
  "weather-clear-night",
  "starred",
  "emblem-music",
  "camera-photo",
  "weather-few-clouds",
  "applications-graphics",
  "emoji-activities",
  "weather-snow",
  "audio-headphones",
  "accessories-dictionary",
  NULL,
};

/* What a person finds who opens the file. All keys are there from the start, so that each is changed where it
 * is explained; a group's comment stands below its title, where GKeyFile leaves it. */
static const char beginning[] =
    "# A profile of Keel: what must be known before it is unlocked, and nothing else. This file is plain text also\n"
    "# where the profile has a passphrase: whoever can open this folder can read it.\n"
    "\n"
    "[Profile]\n"
    "# Name      what this profile is called where one is chosen; keep it neutral. Empty: the folder’s name.\n"
    "# Pages     which pages and wording are offered: member, family, or both (member;family;).\n"
    "# Picture   a symbolic icon that is shown beside the name, such as starred. Empty: the usual one.\n"
    "# Language  such as es or pt_BR. Empty: the computer’s.\n"
    "# Region    whose help lines come first: two letters, such as US. Empty: the computer’s.\n"
    "# Part      of a country whose parts have help lines of their own, such as GB-SCT.\n"
    "# Welcome   the page of the welcome that comes next, when Keel opens this profile; 0: none.\n"
    "Name=\n"
    "Pages=member;\n"
    "Picture=\n"
    "Language=\n"
    "Region=\n"
    "Part=\n"
    "Welcome=0\n"
    "\n"
    "[Lock]\n"
    "# When a profile with a passphrase locks by itself.\n"
    "# AfterMinutes  after so many minutes in which nobody used the window; 0: never.\n"
    "# OnSuspend     true or false: before the computer goes to sleep.\n"
    "# OnScreenLock  true or false: when the screen is locked.\n"
    "AfterMinutes=10\n"
    "OnSuspend=true\n"
    "OnScreenLock=true\n"
    "# CodeNoted     false: the recovery code was never shown to the end; Keel says so.\n"
    "CodeNoted=true\n"
    "\n"
    "[LockPage]\n"
    "# What the person allowed to be shown while the profile is locked, to anybody who looks at the screen.\n"
    "# Keel writes both when something of them is changed in Help now. Each is “name: number”.\n"
    "# Lines   help lines of one’s own.\n"
    "# People  first names, and numbers to call.\n";

G_STATIC_ASSERT (KEEL_PROFILE_USUAL_LOCK_MINUTES == 10);

typedef enum
{
  LOAD_READ,
  LOAD_NOTHING, /* no file */
  LOAD_BROKEN,  /* no key file */
  LOAD_FAILED,  /* the system refused: what stands there is not known */
} LoadResult;

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, FILE_NAME, NULL);
}

static LoadResult
load_file (const char *folder, GKeyFile *file, GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autoptr (GError) failure = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS,
                                 &failure))
    return LOAD_READ;
  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return LOAD_NOTHING;
  /* GKeyFile says what stands there, and that is nobody else's business. */
  if (failure->domain == G_KEY_FILE_ERROR)
    g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_CORRUPT, "%s is no key file", path);
  else
    g_propagate_error (error, g_error_copy (failure));
  return failure->domain == G_KEY_FILE_ERROR ? LOAD_BROKEN : LOAD_FAILED;
}

static gboolean
is_name (const char *name)
{
  gboolean seen = FALSE;

  if (!g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) > KEEL_PROFILE_MAX_NAME)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (g_unichar_iscntrl (c) || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        return FALSE;
      seen |= g_unichar_isgraph (c) && !g_unichar_iszerowidth (c);
    }
  return seen;
}

static gboolean
is_language (const char *code)
{
  return g_ascii_isalpha (code[0]) && strlen (code) <= LONGEST_LANGUAGE &&
         strspn (code, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-.@") == strlen (code);
}

static gboolean
is_region (const char *code)
{
  return g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && code[2] == '\0';
}

static gboolean
is_part (const char *code)
{
  return g_regex_match_simple ("^[A-Z]{2}-[A-Z0-9]{1,3}$", code, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
is_picture (const char *name)
{
  return g_strv_contains (keel_profile_pictures, name);
}

/* NULL where there is none or it makes no sense. */
static char *
get_text (GKeyFile *file, const char *key, gboolean (*makes_sense) (const char *))
{
  g_autofree char *text = g_key_file_get_string (file, "Profile", key, NULL);

  return text != NULL && makes_sense (g_strstrip (text)) ? g_steal_pointer (&text) : NULL;
}

static KeelPageGroups
get_pages (GKeyFile *file)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, "Profile", "Pages", NULL, NULL);
  KeelPageGroups pages = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (g_strstrip (words[i]), "member") == 0)
        pages |= KEEL_PAGES_MEMBER;
      else if (g_ascii_strcasecmp (words[i], "family") == 0)
        pages |= KEEL_PAGES_FAMILY;
    }
  return pages != 0 ? pages : KEEL_PAGES_MEMBER;
}

/* What makes no sense is none. */
static guint
get_welcome (GKeyFile *file)
{
  int page = g_key_file_get_integer (file, "Profile", WELCOME, NULL);

  return (guint) CLAMP (page, 0, MOST_WELCOME);
}

static guint
get_minutes (GKeyFile *file)
{
  g_autoptr (GError) error = NULL;
  int minutes = g_key_file_get_integer (file, "Lock", "AfterMinutes", &error);

  if (error != NULL || minutes < 0)
    return KEEL_PROFILE_USUAL_LOCK_MINUTES;
  return (guint) MIN (minutes, KEEL_PROFILE_MAX_LOCK_MINUTES);
}

/* What is not there or makes no sense is TRUE: the careful side, and the quiet one. */
static gboolean
get_rule (GKeyFile *file, const char *key)
{
  g_autoptr (GError) error = NULL;
  gboolean rule = g_key_file_get_boolean (file, "Lock", key, &error);

  return rule || error != NULL;
}

/* NULL where there are none. What is no text is nothing. */
static char **
get_lines (GKeyFile *file, const char *key)
{
  g_auto (GStrv) all = g_key_file_get_string_list (file, "LockPage", key, NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; all != NULL && all[i] != NULL; i++)
    {
      if (g_utf8_validate (all[i], -1, NULL) && *g_strstrip (all[i]) != '\0')
        g_ptr_array_add (lines, g_strdup (all[i]));
    }
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static KeelProfileSettings *
parse (GKeyFile *file)
{
  KeelProfileSettings *self = g_new0 (KeelProfileSettings, 1);

  self->name = get_text (file, "Name", is_name);
  self->picture = get_text (file, "Picture", is_picture);
  self->language = get_text (file, "Language", is_language);
  self->region = get_text (file, "Region", is_region);
  self->part = get_text (file, "Part", is_part);
  self->pages = get_pages (file);
  self->welcome = get_welcome (file);
  self->code_noted = get_rule (file, "CodeNoted");
  self->lock_minutes = get_minutes (file);
  self->lock_on_suspend = get_rule (file, "OnSuspend");
  self->lock_on_screen_lock = get_rule (file, "OnScreenLock");
  self->lock_people = get_lines (file, "People");
  self->lock_lines = get_lines (file, "Lines");
  return self;
}

static void
put_text (GKeyFile *file, const char *key, const char *before, const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (g_strcmp0 (before, stripped) == 0)
    return;
  g_key_file_set_string (file, "Profile", key, stripped != NULL ? stripped : "");
}

static void
put_pages (GKeyFile *file, KeelPageGroups pages)
{
  const char *words[2];
  gsize n_words = 0;

  if ((pages & KEEL_PAGES_MEMBER) != 0)
    words[n_words++] = "member";
  if ((pages & KEEL_PAGES_FAMILY) != 0)
    words[n_words++] = "family";
  g_key_file_set_string_list (file, "Profile", "Pages", words, n_words);
}

/* Only what is different: a picture or a language that a newer Keel chose stays until another is chosen. */
static void
put_changes (GKeyFile *file, const KeelProfileSettings *self)
{
  g_autoptr (KeelProfileSettings) before = parse (file);

  put_text (file, "Name", before->name, self->name);
  put_text (file, "Picture", before->picture, self->picture);
  put_text (file, "Language", before->language, self->language);
  put_text (file, "Region", before->region, self->region);
  put_text (file, "Part", before->part, self->part);
  if (self->pages != before->pages)
    put_pages (file, self->pages);
  if (self->lock_minutes != before->lock_minutes)
    g_key_file_set_integer (file, "Lock", "AfterMinutes", (int) self->lock_minutes);
  if (self->code_noted != before->code_noted)
    g_key_file_set_boolean (file, "Lock", "CodeNoted", self->code_noted);
  if (self->lock_on_suspend != before->lock_on_suspend)
    g_key_file_set_boolean (file, "Lock", "OnSuspend", self->lock_on_suspend);
  if (self->lock_on_screen_lock != before->lock_on_screen_lock)
    g_key_file_set_boolean (file, "Lock", "OnScreenLock", self->lock_on_screen_lock);
}

static gboolean
check (const KeelProfileSettings *self, GError **error)
{
  if (self->name != NULL && !keel_profile_settings_check_name (self->name, error))
    return FALSE;
  if ((self->picture == NULL || is_picture (self->picture)) &&
      (self->language == NULL || is_language (self->language)) &&
      (self->region == NULL || is_region (self->region)) && (self->part == NULL || is_part (self->part)) &&
      (self->pages & (KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY)) != 0 &&
      self->lock_minutes <= KEEL_PROFILE_MAX_LOCK_MINUTES)
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID, "These settings make no sense");
  return FALSE;
}

gboolean
keel_profile_settings_check_name (const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, FALSE);

  if (is_name (name))
    return TRUE;
  g_set_error (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID,
               "A name has one line, at most %d characters, and not spaces alone", KEEL_PROFILE_MAX_NAME);
  return FALSE;
}

KeelProfileSettings *
keel_profile_settings_load (const char *folder)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  load_file (folder, file, &error);
  if (error != NULL)
    g_warning ("The settings in %s are not used: %s", folder, error->message);
  return parse (file);
}

/* A slip of the pen may have made it unreadable, and what else stands there was chosen by the person. */
static gboolean
put_aside (const char *folder, GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autofree char *aside = g_strconcat (path, ".broken", NULL);

  return keel_durable_rename (path, aside, error);
}

/* What stands there, to be changed. What is no key file is put aside and replaced: nobody could have read
 * it. */
static GKeyFile *
begin_change (const char *folder, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) failure = NULL;

  switch (load_file (folder, file, &failure))
    {
    case LOAD_FAILED:
      g_set_error_literal (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_IO, failure->message);
      return NULL;
    case LOAD_BROKEN:
      if (!put_aside (folder, error))
        return NULL;
      G_GNUC_FALLTHROUGH;
    case LOAD_NOTHING:
      g_key_file_load_from_data (file, beginning, sizeof beginning - 1, G_KEY_FILE_KEEP_COMMENTS, NULL);
      break;
    case LOAD_READ:
    default:
      break;
    }
  return g_steal_pointer (&file);
}

static gboolean
end_change (GKeyFile *file, const char *folder, GError **error)
{
  g_autofree char *path = get_path (folder);
  g_autofree char *text = NULL;
  gsize length;

  text = g_key_file_to_data (file, &length, NULL);
  return keel_durable_replace (path, text, length, error);
}

gboolean
keel_profile_settings_save (const KeelProfileSettings *self, const char *folder, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  if (!check (self, error))
    return FALSE;
  file = begin_change (folder, error);
  if (file == NULL)
    return FALSE;
  put_changes (file, self);
  return end_change (file, folder, error);
}

gboolean
keel_profile_settings_save_welcome (const char *folder, guint page, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  file = begin_change (folder, error);
  if (file == NULL)
    return FALSE;
  if (get_welcome (file) == page)
    return TRUE;
  g_key_file_set_integer (file, "Profile", WELCOME, (int) page);
  return end_change (file, folder, error);
}

static gboolean
is_same (char *const *before, const char *const *after)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (before != NULL ? (const char *const *) before : none, after != NULL ? after : none);
}

static void
put_lines (GKeyFile *file, const char *key, const char *const *lines)
{
  if (lines != NULL && lines[0] != NULL)
    g_key_file_set_string_list (file, "LockPage", key, lines, g_strv_length ((char **) lines));
  else if (g_key_file_has_key (file, "LockPage", key, NULL))
    g_key_file_set_string (file, "LockPage", key, "");
}

gboolean
keel_profile_settings_save_lock_page (const char *folder, const char *const *people, const char *const *lines,
                                      GError **error)
{
  g_autoptr (KeelProfileSettings) before = NULL;
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  before = keel_profile_settings_load (folder);
  if (is_same (before->lock_people, people) && is_same (before->lock_lines, lines))
    return TRUE;
  file = begin_change (folder, error);
  if (file == NULL)
    return FALSE;
  put_lines (file, "People", people);
  put_lines (file, "Lines", lines);
  return end_change (file, folder, error);
}

void
keel_profile_settings_free (KeelProfileSettings *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->picture);
  g_free (self->language);
  g_free (self->region);
  g_free (self->part);
  g_strfreev (self->lock_people);
  g_strfreev (self->lock_lines);
  g_free (self);
}
