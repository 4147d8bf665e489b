#include "keel-announcer.h"

#include "keel-pages.h"

/* A listener asks for the name of a new focus first; the focus also needs a moment to come to rest. */
#define REST_MS 400
#define GREETING_MS 300

struct _KeelAnnouncer
{
  GObject parent_instance;

  char *sentence;
  guint timer;
  GtkWidget *described; /* weak: what carries the sentence */
  GtkWindow *window;    /* weak: where that is */
};

G_DEFINE_FINAL_TYPE (KeelAnnouncer, keel_announcer, G_TYPE_OBJECT)

static void
take_back (KeelAnnouncer *self)
{
  if (self->described != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->described), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  g_clear_weak_pointer (&self->described);
  g_clear_weak_pointer (&self->window);
}

static GtkWindow *
find_active_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (GTK_IS_WINDOW (l->data) && gtk_window_is_active (l->data))
        return l->data;
    }
  return NULL;
}

/* The text inside an entry is none of its own for a screen reader: the entry stands for it. */
static GtkWidget *
find_heard (GtkWidget *focus)
{
  while (focus != NULL &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus)) == GTK_ACCESSIBLE_ROLE_NONE)
    focus = gtk_widget_get_parent (focus);
  return focus;
}

static gboolean
say_cb (gpointer data)
{
  KeelAnnouncer *self = data;
  GtkWindow *window = find_active_window ();
  GtkWidget *heard = window != NULL ? find_heard (gtk_window_get_focus (window)) : NULL;

  self->timer = 0;
  take_back (self);
  if (heard == NULL)
    return G_SOURCE_REMOVE;
  g_set_weak_pointer (&self->described, heard);
  g_set_weak_pointer (&self->window, window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heard), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->sentence,
                                  -1);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (take_back), self);
  return G_SOURCE_REMOVE;
}

static void
keel_announcer_finalize (GObject *object)
{
  KeelAnnouncer *self = KEEL_ANNOUNCER (object);

  take_back (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_free (self->sentence);
  G_OBJECT_CLASS (keel_announcer_parent_class)->finalize (object);
}

static void
keel_announcer_class_init (KeelAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_announcer_finalize;
}

static void
keel_announcer_init (KeelAnnouncer *self)
{
}

KeelAnnouncer *
keel_announcer_new (void)
{
  return g_object_new (KEEL_TYPE_ANNOUNCER, NULL);
}

void
keel_announcer_say (KeelAnnouncer *self, const char *sentence)
{
  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST_MS, say_cb, self);
}

/* To have the focus selects all of a text, and the next key would wipe it out. */
static void
focus_again (GtkWindow *window, GtkWidget *focus)
{
  int start = 0, end = 0;

  if (GTK_IS_EDITABLE (focus))
    gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end);
  gtk_window_set_focus (window, NULL);
  gtk_window_set_focus (window, focus);
  if (GTK_IS_EDITABLE (focus))
    gtk_editable_select_region (GTK_EDITABLE (focus), start, end);
}

/* A window that opens while another one closes may lose the focus once more: then it waits for it again. */
static gboolean
focus_again_cb (gpointer data)
{
  GtkWindow *window = data;
  GtkWidget *focus = gtk_window_get_focus (window);

  if (!gtk_window_is_active (window))
    {
      keel_announcer_greet (window);
    }
  else if (focus != NULL)
    {
      g_object_ref (focus);
      focus_again (window, focus);
      g_object_unref (focus);
    }
  return G_SOURCE_REMOVE;
}

static void
active_cb (GtkWindow *window)
{
  if (!gtk_window_is_active (window))
    return;
  g_signal_handlers_disconnect_by_func (window, active_cb, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, GREETING_MS, focus_again_cb, g_object_ref (window), g_object_unref);
}

void
keel_announcer_greet (GtkWindow *window)
{
  g_signal_connect (window, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

static void
silence_pages (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget))
    keel_pages_silence (GTK_STACK (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    silence_pages (child);
}

void
keel_announcer_name_popover (GtkPopover *popover, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  silence_pages (GTK_WIDGET (popover));
}

void
keel_announcer_name_menu (GtkMenuButton *button, const char *name)
{
  keel_announcer_name_popover (gtk_menu_button_get_popover (button), name);
}
