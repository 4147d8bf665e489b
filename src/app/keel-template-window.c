#include "config.h"

#include "keel-template-window-private.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-choices.h"
#include "keel-draft.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-template-acts.h"
#include "keel-template-inputs.h"
#include "keel-template-preview.h"
#include "keel-template-row.h"
#include "keel-window.h"

/* What is typed is kept within this time, and typing that pauses for as long is a step of its own. */
#define KEEP_DELAY_MS 1000

static void keel_template_window_draft_init (KeelDraftInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KeelTemplateWindow, keel_template_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KEEL_TYPE_DRAFT, keel_template_window_draft_init))

static void
tell (KeelTemplateWindow *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
  if (sentence != NULL)
    keel_say (GTK_WIDGET (self), sentence);
}

void
keel_template_window_tell_fault (KeelTemplateWindow *self, const KeelTemplateFault *fault)
{
  g_autofree char *sentence = keel_template_fault_describe (fault);

  tell (self, sentence);
}

/* --- Pages --- */

void
keel_template_window_show_page (KeelTemplateWindow *self, const char *name, const char *title)
{
  gboolean sheet = g_str_equal (name, "sheet");

  keel_pages_show (self->stack, name);
  adw_window_title_set_title (self->title, title);
  gtk_widget_set_visible (self->cancel, sheet);
  gtk_widget_set_visible (self->back, !sheet);
  gtk_widget_set_visible (self->preview, !g_str_equal (name, "preview"));
}

static void
show_sheet (KeelTemplateWindow *self)
{
  keel_template_window_show_page (self, "sheet", _ ("Your Worksheet"));
}

