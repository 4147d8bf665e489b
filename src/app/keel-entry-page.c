#include "config.h"

#include "keel-entry-page-private.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-entry-acts.h"
#include "keel-entry-form.h"
#include "keel-entry-gate.h"
#include "keel-entry-notes.h"
#include "keel-entry-share.h"
#include "keel-entry-size.h"
#include "keel-entry-tie-acts.h"
#include "keel-measure.h"
#include "keel-session-guard.h"
#include "keel-window.h"
#include "keel-template-entry.h"

/* After the last key in the title. */
#define TITLE_DELAY_MS 500

G_DEFINE_FINAL_TYPE (KeelEntryPage, keel_entry_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PINNED,
  N_PROPERTIES
};

enum
{
  SIGNAL_LEFT,
  SIGNAL_STAYED,
  SIGNAL_OPENED,
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static KeelEntry *
get_entry (KeelEntryPage *self)
{
  return keel_entry_saver_get_entry (self->saver);
}

static void
tell (KeelEntryPage *self, const char *sentence)
{
  gtk_label_set_text (self->status, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

void
keel_entry_page_tell_error (KeelEntryPage *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  tell (self, sentence);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
show_entry (KeelEntryPage *self)
{
  KeelEntry *entry = get_entry (self);
  gboolean finished = entry != NULL && entry->state != KEEL_ENTRY_DRAFT;
  KeelWorksheet *worksheet = keel_entry_document_get_worksheet (self->document);
  const char *title = entry != NULL && entry->title != NULL ? entry->title : worksheet->name;

  adw_window_title_set_title (self->title, worksheet->quiet ? _ ("Worksheet") : title);
  gtk_button_set_label (self->finish, finished ? _ ("Go On Writing") : _ ("Finish"));
  if (finished)
    gtk_widget_remove_css_class (GTK_WIDGET (self->finish), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->finish), "suggested-action");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.duplicate", entry != NULL && !worksheet->undated);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.new", !worksheet->undated);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.history", entry != NULL && !worksheet->undated);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.link", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.remind", !worksheet->quiet);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.share", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.trash", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.destroy", entry != NULL);
  g_object_notify (G_OBJECT (self), "pinned");
  keel_entry_ties_show (self->ties, self->session, entry, self->link, self->target);
}

static void
entry_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelEntry) entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);

  if (entry == NULL)
    {
      keel_entry_page_tell_error (self, error);
      return;
    }
  keel_entry_saver_set_entry (self->saver, entry);
  show_entry (self);
}

static void
tied_cb (KeelEntryPage *self, KeelEntry *entry)
{
  keel_entry_saver_set_entry (self->saver, entry);
}

static gboolean
has_new_title (KeelEntryPage *self)
{
  KeelEntry *entry = get_entry (self);
  const char *before = entry != NULL && entry->title != NULL ? entry->title : "";

  return g_strcmp0 (gtk_editable_get_text (self->own_title), before) != 0;
}

/* An entry that there is not yet begins with it. */
void
keel_entry_page_save_title (KeelEntryPage *self)
{
  KeelEntry *entry = get_entry (self);

  g_clear_handle_id (&self->title_timer, g_source_remove);
  if (self->form == NULL || !has_new_title (self))
    return;
  if (entry != NULL)
    keel_session_title_entry_async (self->session, entry->uuid, gtk_editable_get_text (self->own_title),
                                    entry_cb, g_object_ref (self));
  else
    keel_entry_saver_begin (self->saver);
}

static gboolean
title_timeout_cb (gpointer data)
{
  KeelEntryPage *self = data;

  self->title_timer = 0;
  keel_entry_page_save_title (self);
  return G_SOURCE_REMOVE;
}

static void
title_changed_cb (KeelEntryPage *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->title_timer, g_source_remove);
  self->title_timer = g_timeout_add (TITLE_DELAY_MS, title_timeout_cb, self);
}

static void
waiting_cb (KeelEntryPage *self)
{
  tell (self, _ ("Not saved yet"));
}

static void
saved_cb (KeelEntryPage *self)
{
  tell (self, _ ("Saved"));
  show_entry (self);
  if (self->title_timer == 0)
    keel_entry_page_save_title (self);
}

/* One of them may put another page in the place of this one. */
static void
do_acts (KeelEntryPage *self)
{
  g_autoptr (GArray) acts = g_steal_pointer (&self->acts);

  for (guint i = 0; acts != NULL && i < acts->len && self->saver != NULL; i++)
    g_array_index (acts, KeelEntryPageFunc, i) (self);
}

static void
left_cb (KeelEntryPage *self)
{
  keel_entry_page_save_title (self);
  if (self->form != NULL && get_entry (self) != NULL)
    keel_session_note_seen (self->session, get_entry (self)->uuid);
  do_acts (self);
  if (self->leaving)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
  self->leaving = FALSE;
}

