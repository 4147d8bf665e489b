#include "config.h"

#include "keel-import-result.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-change-row.h"

#define MOST_SKIPPED 200

struct _KeelImportResult
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *changed_box;
  GtkListBox *changed;
  GtkWidget *program_box;
  GtkWidget *notices_box;
  GtkListBox *notices;
  GtkToggleButton *why;
  GtkWidget *skipped_box;
  GtkListBox *skipped;
  GtkLabel *more_skipped;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelImportResult, keel_import_result, ADW_TYPE_BIN)

/* Takes @part. */
static void
add_count (GString *text, guint count, char *part)
{
  if (count > 0)
    {
      g_string_append (text, text->len > 0 ? C_ ("list of counts", ", ") : "");
      g_string_append (text, part);
    }
  g_free (part);
}

static void
add_text_row (GtkListBox *rows, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (rows, row);
}

static void
clear_rows (GtkListBox *rows)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (rows))) != NULL)
    gtk_list_box_remove (rows, row);
}

static void
show_changed (KeelImportResult *self, GPtrArray *changed)
{
  clear_rows (self->changed);
  for (guint i = 0; i < changed->len && self->session != NULL; i++)
    gtk_list_box_append (self->changed, keel_change_row_new (self->session, changed->pdata[i]));
  gtk_widget_set_visible (self->changed_box, changed->len > 0);
}

static void
show_unseen (KeelImportResult *self, const GError *unseen)
{
  g_autofree char *sentence = keel_sentence_for_error (unseen, NULL);

  add_text_row (self->notices,
                _ ("Keel could not look yet at what this changes for the meetings you follow."), sentence);
}

static void
show_notices (KeelImportResult *self, GArray *notices, const GError *unseen)
{
  clear_rows (self->notices);
  gtk_widget_set_visible (self->notices_box, notices->len > 0 || unseen != NULL);
  if (unseen != NULL)
    show_unseen (self, unseen);
  for (guint i = 0; i < notices->len; i++)
    {
      g_autofree char *sentence = keel_sentence_for_notice (&g_array_index (notices, KeelNotice, i));

      add_text_row (self->notices, sentence, NULL);
    }
}

static void
show_skipped (KeelImportResult *self, GPtrArray *skipped)
{
  guint more = skipped->len > MOST_SKIPPED ? skipped->len - MOST_SKIPPED : 0;
  g_autofree char *more_text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

  clear_rows (self->skipped);
  gtk_widget_set_visible (GTK_WIDGET (self->why), skipped->len > 0);
  gtk_toggle_button_set_active (self->why, FALSE);
  for (guint i = 0; i < MIN (skipped->len, MOST_SKIPPED); i++)
    {
      KeelSkippedRow *row = skipped->pdata[i];
      g_autofree char *reason = keel_sentence_for_skip (row);
      g_autofree char *title = NULL;

      if (row->name != NULL)
        /* Translators: a row of a file that was left out: its number and the name that it gives */
        title = g_strdup_printf (_ ("Row %u: %s"), row->row, row->name);
      else
        title = g_strdup_printf (_ ("Row %u"), row->row);
      add_text_row (self->skipped, title, reason);
    }
  gtk_label_set_text (self->more_skipped, more_text);
  gtk_widget_set_visible (GTK_WIDGET (self->more_skipped), more > 0);
}

static void
why_toggled_cb (KeelImportResult *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->why);

  gtk_widget_set_visible (self->skipped_box, shown);
  gtk_button_set_label (GTK_BUTTON (self->why), shown ? _ ("Hide Why") : _ ("Show Why"));
}

static void
keel_import_result_dispose (GObject *object)
{
  g_clear_object (&KEEL_IMPORT_RESULT (object)->session);
  G_OBJECT_CLASS (keel_import_result_parent_class)->dispose (object);
}

static void
keel_import_result_class_init (KeelImportResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_import_result_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-import-result.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, title);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, summary);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, changed_box);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, changed);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, notices_box);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, program_box);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, notices);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, why);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, skipped_box);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, skipped);
  gtk_widget_class_bind_template_child (widget_class, KeelImportResult, more_skipped);
  gtk_widget_class_bind_template_callback (widget_class, why_toggled_cb);
}

static void
keel_import_result_init (KeelImportResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_import_result_set_session (KeelImportResult *self, KeelSession *session)
{
  g_set_object (&self->session, session);
}

void
keel_import_result_show (KeelImportResult *self, const KeelImportOutcome *outcome)
{
  g_autofree char *summary = keel_import_result_describe (outcome->report);

  gtk_label_set_text (self->title, outcome->report->list);
  gtk_label_set_text (self->summary, summary);
  show_changed (self, outcome->changed);
  show_notices (self, outcome->report->notices, outcome->unseen);
  show_skipped (self, outcome->report->skipped);
}

void
keel_import_result_offer_program (KeelImportResult *self, const KeelImportOutcome *outcome, gboolean named)
{
  gtk_widget_set_visible (self->program_box, outcome->report->program == NULL && !named);
}

char *
keel_import_result_describe (const KeelImportReport *report)
{
  GString *text = g_string_new (report->not_modified ? _ ("Nothing new") : NULL);
  guint skipped = report->skipped->len;

  add_count (text, report->read,
             g_strdup_printf (ngettext ("%'u read", "%'u read", report->read), report->read));
  add_count (text, report->added,
             g_strdup_printf (ngettext ("%'u added", "%'u added", report->added), report->added));
  add_count (text, report->updated,
             g_strdup_printf (ngettext ("%'u updated", "%'u updated", report->updated), report->updated));
  add_count (text, report->unchanged,
             g_strdup_printf (ngettext ("%'u unchanged", "%'u unchanged", report->unchanged),
                              report->unchanged));
  add_count (text, report->removed,
             g_strdup_printf (ngettext ("%'u removed", "%'u removed", report->removed), report->removed));
  add_count (text, skipped, g_strdup_printf (ngettext ("%'u skipped", "%'u skipped", skipped), skipped));
  return g_string_free (text, FALSE);
}
