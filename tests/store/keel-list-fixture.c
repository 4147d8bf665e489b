#include "keel-list-fixture.h"

#include <sqlite3.h>

#include "keel-test-folder.h"

#define NOW G_GINT64_CONSTANT (1795284000) /* 2026-11-21T18:00:00Z, a Saturday */

void
keel_list_fixture_set_up (KeelListFixture *self, const void *data)
{
  self->folder = keel_test_folder_make ();
  self->path = g_build_filename (self->folder, "directory.db", NULL);
}

void
keel_list_fixture_tear_down (KeelListFixture *self, const void *data)
{
  keel_test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

GFile *
keel_list_fixture_write (KeelListFixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

KeelImportReport *
keel_list_fixture_try (KeelListFixture *self, const char *name, const char *text,
                       const KeelImportOptions *options, GError **error)
{
  const KeelImportOptions defaults = { .now = NOW };
  g_autoptr (GFile) file = keel_list_fixture_write (self, name, text);

  return keel_importer_import (self->path, NULL, file, options ? options : &defaults, NULL, NULL, NULL,
                               error);
}

KeelImportReport *
keel_list_fixture_import (KeelListFixture *self, const char *name, const char *text,
                          const KeelImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  KeelImportReport *report = keel_list_fixture_try (self, name, text, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

KeelDirectory *
keel_list_fixture_open (KeelListFixture *self)
{
  g_autoptr (GError) error = NULL;
  KeelDirectory *directory = keel_directory_open (self->path, NULL, &error);

  g_assert_no_error (error);
  return directory;
}

static int
add_row_cb (void *data, int n_columns, char **values, char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (data, "%s|", values[i] ? values[i] : "NULL");
  g_string_append_c (data, '\n');
  return 0;
}

char *
keel_list_fixture_dump (KeelListFixture *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle,
                "SELECT * FROM state; SELECT * FROM list; SELECT * FROM meeting; SELECT * FROM meeting_word;"
                "INSERT INTO meeting_text (meeting_text) VALUES ('integrity-check'); PRAGMA integrity_check;"
                "PRAGMA foreign_key_check",
                add_row_cb, text, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
keel_make_list (guint n)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        text,
        "%s\n{\"slug\":\"m%u\",\"name\":\"Meeting %u\",\"day\":%u,\"time\":\"%02u:%02u\","
        "\"location\":\"Hall %u\",\"address\":\"%u Main Street\",\"notes\":\"Ring twice and wait\"}",
        i ? "," : "", i, i, i % 7, i % 24, i % 12 * 5, i % 50, i);
  g_string_append (text, "]\n");
  return g_string_free (text, FALSE);
}
