#include "config.h"

#include "keel-family-life.h"

#include <glib/gi18n-lib.h>

#include "keel-family-ways.h"
#include "keel-session-settings.h"
#include "keel-way-row.h"

#define CARING_FOR_MYSELF "w42"

struct _KeelFamilyLife
{
  AdwBin parent_instance;

  GPtrArray *alone; /* rows for whom members' pages do not lead there */

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelFamilyLife, keel_family_life, ADW_TYPE_BIN)

static const struct
{
  gboolean alone; /* with members' pages it has its place there */
  const char *action;
  const char *title;
  const char *about;
} ways[] = {
  { FALSE, "win.show-calendar", NC_ ("family", "My meetings"), N_ ("What you go to, and when") },
  { TRUE, "app.days", NC_ ("family", "My time in the group"),
    N_ ("Only if you like: since your own first meeting") },
  { FALSE, "app.people", NC_ ("family", "People"), N_ ("Who is with you, and when you last spoke") },
  { FALSE, "app.journal", NC_ ("family", "Journal and story"),
    N_ ("What you write for yourself, gratitude, your story") },
  { TRUE, "app.reasons", NC_ ("family", "What I want for my life"), N_ ("In your own words, and pictures") },
  { TRUE, "win.go::progress", NC_ ("family", "Looking back"),
    N_ ("How you were, and what you did for yourself") },
};

static void
choose_rows (KeelFamilyLife *self)
{
  gboolean alone = keel_session_is_for_family_alone (self->session);

  for (guint i = 0; i < self->alone->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->alone, i), alone);
}

static void
keel_family_life_dispose (GObject *object)
{
  KeelFamilyLife *self = KEEL_FAMILY_LIFE (object);

  g_clear_object (&self->session);
  g_ptr_array_set_size (self->alone, 0);
  G_OBJECT_CLASS (keel_family_life_parent_class)->dispose (object);
}

static void
keel_family_life_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_FAMILY_LIFE (object)->alone);
  G_OBJECT_CLASS (keel_family_life_parent_class)->finalize (object);
}

static void
keel_family_life_class_init (KeelFamilyLifeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_family_life_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_family_life_finalize;
}

static void
keel_family_life_init (KeelFamilyLife *self)
{
  self->alone = g_ptr_array_new ();
}

static void
fill (KeelFamilyLife *self, GtkListBox *list)
{
  GtkWidget *care = keel_family_ways_make (keel_session_get_content (self->session), CARING_FOR_MYSELF);

  if (care != NULL)
    gtk_list_box_append (list, care);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *row = keel_way_row_new (g_dpgettext2 (GETTEXT_PACKAGE, "family", ways[i].title),
                                         _ (ways[i].about), ways[i].action);

      gtk_list_box_append (list, row);
      if (ways[i].alone)
        g_ptr_array_add (self->alone, row);
    }
}

GtkWidget *
keel_family_life_new (KeelSession *session)
{
  KeelFamilyLife *self = g_object_new (KEEL_TYPE_FAMILY_LIFE, NULL);
  GtkWidget *list = gtk_list_box_new ();

  self->session = g_object_ref (session);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("family", "My own life"), -1);
  fill (self, GTK_LIST_BOX (list));
  adw_bin_set_child (ADW_BIN (self), list);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (choose_rows), self, G_CONNECT_SWAPPED);
  choose_rows (self);
  return GTK_WIDGET (self);
}