static void
failed_cb (KeelEntrySaver *saver, GError *error, KeelEntryPage *self)
{
  g_autofree char *reason = keel_sentence_for_error (error, NULL);
  /* Translators: what could not be saved is still on the page; %s says why in a sentence. */
  g_autofree char *sentence =
      g_strdup_printf (_ ("%s What you wrote is still here, and Keel goes on trying to save it."), reason);

  /* Once is enough, however often it is tried. */
  if (self->leaving || self->acts != NULL || g_strcmp0 (gtk_label_get_text (self->status), sentence) != 0)
    keel_say (GTK_WIDGET (self), sentence);
  tell (self, sentence);
  g_clear_pointer (&self->acts, g_array_unref);
  if (self->leaving)
    g_signal_emit (self, signals[SIGNAL_STAYED], 0);
  self->leaving = FALSE;
}

static void
refused_cb (KeelEntryDocument *document, GError *error, KeelEntryPage *self)
{
  const char *sentence =
      g_error_matches (error, KEEL_ANSWERS_ERROR, KEEL_ANSWERS_ERROR_TOO_LONG)
          ? _ ("This is more than Keel can keep in one place. The last change is not saved.")
          : _ ("Keel cannot keep this text. The last change is not saved.");

  tell (self, sentence);
  keel_say (GTK_WIDGET (self), sentence);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_page_leave (KEEL_ENTRY_PAGE (widget));
}

/* Out of what is largest first. */
static void
escape_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root) && gtk_window_is_fullscreen (GTK_WINDOW (root)))
    gtk_window_unfullscreen (GTK_WINDOW (root));
  else
    keel_entry_page_leave (KEEL_ENTRY_PAGE (widget));
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);

  if (!keel_entry_document_undo (self->document))
    tell (self, _ ("There is nothing more to undo."));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (widget);

  if (!keel_entry_document_redo (self->document))
    tell (self, _ ("There is nothing more to redo."));
}

static void
larger_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_size_change (KEEL_ENTRY_PAGE (widget)->paper, 1);
}

static void
smaller_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_size_change (KEEL_ENTRY_PAGE (widget)->paper, -1);
}

/* Whatever is saved after it would be a change of what is finished. */
static void
finish (KeelEntryPage *self)
{
  KeelEntry *entry = get_entry (self);

  if (entry == NULL)
    {
      tell (self, _ ("Nothing is written here yet."));
      return;
    }
  keel_session_mark_entry_async (self->session, entry->uuid,
                                 entry->state == KEEL_ENTRY_DRAFT ? KEEL_ENTRY_FINISHED : KEEL_ENTRY_DRAFT,
                                 entry_cb, g_object_ref (self));
  tell (self, entry->state == KEEL_ENTRY_DRAFT ? _ ("Finished. You can still change it.")
                                               : _ ("Not finished yet."));
}

static void
finish_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  keel_entry_page_save_first (KEEL_ENTRY_PAGE (widget), finish);
}

static void
pin (KeelEntryPage *self)
{
  if (get_entry (self) == NULL)
    tell (self, _ ("Nothing is written here yet."));
  else
    keel_session_pin_entry_async (self->session, get_entry (self)->uuid, self->pinning, entry_cb,
                                  g_object_ref (self));
}

static void
keel_entry_page_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (object);

  g_value_set_boolean (value, self->saver != NULL && get_entry (self) != NULL && get_entry (self)->pinned);
}

static void
keel_entry_page_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (object);

  if (self->saver == NULL)
    return;
  self->pinning = g_value_get_boolean (value);
  keel_entry_page_save_first (self, pin);
}

static void
keel_entry_page_dispose (GObject *object)
{
  KeelEntryPage *self = KEEL_ENTRY_PAGE (object);

  g_clear_handle_id (&self->title_timer, g_source_remove);
  g_clear_object (&self->saver);
  g_clear_pointer (&self->acts, g_array_unref);
  g_clear_pointer (&self->next, keel_writing_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_entry_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "entry.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "entry.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "entry.redo" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "entry.larger" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "entry.larger" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "entry.larger" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "entry.smaller" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "entry.smaller" },
    { GDK_KEY_Left, GDK_ALT_MASK, "entry.leave" },
    { GDK_KEY_Escape, 0, "entry.escape" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, keys[i].action, NULL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "entry.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "entry.escape", NULL, escape_cb);
  gtk_widget_class_install_action (widget_class, "entry.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "entry.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "entry.larger", NULL, larger_cb);
  gtk_widget_class_install_action (widget_class, "entry.smaller", NULL, smaller_cb);
  gtk_widget_class_install_action (widget_class, "entry.finish", NULL, finish_cb);
  keel_entry_acts_install (widget_class);
  keel_entry_share_install (widget_class);
  keel_entry_tie_acts_install (widget_class);
  keel_template_entry_install (widget_class);
  gtk_widget_class_install_property_action (widget_class, "entry.pin", "pinned");
}

static void
keel_entry_page_class_init (KeelEntryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = keel_entry_page_dispose;
  object_class->get_property = keel_entry_page_get_property;
  object_class->set_property = keel_entry_page_set_property;
  g_object_class_install_property (object_class, PROP_PINNED,
                                   g_param_spec_boolean ("pinned", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                             G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_LEFT] = g_signal_new ("left", KEEL_TYPE_ENTRY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_STAYED] = g_signal_new ("stayed", KEEL_TYPE_ENTRY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", KEEL_TYPE_ENTRY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_GONE] = g_signal_new ("gone", KEEL_TYPE_ENTRY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, KEEL_TYPE_ENTRY);

  g_type_ensure (KEEL_TYPE_ENTRY_TIES);
  g_type_ensure (KEEL_TYPE_MEASURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, title);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, gate_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, paper);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, name);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, about);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, notes);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, own_title);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, ties);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, closing);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, finish);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryPage, status);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tied_cb);
  install_actions (widget_class);
  add_keys (widget_class);
}

