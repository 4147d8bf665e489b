#pragma once

/* profile.ini: what Keel must know of a profile before it is unlocked. Plain text; the comments in the file
 * itself describe it. */

#include <glib.h>

#include "keel-store-error.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_PAGES_MEMBER = 1 << 0,
  KEEL_PAGES_FAMILY = 1 << 1,
} KeelPageGroups;

/* A copy of what stands in the file. What is missing or makes no sense there has its default here. */
typedef struct
{
  char *name;     /* NULL where the person gave none */
  char *picture;  /* one of keel_profile_pictures; NULL: the first */
  char *language; /* such as "es"; NULL: the computer's */
  char *region;   /* ISO 3166, such as "US"; NULL: the computer's */
  char *part; /* ISO 3166-2, such as "GB-SCT": of a country whose parts have help lines of their own; nullable
               */
  KeelPageGroups pages;
  guint welcome; /* the page of the welcome that comes next, from 1; 0: none. Not saved with the others */
  gboolean code_noted; /* FALSE while a recovery code was made that nobody has written down yet */
  guint lock_minutes;  /* locks when nobody used the window for so long; 0: never */
  gboolean lock_on_suspend;
  gboolean lock_on_screen_lock;
  char **lock_people; /* nullable; each "name: number": what may be shown while the profile is locked. Kept in
                         step */
  char **lock_lines;  /* with the journal by keel-profile-people.h, and not saved with the others */
} KeelProfileSettings;

#define KEEL_PROFILE_USUAL_LOCK_MINUTES 10
#define KEEL_PROFILE_MAX_LOCK_MINUTES (24 * 60)
#define KEEL_PROFILE_MAX_NAME 60 /* characters */

/* What a picture may be called: names of symbolic icons without "-symbolic", NULL at the end. Neutral: they
 * say nothing about anybody. */
extern const char *const keel_profile_pictures[];

/* @folder is the profile's. A file that is missing is the same as an empty one; one that cannot be read or is
 * no key file gives the defaults with a warning: it must not keep anybody out. */
KeelProfileSettings *keel_profile_settings_load (const char *folder);
/* Keeps what this Keel does not know, and comments. INVALID for a name that is too long, has line breaks or
 * nothing but spaces. */
gboolean keel_profile_settings_save (const KeelProfileSettings *self, const char *folder, GError **error);
/* Puts these two (nullable: none) into the file, where something else stands there. */
gboolean keel_profile_settings_save_lock_page (const char *folder, const char *const *people,
                                               const char *const *lines, GError **error);
/* Which page of the welcome comes next; 0: none any more. */
gboolean keel_profile_settings_save_welcome (const char *folder, guint page, GError **error);
/* Whether @name can be one: INVALID, as above. */
gboolean keel_profile_settings_check_name (const char *name, GError **error);
void keel_profile_settings_free (KeelProfileSettings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelProfileSettings, keel_profile_settings_free)

G_END_DECLS
