#include "config.h"

#include "keel-reading-window.h"

#include "content/keel-readings.h"

#include "keel-announcer.h"
#include "keel-program-window.h"
#include "keel-reading-links.h"
#include "keel-reading-sections.h"

struct _KeelReadingWindow
{
  AdwWindow parent_instance;

  GtkWidget *back;
  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *about;
  GtkBox *words;
  GtkBox *links;
  GtkBox *sources;

  KeelSession *session;
  GPtrArray *before; /* ids: the pages that were read before this one, the last one last */
  const char *id;
};

G_DEFINE_FINAL_TYPE (KeelReadingWindow, keel_reading_window, ADW_TYPE_WINDOW)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show (KeelReadingWindow *self, const KeelReading *reading)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  self->id = reading->id;
  gtk_label_set_text (self->name, reading->name);
  gtk_label_set_text (self->about, reading->about);
  clear (self->words);
  clear (self->links);
  clear (self->sources);
  keel_reading_sections_add_words (self->words, reading);
  keel_reading_links_add (self->links, self->session, reading);
  keel_reading_sections_add_sources (self->sources, reading);
  gtk_widget_set_visible (self->back, self->before->len > 0);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static const KeelReading *
find (KeelReadingWindow *self, const char *id)
{
  return keel_content_find_reading (keel_session_get_content (self->session), id);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelReadingWindow *self = KEEL_READING_WINDOW (widget);
  const KeelReading *reading;

  if (self->before->len == 0)
    return;
  reading = find (self, self->before->pdata[self->before->len - 1]);
  g_ptr_array_remove_index (self->before, self->before->len - 1);
  show (self, reading);
}

/* What is opened lies behind this window, which goes. */
static void
leave_to (KeelReadingWindow *self, const char *action, const char *target)
{
  GActionGroup *application = G_ACTION_GROUP (g_application_get_default ());
  g_autofree char *to = g_strdup (target);

  gtk_window_close (GTK_WINDOW (self));
  g_action_group_activate_action (application, action, g_variant_new_string (to));
}

static void
open_reading (KeelReadingWindow *self, const char *id)
{
  const KeelReading *reading = find (self, id);

  if (reading == NULL)
    return;
  g_ptr_array_add (self->before, g_strdup (self->id));
  show (self, reading);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelReadingWindow *self = KEEL_READING_WINDOW (widget);
  const char *kind, *to;

  g_variant_get (parameter, "(&s&s)", &kind, &to);
  if (g_str_equal (kind, keel_reading_link_words[KEEL_READING_LINK_READING]))
    open_reading (self, to);
  else if (g_str_equal (kind, keel_reading_link_words[KEEL_READING_LINK_WORKSHEET]))
    leave_to (self, "open-worksheet", to);
  else if (g_str_equal (kind, keel_reading_link_words[KEEL_READING_LINK_CARD]))
    leave_to (self, "open-strategy", to);
  else if (g_str_equal (kind, keel_reading_link_words[KEEL_READING_LINK_SAFETY]))
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "help-page",
                                    g_variant_new_string (to));
  else if (g_str_equal (kind, keel_reading_link_words[KEEL_READING_LINK_PROGRAM]))
    keel_program_window_present_program (GTK_WINDOW (self), self->session, to);
}

static void
keel_reading_window_dispose (GObject *object)
{
  KeelReadingWindow *self = KEEL_READING_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_reading_window_parent_class)->dispose (object);
}

static void
keel_reading_window_class_init (KeelReadingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_reading_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-reading-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelReadingWindow, back);
  gtk_widget_class_bind_template_child (widget_class, KeelReadingWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelReadingWindow, name);
  gtk_widget_class_bind_template_child (widget_class, KeelReadingWindow, about);
  gtk_widget_class_bind_template_child (widget_class, KeelReadingWindow, words);
  gtk_widget_class_bind_template_child (widget_class, KeelReadingWindow, links);
  gtk_widget_class_bind_template_child (widget_class, KeelReadingWindow, sources);
  gtk_widget_class_install_action (widget_class, "reading.open", "(ss)", open_cb);
  gtk_widget_class_install_action (widget_class, "reading.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "reading.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_reading_window_init (KeelReadingWindow *self)
{
  self->before = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "app", G_ACTION_GROUP (g_application_get_default ()));
  keel_announcer_greet (GTK_WINDOW (self));
}

void
keel_reading_window_present (GtkWindow *parent, KeelSession *session, const char *id)
{
  const KeelReading *reading = keel_content_find_reading (keel_session_get_content (session), id);
  KeelReadingWindow *self;

  if (reading == NULL)
    return;
  self = g_object_new (KEEL_TYPE_READING_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  show (self, reading);
  gtk_window_present (GTK_WINDOW (self));
}
