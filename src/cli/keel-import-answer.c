#include "keel-import-answer.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "content/keel-change-sentences.h"
#include "content/keel-sentences.h"
#include "keel-json-output.h"
#include "store/keel-profile-changes.h"

/* A person reads the first few; scripts get them all. */
#define MAX_SKIPPED_SHOWN 10

static void
show_progress_cb (guint64 bytes, guint64 total, guint meetings, gpointer data)
{
  guint percent = total > 0 ? (guint) (MIN (bytes, total) * 100 / total) : 0;
  g_autofree char *size = g_format_size (bytes);

  g_printerr ("\r\033[K");
  /* Translators: how much of a list has come from its address. */
  if (meetings == 0)
    g_printerr (_ ("%s read"), size);
  else
    g_printerr (ngettext ("%'u meeting read", "%'u meetings read", meetings), meetings);
  /* Translators: how much of a file was read. */
  if (total > 0)
    g_printerr (_ (" (%u %%)"), percent);
}

static void
add_skipped (JsonBuilder *builder, const KeelSkippedRow *skipped)
{
  g_autofree char *reason = keel_sentence_for_skip (skipped);

  json_builder_begin_object (builder);
  keel_json_add_number (builder, "row", skipped->row);
  keel_json_add_text (builder, "name", skipped->name);
  keel_json_add_text (builder, "reason", reason);
  json_builder_end_object (builder);
}

void
keel_import_answer_add (JsonBuilder *builder, const KeelImportReport *report)
{
  guint i;

  json_builder_begin_object (builder);
  keel_json_add_text (builder, "source", report->source);
  keel_json_add_text (builder, "format", keel_feed_format_get_code (report->format));
  keel_json_add_text (builder, "list", report->list);
  keel_json_add_number (builder, "read", report->read);
  keel_json_add_number (builder, "added", report->added);
  keel_json_add_number (builder, "updated", report->updated);
  keel_json_add_number (builder, "unchanged", report->unchanged);
  keel_json_add_number (builder, "removed", report->removed);

  json_builder_set_member_name (builder, "skipped");
  json_builder_begin_array (builder);
  for (i = 0; i < report->skipped->len; i++)
    add_skipped (builder, g_ptr_array_index (report->skipped, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "notices");
  json_builder_begin_array (builder);
  for (i = 0; i < report->notices->len; i++)
    {
      g_autofree char *sentence = keel_sentence_for_notice (&g_array_index (report->notices, KeelNotice, i));

      json_builder_add_string_value (builder, sentence);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
count_rows (const KeelImportReport *report)
{
  GString *text = g_string_new (NULL);
  guint skipped = report->skipped->len;

  g_string_append_printf (text, ngettext ("%'u read", "%'u read", report->read), report->read);
  if (report->added > 0)
    g_string_append_printf (text, ngettext (", %'u added", ", %'u added", report->added), report->added);
  if (report->updated > 0)
    g_string_append_printf (text, ngettext (", %'u updated", ", %'u updated", report->updated),
                            report->updated);
  if (report->unchanged > 0)
    g_string_append_printf (text, ngettext (", %'u unchanged", ", %'u unchanged", report->unchanged),
                            report->unchanged);
  if (report->removed > 0)
    g_string_append_printf (text, ngettext (", %'u removed", ", %'u removed", report->removed),
                            report->removed);
  if (skipped > 0)
    g_string_append_printf (text, ngettext (", %'u skipped", ", %'u skipped", skipped), skipped);
  return g_string_free (text, FALSE);
}

static void
print_skipped (KeelInvocation *invocation, const KeelSkippedRow *skipped)
{
  g_autofree char *reason = keel_sentence_for_skip (skipped);

  if (skipped->name != NULL)
    /* Translators: a row of a list that was left out: its number, its name, why. */
    keel_invocation_print (invocation, _ ("  row %'u, %s: %s"), skipped->row, skipped->name, reason);
  else
    keel_invocation_print (invocation, _ ("  row %'u: %s"), skipped->row, reason);
}

static void
print_all_skipped (KeelInvocation *invocation, GPtrArray *skipped)
{
  guint shown = MIN (skipped->len, MAX_SKIPPED_SHOWN);
  guint rest = skipped->len - shown;
  guint i;

  if (skipped->len == 0)
    return;
  keel_invocation_print (invocation, "%s", _ ("Skipped:"));
  for (i = 0; i < shown; i++)
    print_skipped (invocation, g_ptr_array_index (skipped, i));
  if (rest > 0)
    keel_invocation_print (invocation,
                           ngettext ("  … and %'u more; --json shows all",
                                     "  … and %'u more; --json shows all", rest),
                           rest);
}

void
keel_import_answer_print (KeelInvocation *invocation, const KeelImportReport *report, gboolean dry_run)
{
  g_autofree char *counts = count_rows (report);
  guint i;

  if (report->not_modified)
    {
      keel_invocation_print (invocation, _ ("%s: nothing new. All %'u meetings are as they were."),
                             report->list, report->unchanged);
      return;
    }
  /* Translators: the name of a list, then "1,555 read, 1,541 added, 14 skipped". */
  keel_invocation_print (invocation, _ ("%s: %s"), report->list, counts);
  for (i = 0; i < report->notices->len; i++)
    {
      g_autofree char *sentence = keel_sentence_for_notice (&g_array_index (report->notices, KeelNotice, i));

      keel_invocation_print (invocation, "%s", sentence);
    }
  print_all_skipped (invocation, report->skipped);
  if (dry_run)
    keel_invocation_print (invocation, "%s", _ ("This was a trial: nothing was kept."));
}

static void
tell_vanished (KeelInvocation *invocation, GPtrArray *vanished)
{
  guint i;

  for (i = 0; i < vanished->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (vanished, i);

      keel_invocation_tell (invocation,
                            _ ("“%s”, which you follow, is no longer in its list. It stays in your calendar; "
                               "ask whether it still takes place."),
                            series->meeting->name);
    }
}

/* One whose answer is still owed is told each time. What is gone was told above. */
static void
tell_changes (KeelInvocation *invocation, const char *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = keel_profile_get_changes (invocation->profile, list, &error);
  guint told = 0;
  guint i;

  for (i = 0; changes != NULL && i < changes->len; i++)
    {
      const KeelFollowedChange *change = g_ptr_array_index (changes, i);
      g_autofree char *sentence = NULL;

      if (change->meeting == NULL)
        continue;
      sentence = keel_sentence_for_change (change->series->meeting, change->meeting);
      /* Translators: the name of a meeting, then what changed: “Tuesday 19:00 → Tuesday 19:30; new link”. */
      keel_invocation_tell (invocation, _ ("Changed, and you follow it: %s: %s"),
                            change->series->meeting->name, sentence);
      told++;
    }
  if (told > 0)
    keel_invocation_tell (invocation, "%s",
                          _ ("Your calendar is as it was. “keelctl lists changes” asks what you want."));
}

/* NULL with @error where it could not be imported. */
KeelImportReport *
keel_import_answer_run (KeelInvocation *invocation, GFile *file, const KeelImportOptions *options,
                        GError **error)
{
  g_autoptr (GPtrArray) vanished = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean on_terminal = isatty (STDERR_FILENO);
  KeelImportReport *report;

  report = keel_profile_import (invocation->profile, file, options, on_terminal ? show_progress_cb : NULL,
                                NULL, vanished, NULL, error);
  if (on_terminal)
    g_printerr ("\r\033[K");
  if (report == NULL)
    return NULL;
  tell_vanished (invocation, vanished);
  if (!options->dry_run)
    tell_changes (invocation, report->list);
  return report;
}
