#pragma once

#include "keel-test-clock.h"
#include "store/keel-profile.h"
#include "store/keel-protection.h"

G_BEGIN_DECLS

#define KEEL_SEALED "Vellichor" /* in every secret text of the profile */
#define KEEL_OPENED "Almanach"  /* in the one that may be in reminders.db */
#define KEEL_PASSPHRASE "correct horse"

/* A profile with something in each of its tables, on a clock that stands still. */
typedef struct
{
  char *data_dir;
  char *folder; /* of the profile */
  KeelClock *clock;
} KeelProtectedFixture;

void keel_protected_fixture_set_up (KeelProtectedFixture *self, const void *data);
void keel_protected_fixture_tear_down (KeelProtectedFixture *self, const void *data);

/* These end the test where they fail. */
KeelProfile *keel_protected_fixture_open (KeelProtectedFixture *self, KeelVaultKey *key);
KeelVaultKey *keel_protected_fixture_unlock (KeelProtectedFixture *self, const char *passphrase);
/* At the lowest cost; the recovery code. */
char *keel_protected_fixture_turn_on (KeelProtectedFixture *self);
/* One more series; its UUID. NULL where that failed. */
char *keel_protected_fixture_follow (KeelProfile *profile, const char *name, gboolean open_reminder);

/* @code: of KEEL_STORE_ERROR, or -1 where @secret has to fit. */
void keel_protected_fixture_assert_unlock (KeelProtectedFixture *self, KeelKeySlotKind kind,
                                           const char *secret, int code);
/* As keel_list_files () tells them. */
void keel_protected_fixture_assert_files (KeelProtectedFixture *self, const char *expected);

/* All that a person would see of the profile, as text to compare. */
char *keel_protected_fixture_dump (KeelProtectedFixture *self, KeelVaultKey *key);
/* Whether all of the databases are whole, down to the index of words. */
void keel_protected_fixture_assert_whole (KeelProtectedFixture *self, KeelVaultKey *key);

/* How often @word or the most of it stands in the files of @folder whose names do not begin with @except
 * (nullable): in upper or lower case, 8 or 16 bits to a letter. */
guint keel_count_word (const char *folder, const char *word, const char *except);

/* Names of files, sorted, with spaces between them. */
char *keel_list_files (const char *folder);
void keel_copy_folder (const char *from, const char *to);

G_END_DECLS
