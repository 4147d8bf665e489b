#include "config.h"

#include "keel-reading-list.h"

#include <glib/gi18n-lib.h>

#include "content/keel-readings.h"

#include "keel-line-row.h"
#include "keel-names.h"
#include "keel-session-settings.h"

struct _KeelReadingList
{
  AdwBin parent_instance;

  GtkListBox *groups;

  KeelSession *session;
};

G_DEFINE_FINAL_TYPE (KeelReadingList, keel_reading_list, ADW_TYPE_BIN)

static GtkWidget *
make_row (const KeelReading *reading)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, NULL);

  keel_line_row_add_line (row, reading->name, NULL, 0);
  keel_line_row_add_line (row, reading->about, "caption", 0);
  keel_line_row_add_after (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", reading->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.reading");
  return GTK_WIDGET (row);
}

static GtkWidget *
make_group (KeelReadingGroup group)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), keel_sentence_reading_group (group));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), keel_sentence_reading_group_about (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  keel_sentence_reading_group (group), -1);
  keel_names_mend_expander (ADW_EXPANDER_ROW (row));
  return row;
}

static gboolean
suits (const KeelReading *reading, KeelPageGroups pages)
{
  return (reading->member && (pages & KEEL_PAGES_MEMBER) != 0) ||
         (reading->family && (pages & KEEL_PAGES_FAMILY) != 0);
}

static void
show (KeelReadingList *self)
{
  const GPtrArray *readings = keel_content_get_readings (keel_session_get_content (self->session));
  KeelPageGroups pages = keel_session_get_page_groups (self->session);
  GtkWidget *groups[KEEL_READING_N_GROUPS] = { NULL };
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_list_box_remove (self->groups, row);
  for (guint i = 0; i < readings->len; i++)
    {
      const KeelReading *reading = g_ptr_array_index (readings, i);

      if (!suits (reading, pages))
        continue;
      if (groups[reading->group] == NULL)
        {
          groups[reading->group] = make_group (reading->group);
          gtk_list_box_append (self->groups, groups[reading->group]);
        }
      adw_expander_row_add_row (ADW_EXPANDER_ROW (groups[reading->group]), make_row (reading));
    }
}

static void
keel_reading_list_dispose (GObject *object)
{
  KeelReadingList *self = KEEL_READING_LIST (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_reading_list_parent_class)->dispose (object);
}

static void
keel_reading_list_class_init (KeelReadingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_reading_list_dispose;
}

static void
keel_reading_list_init (KeelReadingList *self)
{
  GtkWidget *groups = gtk_list_box_new ();

  self->groups = GTK_LIST_BOX (groups);
  gtk_list_box_set_selection_mode (self->groups, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (groups, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (groups), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("To read"), -1);
  adw_bin_set_child (ADW_BIN (self), groups);
}

GtkWidget *
keel_reading_list_new (KeelSession *session)
{
  KeelReadingList *self = g_object_new (KEEL_TYPE_READING_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "pages-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
