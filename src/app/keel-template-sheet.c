#include "config.h"

#include "keel-template-sheet.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-template-inputs.h"
#include "keel-template-row.h"
#include "keel-template-uses.h"
#include "keel-text-row.h"
#include "keel-worksheet-list.h"

struct _KeelTemplateSheet
{
  AdwBin parent_instance;

  GtkBox *name_box;
  GtkListBox *rows;
  GtkWidget *add;
  GtkWidget *notes;
  KeelChipChoice *groups;
  KeelChipChoice *pages;
  GtkBox *more;

  GtkWidget *name;
  KeelTemplateUses *uses;
  KeelTemplateDraft *draft;
};

G_DEFINE_FINAL_TYPE (KeelTemplateSheet, keel_template_sheet, ADW_TYPE_BIN)

static const char *const page_ids[] = { "member", "family", "both" };

static void
row_activated_cb (KeelTemplateSheet *self, GtkListBoxRow *row)
{
  KeelTemplatePlace *place = keel_template_row_get_place (KEEL_TEMPLATE_ROW (row));

  gtk_widget_activate_action_variant (GTK_WIDGET (self), "template.open",
                                      keel_template_place_to_variant (place));
}

static void
group_chosen_cb (KeelTemplateSheet *self, const char *id)
{
  for (int i = 0; keel_worksheet_group_words[i] != NULL; i++)
    if (g_str_equal (keel_worksheet_group_words[i], id))
      keel_template_draft_set_group (self->draft, (KeelWorksheetGroup) i);
}

static void
pages_chosen_cb (KeelTemplateSheet *self, const char *id)
{
  keel_template_draft_set_pages (self->draft, !g_str_equal (id, "family"), !g_str_equal (id, "member"));
}

static GtkWidget *
make_row_cb (gpointer item, gpointer data)
{
  return GTK_WIDGET (keel_template_row_new (KEEL_TEMPLATE_SHEET (data)->draft, item));
}

static void
show_cb (KeelTemplateSheet *self)
{
  const KeelWorksheet *sheet = keel_template_draft_peek (self->draft);

  keel_chip_choice_select (self->groups, keel_worksheet_group_words[sheet->group]);
  keel_chip_choice_select (self->pages, page_ids[sheet->member ? sheet->family ? 2 : 0 : 1]);
  gtk_widget_set_visible (self->notes, sheet->notes->len > 0);
}

static void
keel_template_sheet_dispose (GObject *object)
{
  g_clear_object (&KEEL_TEMPLATE_SHEET (object)->draft);
  G_OBJECT_CLASS (keel_template_sheet_parent_class)->dispose (object);
}

static void
keel_template_sheet_class_init (KeelTemplateSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_template_sheet_dispose;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-template-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateSheet, name_box);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateSheet, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateSheet, add);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateSheet, notes);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateSheet, groups);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateSheet, pages);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateSheet, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_chosen_cb);
}

static void
keel_template_sheet_init (KeelTemplateSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; keel_worksheet_group_words[i] != NULL; i++)
    keel_chip_choice_add (self->groups, keel_worksheet_group_words[i],
                          keel_worksheet_list_name_group ((KeelWorksheetGroup) i));
  keel_chip_choice_add (self->pages, "member", C_ ("pages", "Members"));
  keel_chip_choice_add (self->pages, "family", C_ ("pages", "Family and friends"));
  keel_chip_choice_add (self->pages, "both", C_ ("pages", "Both"));
}

static void
add_name (KeelTemplateSheet *self, KeelTemplatePlace *all)
{
  GtkListBox *list = keel_template_inputs_add_list (self->name_box, NULL, _ ("Name"));

  self->name = keel_template_inputs_add_words (list, self->draft, all, KEEL_TEMPLATE_NAME, _ ("Name"));
  keel_template_inputs_add_text (self->name_box, self->draft, all, KEEL_TEMPLATE_ABOUT,
                                 _ ("What it is for, in a sentence"), NULL);
}

static void
add_more (KeelTemplateSheet *self, KeelTemplatePlace *all, KeelSession *session)
{
  GtkListBox *list = keel_template_inputs_add_list (self->more, _ ("How it is used"), _ ("How it is used"));

  keel_template_inputs_add_flag (list, self->draft, all, KEEL_TEMPLATE_DAILY, _ ("Every day"),
                                 _ ("It can be opened from Today"));
  keel_template_inputs_add_flag (list, self->draft, all, KEEL_TEMPLATE_SINGLE, _ ("One page to come back to"),
                                 _ ("For a log or a plan: opening it shows the last page"));
  self->uses = keel_template_uses_new (self->draft, keel_session_get_content (session));
  gtk_box_append (self->more, GTK_WIDGET (self->uses));
}

KeelTemplateSheet *
keel_template_sheet_new (KeelTemplateDraft *draft, KeelSession *session)
{
  KeelTemplateSheet *self = g_object_new (KEEL_TYPE_TEMPLATE_SHEET, NULL);
  g_autoptr (KeelTemplatePlace) all = keel_template_place_new ();

  self->draft = g_object_ref (draft);
  add_name (self, all);
  add_more (self, all, session);
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (draft), make_row_cb, self, NULL);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  show_cb (self);
  return self;
}

GtkListBox *
keel_template_sheet_get_rows (KeelTemplateSheet *self)
{
  return self->rows;
}

void
keel_template_sheet_focus_name (KeelTemplateSheet *self)
{
  keel_text_row_mend (KEEL_TEXT_ROW (self->name));
}

void
keel_template_sheet_focus_add (KeelTemplateSheet *self)
{
  gtk_widget_grab_focus (self->add);
}

void
keel_template_sheet_focus_uses (KeelTemplateSheet *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->uses));
}
