#pragma once

#include "store/keel-importer.h"
#include "store/keel-meeting-index.h"

G_BEGIN_DECLS

/* A folder with an empty directory.db and lists as files. */
typedef struct
{
  char *folder;
  char *path; /* of directory.db */
} KeelListFixture;

void keel_list_fixture_set_up (KeelListFixture *self, const void *data);
void keel_list_fixture_tear_down (KeelListFixture *self, const void *data);

/* Writes @text as the file @name. */
GFile *keel_list_fixture_write (KeelListFixture *self, const char *name, const char *text);
/* Imports @text as the file @name with @options (nullable: none but a fixed now). */
KeelImportReport *keel_list_fixture_try (KeelListFixture *self, const char *name, const char *text,
                                         const KeelImportOptions *options, GError **error);
/* The same, and it has to succeed. */
KeelImportReport *keel_list_fixture_import (KeelListFixture *self, const char *name, const char *text,
                                            const KeelImportOptions *options);
KeelDirectory *keel_list_fixture_open (KeelListFixture *self);

/* All that the directory holds, as text to compare. */
char *keel_list_fixture_dump (KeelListFixture *self);

/* Asserts the counts of a report: added, updated, unchanged, removed. */
#define keel_assert_report(report, a, u, n, r)                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_assert_cmpuint ((report)->added, ==, (a));                                                             \
    g_assert_cmpuint ((report)->updated, ==, (u));                                                           \
    g_assert_cmpuint ((report)->unchanged, ==, (n));                                                         \
    g_assert_cmpuint ((report)->removed, ==, (r));                                                           \
  }                                                                                                          \
  G_STMT_END

/* A Meeting Guide list of @n meetings, "Meeting 0" … with slugs "m0" …; the caller frees. */
char *keel_make_list (guint n);

G_END_DECLS