static void
keel_entry_page_init (KeelEntryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_name_menu (self->menu_button, _ ("More for this page"));
  keel_entry_size_apply (self->paper);
}

static void
watch (KeelEntryPage *self)
{
  g_signal_connect_object (self->saver, "waiting", G_CALLBACK (waiting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->document, "refused", G_CALLBACK (refused_cb), self, 0);
  g_signal_connect_object (self->session, "ending", G_CALLBACK (keel_entry_page_save_title), self,
                           G_CONNECT_SWAPPED);
}

static void
add_switch (KeelEntryPage *self, const KeelWorksheet *worksheet)
{
  GtkWidget *guard = keel_entry_gate_make_switch (self->session, worksheet);

  if (guard == NULL)
    return;
  gtk_box_append (self->notes, guard);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), TRUE);
}

static void
show_paper (KeelEntryPage *self, KeelEntry *entry)
{
  KeelWorksheet *worksheet = keel_entry_document_get_worksheet (self->document);

  self->showing = TRUE;
  gtk_label_set_text (self->name, worksheet->name);
  gtk_label_set_text (self->about, worksheet->about != NULL ? worksheet->about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), worksheet->about != NULL);
  gtk_editable_set_text (self->own_title, entry != NULL && entry->title != NULL ? entry->title : "");
  keel_entry_notes_fill (self->notes, self->closing, worksheet);
  add_switch (self, worksheet);
  self->form = GTK_WIDGET (keel_entry_form_new (self->document));
  adw_bin_set_child (self->form_bin, self->form);
  self->showing = FALSE;
  show_entry (self);
}

static void
show_gate (KeelEntryPage *self, gboolean closed)
{
  gtk_widget_set_visible (GTK_WIDGET (self->gate_bin), closed);
  gtk_widget_set_visible (self->scroller, !closed);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !closed);
}

static void
opened_cb (KeelEntryPage *self)
{
  show_paper (self, get_entry (self));
  show_gate (self, FALSE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    keel_entry_page_begin (self);
  adw_bin_set_child (self->gate_bin, NULL);
}

/* What was written is not even on a page that nobody sees before. */
static void
ask_again (KeelEntryPage *self)
{
  KeelEntryGate *gate = keel_entry_gate_new (self->session);

  g_signal_connect_object (gate, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->gate_bin, GTK_WIDGET (gate));
  show_gate (self, TRUE);
}

KeelEntryPage *
keel_entry_page_new (KeelSession *session, KeelWriting *paper)
{
  KeelEntryPage *self = g_object_new (KEEL_TYPE_ENTRY_PAGE, NULL);

  self->session = g_object_ref (session);
  self->document = keel_entry_document_new (g_steal_pointer (&paper->worksheet),
                                            g_steal_pointer (&paper->answers));
  keel_entry_document_set_content (self->document, keel_session_get_content (session));
  self->saver = keel_entry_saver_new (session, self->document, paper->entry);
  self->link = paper->link;
  self->target = g_strdup (paper->target);
  keel_entry_saver_set_link (self->saver, self->link, self->target);
  if (keel_entry_gate_is_needed (session, keel_entry_document_get_worksheet (self->document)))
    ask_again (self);
  else
    show_paper (self, paper->entry);
  watch (self);
  keel_writing_free (paper);
  return self;
}

void
keel_entry_page_leave (KeelEntryPage *self)
{
  self->leaving = TRUE;
  if (get_entry (self) == NULL)
    keel_entry_page_save_title (self);
  keel_entry_saver_leave (self->saver);
}

void
keel_entry_page_save_first (KeelEntryPage *self, KeelEntryPageFunc func)
{
  if (self->saver == NULL)
    return;
  if (self->acts == NULL)
    self->acts = g_array_new (FALSE, FALSE, sizeof (KeelEntryPageFunc));
  g_array_append_val (self->acts, func);
  if (get_entry (self) == NULL)
    keel_entry_page_save_title (self);
  keel_entry_saver_leave (self->saver);
}

gboolean
keel_entry_page_is_waiting (KeelEntryPage *self)
{
  return keel_entry_saver_is_waiting (self->saver);
}

const char *
keel_entry_page_get_uuid (KeelEntryPage *self)
{
  return get_entry (self) != NULL ? get_entry (self)->uuid : NULL;
}

void
keel_entry_page_begin (KeelEntryPage *self)
{
  gtk_widget_grab_focus (self->form != NULL ? self->form : adw_bin_get_child (self->gate_bin));
}