void
keel_template_window_show_details (KeelTemplateWindow *self, KeelTemplatePlace *place)
{
  self->details = keel_template_details_new (self->draft, place);
  adw_clamp_set_child (self->details_bin, GTK_WIDGET (self->details));
  keel_template_window_show_page (self, "details",
                                  place->field == NULL    ? C_ ("worksheet", "Part")
                                  : place->column != NULL ? C_ ("worksheet", "Column")
                                                          : C_ ("worksheet", "Question"));
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

void
keel_template_window_focus_row (GtkListBox *rows, const KeelTemplatePlace *place, int by)
{
  KeelTemplateRow *row = rows != NULL ? keel_template_row_find (rows, place) : NULL;

  if (row != NULL)
    keel_template_row_focus (row, by);
}

GtkListBox *
keel_template_window_find_rows (KeelTemplateWindow *self, const KeelTemplatePlace *place)
{
  if (place->column == NULL)
    return keel_template_sheet_get_rows (self->sheet);
  return self->details != NULL ? keel_template_details_get_columns (self->details) : NULL;
}

void
keel_template_window_leave_details (KeelTemplateWindow *self)
{
  g_autoptr (KeelTemplatePlace) place = g_object_ref (keel_template_details_get_place (self->details));
  g_autoptr (KeelTemplatePlace) table = NULL;

  if (place->column != NULL)
    table = keel_template_place_new_field (place->field, NULL);
  if (table != NULL && keel_template_draft_has (self->draft, table))
    keel_template_window_show_details (self, table);
  else
    {
      show_sheet (self);
      adw_clamp_set_child (self->details_bin, NULL);
      self->details = NULL;
    }
  keel_template_window_focus_row (keel_template_window_find_rows (self, place), place, 0);
}

void
keel_template_window_go_back (KeelTemplateWindow *self)
{
  g_clear_object (&self->adding);
  if (keel_pages_shows (self->stack, "sheet"))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (keel_pages_shows (self->stack, "details"))
    {
      keel_template_window_leave_details (self);
      return;
    }
  if (keel_pages_shows (self->stack, "programs"))
    {
      show_sheet (self);
      keel_template_sheet_focus_uses (self->sheet);
      return;
    }
  adw_clamp_set_child (self->preview_bin, NULL);
  if (self->details != NULL)
    {
      keel_template_window_show_page (self, "details", C_ ("worksheet", "Question"));
      gtk_widget_grab_focus (GTK_WIDGET (self->details));
      return;
    }
  show_sheet (self);
  keel_template_sheet_focus_add (self->sheet);
}

static void
program_chosen_cb (KeelTemplateWindow *self, const char *code)
{
  if (*code != '\0')
    keel_template_draft_add_use (self->draft, code);
  keel_template_window_go_back (self);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_template_window_go_back (KEEL_TEMPLATE_WINDOW (widget));
}

/* --- What becomes of it --- */

/* Leads to what is missing. */
static KeelWorksheet *
make (KeelTemplateWindow *self)
{
  KeelTemplateFault fault = { KEEL_TEMPLATE_FAULT_NONE };
  KeelWorksheet *worksheet = keel_template_draft_make (self->draft, &fault);

  if (worksheet != NULL)
    return worksheet;
  if (fault.place != NULL && (fault.place->field != NULL || fault.place->section >= 0))
    keel_template_window_show_details (self, fault.place);
  else
    {
      show_sheet (self);
      if (fault.kind == KEEL_TEMPLATE_FAULT_NO_FIELDS)
        keel_template_sheet_focus_add (self->sheet);
      else
        keel_template_sheet_focus_name (self->sheet);
    }
  keel_template_window_tell_fault (self, &fault);
  keel_template_fault_clear (&fault);
  return NULL;
}

static void
preview_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);
  KeelWorksheet *worksheet = make (self);

  if (worksheet == NULL)
    return;
  tell (self, NULL);
  adw_clamp_set_child (self->preview_bin, keel_template_preview_new (worksheet));
  keel_template_window_show_page (self, "preview", _ ("How It Will Look"));
  /* It may be there already: what had it is hidden now. */
  if (!(gtk_widget_get_state_flags (GTK_WIDGET (self->preview_bin)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_widget_child_focus (GTK_WIDGET (self->preview_bin), GTK_DIR_TAB_FORWARD);
}

/* Nothing of it is waiting to be saved any more. */
static void
settle_all (KeelTemplateWindow *self)
{
  g_free (self->first);
  self->first = keel_template_draft_to_text (self->draft);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelTemplateWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean saved = keel_own_save_finish (result, &error);

  if (self->session == NULL) /* it was closed meanwhile */
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (saved)
    {
      settle_all (self);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  tell (self, sentence);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (KeelWorksheet) worksheet = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    return;
  worksheet = make (self);
  if (worksheet == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  keel_own_save_async (parent != NULL ? GTK_WIDGET (parent) : widget, self->session, &keel_template_acts,
                       worksheet, saved_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);
  g_autoptr (KeelWorksheet) worksheet = make (self);

  if (worksheet != NULL)
    keel_template_export_present (GTK_WINDOW (self), self->session, worksheet);
}

static const KeelWorksheet *
find_kept (KeelTemplateWindow *self)
{
  return keel_content_find_worksheet (keel_session_get_content (self->session),
                                      keel_template_draft_peek (self->draft)->id);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (find_kept (self) == NULL)
    return;
  keel_own_delete (parent != NULL ? GTK_WIDGET (parent) : widget, self->session, &keel_template_acts,
                   find_kept (self));
  settle_all (self);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_actions (KeelTemplateWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.undo",
                                 keel_template_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.redo",
                                 keel_template_draft_can_redo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.delete", find_kept (self) != NULL);
}

static gboolean
keep_cb (gpointer data)
{
  KeelTemplateWindow *self = data;

  self->keeping = 0;
  if (keel_session_is_open (self->session))
    keel_draft_keep (KEEL_DRAFT (self), self->session);
  return G_SOURCE_REMOVE;
}

static gboolean
settle_cb (gpointer data)
{
  KeelTemplateWindow *self = data;

  self->settling = 0;
  keel_template_draft_settle (self->draft);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (KeelTemplateWindow *self)
{
  tell (self, NULL);
  show_actions (self);
  if (self->keeping == 0)
    self->keeping = g_timeout_add (KEEP_DELAY_MS, keep_cb, self);
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (KEEP_DELAY_MS, settle_cb, self);
}

/* What is shown may be gone by what was undone. */
static void
restored_cb (KeelTemplateWindow *self)
{
  if (self->details != NULL &&
      !keel_template_draft_has (self->draft, keel_template_details_get_place (self->details)))
    keel_template_window_leave_details (self);
}

/* --- Drafts --- */

static const char *
keel_template_window_get_name (KeelDraft *draft)
{
  return KEEL_TEMPLATE_DRAFT;
}

static GVariant *
keel_template_window_save (KeelDraft *draft)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (draft);
  g_autofree char *text = self->draft != NULL ? keel_template_draft_to_text (self->draft) : NULL;
  GVariantDict form;

  if (text == NULL || g_strcmp0 (text, self->first) == 0)
    return NULL;
  g_variant_dict_init (&form, NULL);
  g_variant_dict_insert (&form, "text", "s", text);
  return g_variant_dict_end (&form);
}

static void
keel_template_window_draft_init (KeelDraftInterface *iface)
{
  iface->get_name = keel_template_window_get_name;
  iface->save = keel_template_window_save;
  iface->open = keel_template_window_present_draft;
}

static gboolean
keel_template_window_close_request (GtkWindow *window)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (window);

  g_clear_handle_id (&self->keeping, g_source_remove);
  keel_draft_cancel (KEEL_DRAFT (self), self->session);
  return GTK_WINDOW_CLASS (keel_template_window_parent_class)->close_request (window);
}

static void
keel_template_window_dispose (GObject *object)
{
  KeelTemplateWindow *self = KEEL_TEMPLATE_WINDOW (object);

  g_clear_handle_id (&self->keeping, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_object (&self->adding);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  g_clear_pointer (&self->first, g_free);
  G_OBJECT_CLASS (keel_template_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  keel_template_window_install_changes (widget_class);
  gtk_widget_class_install_action (widget_class, "template.preview", NULL, preview_cb);
  gtk_widget_class_install_action (widget_class, "template.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "template.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "template.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "template.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "template.save", NULL);
}

static void
keel_template_window_class_init (KeelTemplateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_template_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_template_window_close_request;

  g_type_ensure (KEEL_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-template-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, back);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, sheet_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, details_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, types_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, preview_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelTemplateWindow, programs);
  gtk_widget_class_bind_template_callback (widget_class, program_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, keel_template_window_go_back);
  install_actions (widget_class);
}

/* Before any entry takes them for itself. */
static void
add_key (GtkEventController *controller, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                          gtk_named_action_new (action)));
}

static void
keel_template_window_init (KeelTemplateWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  keel_pages_silence (self->stack);
  keel_announcer_greet (GTK_WINDOW (self));
  keel_announcer_name_menu (self->menu_button, _ ("More for this worksheet"));
  keel_names_mend_toasts (self->toasts);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_z, GDK_CONTROL_MASK, "template.undo");
  add_key (keys, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "template.redo");
  add_key (keys, GDK_KEY_y, GDK_CONTROL_MASK, "template.redo");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Takes @draft. Without @kept all of it is waiting to be saved. */
static void
present (GtkWindow *parent, KeelSession *session, KeelTemplateDraft *draft, gboolean kept)
{
  KeelTemplateWindow *self = g_object_new (KEEL_TYPE_TEMPLATE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->draft = draft;
  keel_template_draft_begin_here (draft);
  if (kept)
    settle_all (self);
  self->sheet = keel_template_sheet_new (draft, session);
  adw_clamp_set_child (self->sheet_bin, GTK_WIDGET (self->sheet));
  keel_choices_add_programs (self->programs, keel_session_get_content (session), _ ("None"));
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  show_actions (self);
  show_sheet (self);
  keel_template_sheet_focus_name (self->sheet);
  gtk_window_present (GTK_WINDOW (self));
}

/* One that is being changed is changed in one window. */
static gboolean
present_again (const char *id)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!KEEL_IS_TEMPLATE_WINDOW (window) || KEEL_TEMPLATE_WINDOW (window)->draft == NULL ||
          !g_str_equal (keel_template_draft_peek (KEEL_TEMPLATE_WINDOW (window)->draft)->id, id))
        continue;
      gtk_window_present (window);
      return TRUE;
    }
  return FALSE;
}

void
keel_template_window_present (GtkWindow *parent, KeelSession *session, const KeelWorksheet *base)
{
  if (base == NULL)
    present (parent, session, keel_template_draft_new (NULL, NULL), TRUE);
  else if (!keel_worksheet_is_own (base->id))
    keel_template_window_present_copy (parent, session, base);
  else if (!present_again (base->id))
    present (parent, session, keel_template_draft_new (base, base->id), TRUE);
}

void
keel_template_window_present_copy (GtkWindow *parent, KeelSession *session, const KeelWorksheet *base)
{
  KeelTemplateDraft *draft = keel_template_draft_new (base, NULL);
  g_autoptr (KeelTemplatePlace) all = keel_template_place_new ();
  /* Translators: the name of a copy that a person makes of a worksheet */
  g_autofree char *name = g_strdup_printf (_ ("%s, my own"), base->name);

  keel_template_draft_set_words (draft, all, KEEL_TEMPLATE_NAME, name);
  present (parent, session, draft, TRUE);
}

void
keel_template_window_present_file (GtkWindow *parent, KeelSession *session, const KeelWorksheet *worksheet)
{
  gboolean known = !keel_worksheet_is_own (worksheet->id) ||
                   keel_content_find_worksheet (keel_session_get_content (session), worksheet->id) != NULL;

  /* The same file once more. */
  if (!known && present_again (worksheet->id))
    return;
  present (parent, session, keel_template_draft_new (worksheet, known ? NULL : worksheet->id), FALSE);
}

gboolean
keel_template_window_present_draft (GtkWindow *parent, KeelSession *session, GVariant *draft)
{
  KeelTemplateDraft *read = NULL;
  const char *text;

  if (g_variant_lookup (draft, "text", "&s", &text))
    read = keel_template_draft_new_from_text (text, NULL);
  if (read == NULL)
    return FALSE;
  present (parent, session, read, FALSE);
  return TRUE;
}
