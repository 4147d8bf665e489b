#include "config.h"

#include "keel-worksheet-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-part-words.h"

struct _KeelWorksheetRow
{
  GtkListBoxRow parent_instance;

  GtkBox *box;
  GtkBox *lines;
  GString *sentence;
  KeelWorksheet *worksheet;
  KeelEntry *entry;
  GtkCheckButton *check; /* NULL: it is not to be chosen */
};

G_DEFINE_FINAL_TYPE (KeelWorksheetRow, keel_worksheet_row, GTK_TYPE_LIST_BOX_ROW)

static void
keel_worksheet_row_finalize (GObject *object)
{
  KeelWorksheetRow *self = KEEL_WORKSHEET_ROW (object);

  g_string_free (self->sentence, TRUE);
  g_clear_pointer (&self->worksheet, keel_worksheet_unref);
  g_clear_object (&self->entry);
  G_OBJECT_CLASS (keel_worksheet_row_parent_class)->finalize (object);
}

static void
keel_worksheet_row_class_init (KeelWorksheetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_worksheet_row_finalize;
}

static void
keel_worksheet_row_init (KeelWorksheetRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->sentence = g_string_new (NULL);
  self->box = GTK_BOX (box);
  self->lines = GTK_BOX (lines);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (self->box, lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
add_line (KeelWorksheetRow *self, const char *text, const char *style, int most_lines)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (most_lines > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), most_lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->lines, label);
  g_string_append_printf (self->sentence, "%s%s", self->sentence->len > 0 ? ", " : "", text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->sentence->str,
                                  -1);
}

GtkWidget *
keel_worksheet_row_new (const KeelWorksheet *worksheet)
{
  KeelWorksheetRow *self = g_object_new (KEEL_TYPE_WORKSHEET_ROW, NULL);

  self->worksheet = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  add_line (self, worksheet->name, "heading", 0);
  add_line (self, worksheet->about, "dim-label", 0);
  return GTK_WIDGET (self);
}

/* NULL: @worksheet is for all of the program. */
static char *
describe_part (const KeelWorksheet *worksheet, const KeelProgram *program)
{
  for (guint i = 0; i < worksheet->uses->len; i++)
    {
      const KeelUse *use = g_ptr_array_index (worksheet->uses, i);

      if (use->part > 0 && g_str_equal (use->program, program->code))
        {
          KeelPartPlace place = keel_part_place_of (program, use->part);

          return keel_part_place_describe (&place);
        }
    }
  return NULL;
}

GtkWidget *
keel_worksheet_row_new_for_program (const KeelWorksheet *worksheet, const KeelProgram *program)
{
  KeelWorksheetRow *self = g_object_new (KEEL_TYPE_WORKSHEET_ROW, NULL);
  g_autofree char *part = describe_part (worksheet, program);
  g_autofree char *words = part != NULL ? g_strdup_printf ("%s · %s", program->short_name, part)
                                        : g_strdup (program->short_name);

  self->worksheet = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  add_line (self, worksheet->name, "heading", 0);
  add_line (self, words, "dim-label", 0);
  return GTK_WIDGET (self);
}

static const char *
describe_state (KeelEntry *entry)
{
  switch (entry->state)
    {
    case KEEL_ENTRY_FINISHED:
      return C_ ("entry", "Finished");
    case KEEL_ENTRY_REVISITED:
      return C_ ("entry", "Finished, and written in again");
    case KEEL_ENTRY_DRAFT:
    default:
      return NULL;
    }
}

static char *
describe_entry (KeelSession *session, KeelEntry *entry)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *age = keel_sentence_age (entry->changed_at, keel_session_get_now (session));
  const char *state = describe_state (entry);
  g_autofree char *ties = keel_part_words_ties (session, entry);

  if (entry->title != NULL)
    g_string_append_printf (words, "%s · ", entry->name);
  g_string_append (words, age);
  if (state != NULL)
    g_string_append_printf (words, " · %s", state);
  if (ties != NULL)
    g_string_append_printf (words, " · %s", ties);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_entry (KeelWorksheetRow *self, KeelSession *session, KeelEntry *entry)
{
  g_autofree char *words = describe_entry (session, entry);

  self->entry = g_object_ref (entry);
  add_line (self, keel_worksheet_row_name_entry (entry), "heading", 0);
  add_line (self, words, "dim-label", 0);
  add_line (self, entry->beginning, "keel-prose", 2);
}

GtkWidget *
keel_worksheet_row_new_for_entry (KeelSession *session, KeelEntry *entry)
{
  KeelWorksheetRow *self = g_object_new (KEEL_TYPE_WORKSHEET_ROW, NULL);

  show_entry (self, session, entry);
  return GTK_WIDGET (self);
}

/* The row is what is ticked, for those who listen and for the keyboard; the box only shows it. */
GtkWidget *
keel_worksheet_row_new_to_choose (KeelSession *session, KeelEntry *entry, gboolean chosen)
{
  KeelWorksheetRow *self = g_object_new (KEEL_TYPE_WORKSHEET_ROW, "accessible-role",
                                         GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "can-target", FALSE, "focusable", FALSE, "valign", GTK_ALIGN_CENTER, NULL);

  self->check = GTK_CHECK_BUTTON (check);
  gtk_box_prepend (self->box, check);
  show_entry (self, session, entry);
  keel_worksheet_row_set_chosen (self, chosen);
  return GTK_WIDGET (self);
}

void
keel_worksheet_row_set_chosen (KeelWorksheetRow *self, gboolean chosen)
{
  gtk_check_button_set_active (self->check, chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

GtkWidget *
keel_worksheet_row_new_daily (KeelSession *session, const KeelWorksheet *worksheet, KeelEntry *entry)
{
  KeelWorksheetRow *self = g_object_new (KEEL_TYPE_WORKSHEET_ROW, NULL);
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);
  g_autofree char *time = entry != NULL ? keel_sentence_clock_time (entry->changed_at, zone) : NULL;
  /* Translators: %s is a time of today */
  g_autofree char *words = time != NULL ? g_strdup_printf (_ ("Written today, %s"), time) : NULL;

  self->worksheet = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  add_line (self, worksheet->name, "heading", 0);
  add_line (self, words != NULL ? words : worksheet->about, "dim-label", 0);
  return GTK_WIDGET (self);
}

const KeelWorksheet *
keel_worksheet_row_get_worksheet (KeelWorksheetRow *self)
{
  return self->worksheet;
}

KeelEntry *
keel_worksheet_row_get_entry (KeelWorksheetRow *self)
{
  return self->entry;
}

GtkWidget *
keel_worksheet_row_add_button (KeelWorksheetRow *self, const char *icon, const char *tooltip,
                               const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->box, button);
  return button;
}

const char *
keel_worksheet_row_name_entry (KeelEntry *entry)
{
  return entry->title != NULL ? entry->title : entry->name;
}
