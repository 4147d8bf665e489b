#include "config.h"

#include "keel-template-window-private.h"

#include <glib/gi18n-lib.h>

#include "keel-template-inputs.h"
#include "keel-template-row.h"
#include "keel-template-types.h"
#include "keel-undo-toast.h"
#include "keel-window.h"

/* What a person does to sections, questions and columns. */

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);
  g_autoptr (KeelTemplatePlace) place = keel_template_place_from_variant (parameter);

  if (keel_template_draft_has (self->draft, place))
    keel_template_window_show_details (self, place);
}

static void
type_chosen_cb (KeelTemplateWindow *self, int type)
{
  const KeelWorksheet *sheet = keel_template_draft_peek (self->draft);
  g_autoptr (KeelTemplatePlace) adding = g_steal_pointer (&self->adding);
  g_autoptr (KeelTemplatePlace) place = NULL;
  guint section = sheet->sections->len - 1;

  if (adding == NULL)
    return;
  if (adding->section >= 0 && adding->section < (int) sheet->sections->len)
    section = (guint) adding->section;
  if (adding->field != NULL)
    place = keel_template_draft_add_column (self->draft, adding->field, (KeelFieldType) type);
  else
    place = keel_template_draft_add_field (self->draft, section, (KeelFieldType) type);
  if (place != NULL)
    keel_template_window_show_details (self, place);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);
  const KeelTemplateFault full = { .kind = KEEL_TEMPLATE_FAULT_TOO_MANY };
  KeelTemplateTypes *types;

  if (keel_template_draft_is_full (self->draft))
    {
      keel_template_window_tell_fault (self, &full);
      return;
    }
  g_clear_object (&self->adding);
  self->adding = keel_template_place_from_variant (parameter);
  types = keel_template_types_new (self->adding->field != NULL);
  g_signal_connect_object (types, "chosen", G_CALLBACK (type_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_set_child (self->types_bin, GTK_WIDGET (types));
  keel_template_window_show_page (self, "types",
                                  self->adding->field != NULL ? _ ("New Column") : _ ("New Question"));
  gtk_widget_grab_focus (GTK_WIDGET (types));
}

static void
add_section_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);
  g_autoptr (KeelTemplatePlace) place = keel_template_place_new_section (
      keel_template_draft_add_section (self->draft));

  keel_template_window_show_details (self, place);
}

static void
add_program_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);

  keel_template_window_show_page (self, "programs", _ ("Add a Program"));
  keel_chooser_start (self->programs);
}

static void
move (KeelTemplateWindow *self, GVariant *parameter, int by)
{
  g_autoptr (KeelTemplatePlace) place = keel_template_place_from_variant (parameter);
  GtkListBox *rows = keel_template_window_find_rows (self, place);
  KeelTemplateRow *row = rows != NULL ? keel_template_row_find (rows, place) : NULL;
  int button = row != NULL ? keel_template_row_get_focus (row) : 0;

  if (!keel_template_draft_can_move (self->draft, place, by))
    return;
  keel_template_draft_move (self->draft, place, by);
  /* Sections are found by where they are. */
  if (place->field == NULL)
    place->section += by;
  keel_template_window_focus_row (rows, place, button);
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (KEEL_TEMPLATE_WINDOW (widget), parameter, -1);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (KEEL_TEMPLATE_WINDOW (widget), parameter, 1);
}

/* A removal that can be taken back while nothing else was done. */
typedef struct
{
  GtkWidget *window; /* weak */
  KeelTemplateDraft *draft;
  guint step;
} Removal;

static void
removal_free (Removal *removal)
{
  g_clear_weak_pointer (&removal->window);
  g_object_unref (removal->draft);
  g_free (removal);
}

/* What was done since is not taken back with it: Ctrl+Z goes through that step by step. */
static void
undo_removal (gpointer data)
{
  const Removal *removal = data;

  if (keel_template_draft_get_step (removal->draft) == removal->step)
    keel_template_draft_undo (removal->draft);
  else if (removal->window != NULL)
    keel_say (removal->window, _ ("It has changed since; nothing was undone."));
}

static char *
describe_place (KeelTemplateWindow *self, const KeelTemplatePlace *place)
{
  const char *words = keel_template_draft_get_words (self->draft, place,
                                                     place->field != NULL ? KEEL_TEMPLATE_LABEL
                                                                          : KEEL_TEMPLATE_TITLE);

  if (*words == '\0')
    return g_strdup (_ ("It is removed."));
  return g_strdup_printf (_ ("“%s” is removed."), words);
}

/* The one after it, or the last. */
static void
focus_position (KeelTemplateWindow *self, GtkListBox *rows, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (rows, position);

  if (row == NULL && position > 0)
    row = gtk_list_box_get_row_at_index (rows, position - 1);
  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (rows == keel_template_sheet_get_rows (self->sheet))
    keel_template_sheet_focus_add (self->sheet);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);
  g_autoptr (KeelTemplatePlace) place = keel_template_place_from_variant (parameter);
  g_autofree char *sentence = describe_place (self, place);
  Removal *removal = g_new0 (Removal, 1);
  KeelTemplateRow *row;
  int position = 0;

  if (self->details != NULL &&
      keel_template_place_equal (keel_template_details_get_place (self->details), place))
    keel_template_window_leave_details (self);
  row = keel_template_window_find_rows (self, place) != NULL
            ? keel_template_row_find (keel_template_window_find_rows (self, place), place)
            : NULL;
  if (row != NULL)
    position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  keel_template_draft_remove (self->draft, place);
  if (keel_template_window_find_rows (self, place) != NULL)
    focus_position (self, keel_template_window_find_rows (self, place), position);
  g_set_weak_pointer (&removal->window, widget);
  removal->draft = g_object_ref (self->draft);
  removal->step = keel_template_draft_get_step (self->draft);
  keel_undo_toast_show (GTK_WIDGET (self), sentence, undo_removal, removal, (GDestroyNotify) removal_free);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_template_draft_undo (KEEL_TEMPLATE_WINDOW (widget)->draft);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_template_draft_redo (KEEL_TEMPLATE_WINDOW (widget)->draft);
}

void
keel_template_window_install_changes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "template.open", "(iss)", open_cb);
  gtk_widget_class_install_action (widget_class, "template.add", "(iss)", add_cb);
  gtk_widget_class_install_action (widget_class, "template.remove", "(iss)", remove_cb);
  gtk_widget_class_install_action (widget_class, "template.move-up", "(iss)", move_up_cb);
  gtk_widget_class_install_action (widget_class, "template.move-down", "(iss)", move_down_cb);
  gtk_widget_class_install_action (widget_class, "template.add-section", NULL, add_section_cb);
  gtk_widget_class_install_action (widget_class, "template.add-program", NULL, add_program_cb);
  gtk_widget_class_install_action (widget_class, "template.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "template.redo", NULL, redo_cb);
}
