#include "config.h"

#include "keel-help-sheet.h"

#include <glib/gi18n-lib.h>

#include "content/keel-entry-text.h"

#include "keel-entry-share.h"
#include "keel-help-acts.h"
#include "keel-wrap-box.h"

struct _KeelHelpSheet
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *words;
  GtkWidget *words_card;
  GtkButton *open;
  GtkWidget *print;

  KeelSession *session;
  char *id;
  char *uuid; /* of its page; NULL: nothing is written */
  gboolean with_words;
};

G_DEFINE_FINAL_TYPE (KeelHelpSheet, keel_help_sheet, ADW_TYPE_BIN)

static void
open_cb (KeelHelpSheet *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-worksheet", "s", self->id);
}

static void
print_cb (KeelHelpSheet *self)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);

  if (self->uuid == NULL)
    return;
  g_ptr_array_add (uuids, g_strdup (self->uuid));
  keel_entry_share_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, uuids);
}

static void
show_words (KeelHelpSheet *self, const KeelWriting *writing)
{
  g_autofree char *text = NULL;

  if (self->with_words && writing->entry != NULL && writing->entry->guard == KEEL_ENTRY_GUARD_NONE)
    text = keel_entry_text_describe (writing->worksheet, writing->answers);
  if (text != NULL)
    g_strchomp (text);
  gtk_label_set_text (self->words, text != NULL ? text : "");
  gtk_widget_set_visible (self->words_card, text != NULL && *text != '\0');
}

static void
show (KeelHelpSheet *self, const KeelWriting *writing)
{
  gboolean begun = writing->entry != NULL;

  g_free (self->uuid);
  self->uuid = begun ? g_strdup (writing->entry->uuid) : NULL;
  gtk_label_set_text (self->name, writing->worksheet->name);
  gtk_label_set_text (self->about, writing->worksheet->about != NULL ? writing->worksheet->about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), !begun && writing->worksheet->about != NULL);
  gtk_button_set_label (self->open, begun ? C_ ("worksheet", "Open") : C_ ("worksheet", "Begin"));
  gtk_widget_set_visible (self->print, begun);
  show_words (self, writing);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* Takes @label. */
static void
name_button (GtkWidget *button, char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_free (label);
}

/* As a listener hears them. */
static void
name_buttons (KeelHelpSheet *self, const char *name)
{
  /* Translators: of all three, %s is the name of a worksheet. */
  name_button (GTK_WIDGET (self->open), self->uuid != NULL ? g_strdup_printf (_ ("Open: %s"), name)
                                                           : g_strdup_printf (_ ("Begin: %s"), name));
  name_button (self->print, g_strdup_printf (_ ("Print or share: %s"), name));
}

/* What cannot be read is not worth a word here: the page itself tells it. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelHelpSheet) self = data;
  g_autoptr (KeelWriting) writing = keel_session_writing_finish (KEEL_SESSION (source), result, NULL);

  if (writing == NULL || self->session == NULL)
    return;
  show (self, writing);
  name_buttons (self, writing->worksheet->name);
}

static void
refresh (KeelHelpSheet *self)
{
  const KeelWorksheet *worksheet = keel_content_find_worksheet (keel_session_get_content (self->session),
                                                                self->id);

  if (worksheet != NULL)
    keel_session_open_worksheet_async (self->session, worksheet, TRUE, read_cb, g_object_ref (self));
}

static void
keel_help_sheet_dispose (GObject *object)
{
  KeelHelpSheet *self = KEEL_HELP_SHEET (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->uuid, g_free);
  G_OBJECT_CLASS (keel_help_sheet_parent_class)->dispose (object);
}

static void
keel_help_sheet_class_init (KeelHelpSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_help_sheet_dispose;

  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-help-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSheet, name);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSheet, about);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSheet, words);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSheet, words_card);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSheet, open);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpSheet, print);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
keel_help_sheet_init (KeelHelpSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_help_wrap_button (self->print);
}

GtkWidget *
keel_help_sheet_new (KeelSession *session, const char *id, gboolean with_words)
{
  KeelHelpSheet *self = g_object_new (KEEL_TYPE_HELP_SHEET, "visible", FALSE, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  self->with_words = with_words;
  g_signal_connect_object (session, "entries-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
