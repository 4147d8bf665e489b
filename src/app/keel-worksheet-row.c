#include "config.h"

#include "keel-worksheet-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-part-words.h"

struct _KeelWorksheetRow
{
  KeelLineRow parent_instance;

  KeelWorksheet *worksheet;
  KeelEntry *entry;
  GtkCheckButton *check; /* NULL: it is not to be chosen */
};

G_DEFINE_FINAL_TYPE (KeelWorksheetRow, keel_worksheet_row, KEEL_TYPE_LINE_ROW)

static void
keel_worksheet_row_finalize (GObject *object)
{
  KeelWorksheetRow *self = KEEL_WORKSHEET_ROW (object);

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
}

GtkWidget *
keel_worksheet_row_new (const KeelWorksheet *worksheet)
{
  KeelWorksheetRow *self = g_object_new (KEEL_TYPE_WORKSHEET_ROW, NULL);

  self->worksheet = keel_worksheet_ref ((KeelWorksheet *) worksheet);
  keel_line_row_add_line (KEEL_LINE_ROW (self), worksheet->name, "heading", 0);
  keel_line_row_add_line (KEEL_LINE_ROW (self), worksheet->about, "dim-label", 0);
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
  keel_line_row_add_line (KEEL_LINE_ROW (self), worksheet->name, "heading", 0);
  keel_line_row_add_line (KEEL_LINE_ROW (self), words, "dim-label", 0);
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
  keel_line_row_add_line (KEEL_LINE_ROW (self), keel_worksheet_row_name_entry (entry), "heading", 0);
  keel_line_row_add_line (KEEL_LINE_ROW (self), words, "dim-label", 0);
  keel_line_row_add_line (KEEL_LINE_ROW (self), entry->beginning, "keel-prose", 2);
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
  keel_line_row_add_before (KEEL_LINE_ROW (self), check);
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
  keel_line_row_add_line (KEEL_LINE_ROW (self), worksheet->name, "heading", 0);
  keel_line_row_add_line (KEEL_LINE_ROW (self), words != NULL ? words : worksheet->about, "dim-label", 0);
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

const char *
keel_worksheet_row_name_entry (KeelEntry *entry)
{
  return entry->title != NULL ? entry->title : entry->name;
}
