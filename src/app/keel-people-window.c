#include "config.h"

#include "keel-people-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-person-sentences.h"
#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-contact-dialog.h"
#include "keel-line-row.h"
#include "keel-names.h"
#include "keel-pages.h"
#include "keel-person-view.h"
#include "keel-session-settings.h"
#include "keel-window.h"

#define UUID "keel-uuid"
/* Contacts, at first and with each press on the button below. */
#define SHOWN 30

struct _KeelPeopleWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *back;
  GtkWidget *add;
  GtkWidget *change;
  AdwStatusPage *none;
  GtkListBox *list;
  GtkScrolledWindow *page;
  KeelPersonView *view;

  KeelSession *session;
  char *person; /* UUID of whom is shown; NULL: the list */
  char *left;   /* UUID of whom was shown before; nullable */
  guint limit;
};

G_DEFINE_FINAL_TYPE (KeelPeopleWindow, keel_people_window, ADW_TYPE_WINDOW)

static void refresh (KeelPeopleWindow *self);

static void
tell_error (KeelPeopleWindow *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  keel_say (GTK_WIDGET (self), sentence);
}

static void
show_page (KeelPeopleWindow *self, const char *page)
{
  gboolean is_person = g_str_equal (page, "person");

  gtk_widget_set_visible (self->back, is_person);
  gtk_widget_set_visible (self->change, is_person);
  gtk_widget_set_visible (self->add, !is_person);
  keel_pages_show (self->stack, page);
}

/* @person is nullable: the list. */
static void
go (KeelPeopleWindow *self, const char *person)
{
  g_autofree char *wanted = g_strdup (person);

  g_free (self->left);
  self->left = g_steal_pointer (&self->person);
  self->person = g_steal_pointer (&wanted);
  self->limit = SHOWN;
  refresh (self);
}

/* --- The list --- */

static GtkWidget *
make_row (KeelPeopleWindow *self, const KeelPersonStanding *standing)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, NULL);
  gint64 today = keel_session_get_wall_day (self->session);
  g_autofree char *role = keel_sentence_person_role (standing->person);
  g_autofree char *next = keel_sentence_next_contact (standing->next, today);
  g_autofree char *last = standing->last != NULL ? keel_sentence_last_contact (standing->last, today) : NULL;
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  keel_line_row_add_line (row, standing->person->name, "heading", 0);
  keel_line_row_add_line (row, role, NULL, 0);
  keel_line_row_add_line (row, next, NULL, 0);
  keel_line_row_add_line (row, last, "dim-label", 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  keel_line_row_add_after (row, arrow);
  g_object_set_data_full (G_OBJECT (row), UUID, g_strdup (standing->person->uuid), g_free);
  return GTK_WIDGET (row);
}

/* Whose row has the focus; nullable. */
static const char *
find_focused (KeelPeopleWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_get_parent (row) == GTK_WIDGET (self->list)
             ? g_object_get_data (G_OBJECT (row), UUID)
             : NULL;
}

static void
show_list (KeelPeopleWindow *self, GPtrArray *standings)
{
  GtkWidget *child;

  if (self->left == NULL)
    self->left = g_strdup (find_focused (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  show_page (self, standings->len > 0 ? "list" : "none");
  for (guint i = 0; i < standings->len; i++)
    {
      const KeelPersonStanding *standing = standings->pdata[i];
      GtkWidget *row = make_row (self, standing);

      gtk_list_box_append (self->list, row);
      if (g_strcmp0 (self->left, standing->person->uuid) == 0)
        gtk_widget_grab_focus (row);
    }
  g_clear_pointer (&self->left, g_free);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->add);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPeopleWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) standings = NULL;

  standings = keel_session_list_standings_finish (KEEL_SESSION (source), result, &error);
  if (self->session == NULL || self->person != NULL) /* closed, or elsewhere meanwhile */
    return;
  if (standings != NULL)
    show_list (self, standings);
  else
    tell_error (self, error);
}

/* --- A person --- */

static void
show_person (KeelPeopleWindow *self, KeelPersonStanding *standing, GPtrArray *contacts, GPtrArray *questions)
{
  const KeelPerson *before = keel_person_view_get_person (self->view);
  gboolean arrived = before == NULL || g_strcmp0 (before->uuid, self->person) != 0 ||
                     !keel_pages_shows (self->stack, "person");
  gboolean more = contacts->len > self->limit;

  if (more)
    g_ptr_array_set_size (contacts, (int) self->limit);
  keel_person_view_show (self->view, standing, contacts, questions, more);
  show_page (self, "person");
  if (!arrived)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->page), 0);
  gtk_widget_grab_focus (self->back);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelPeopleWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (KeelPersonStanding) standing = NULL;

  standing = keel_session_read_person_finish (KEEL_SESSION (source), result, &contacts, &questions, &error);
  if (self->session == NULL || self->person == NULL)
    return;
  if (standing != NULL && g_str_equal (standing->person->uuid, self->person))
    show_person (self, g_steal_pointer (&standing), g_steal_pointer (&contacts),
                 g_steal_pointer (&questions));
  else if (error != NULL)
    tell_error (self, error);
  else if (standing == NULL) /* taken away: what is left is the list */
    go (self, NULL);
}

/* One more than is shown tells whether there are more. */
static void
refresh (KeelPeopleWindow *self)
{
  if (self->person != NULL)
    keel_session_read_person_async (self->session, self->person, self->limit + 1, read_cb,
                                    g_object_ref (self));
  else
    keel_session_list_standings_async (self->session, listed_cb, g_object_ref (self));
}

static void
more_cb (KeelPeopleWindow *self)
{
  self->limit += SHOWN;
  refresh (self);
}

static void
row_cb (KeelPeopleWindow *self, GtkListBoxRow *row)
{
  go (self, g_object_get_data (G_OBJECT (row), UUID));
}

static void
add_cb (KeelPeopleWindow *self)
{
  keel_contact_dialog_present_person (GTK_WINDOW (self), self->session, NULL);
}

static void
change_cb (KeelPeopleWindow *self)
{
  const KeelPerson *person = keel_person_view_get_person (self->view);

  if (person != NULL)
    keel_contact_dialog_present_person (GTK_WINDOW (self), self->session, person);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (KEEL_PEOPLE_WINDOW (widget), NULL);
}

/* One step back, and out of the window from the list. */
static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelPeopleWindow *self = KEEL_PEOPLE_WINDOW (widget);

  if (self->person != NULL)
    go (self, NULL);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
keel_people_window_dispose (GObject *object)
{
  KeelPeopleWindow *self = KEEL_PEOPLE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->left, g_free);
  G_OBJECT_CLASS (keel_people_window_parent_class)->dispose (object);
}

static void
keel_people_window_class_init (KeelPeopleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_people_window_dispose;
  g_type_ensure (KEEL_TYPE_PERSON_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-people-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, back);
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, add);
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, change);
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, none);
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, list);
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, page);
  gtk_widget_class_bind_template_child (widget_class, KeelPeopleWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_install_action (widget_class, "people.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "people.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "people.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "people.back", NULL);
}

/* For whoever is here for somebody else these are the people who are there for them. */
static void
suit_family (KeelPeopleWindow *self)
{
  if (keel_session_is_for_family_alone (self->session))
    adw_status_page_set_description (
        self->none, _ ("Who is there for you? A sponsor, a friend, a therapist: a first name and an initial "
                       "are enough. Keel helps you to stay in touch."));
}

static void
keel_people_window_init (KeelPeopleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  self->limit = SHOWN;
  show_page (self, "wait");
}

/* Transfer none, nullable. */
static KeelPeopleWindow *
find_open (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KEEL_IS_PEOPLE_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
        return KEEL_PEOPLE_WINDOW (window);
    }
  return NULL;
}

void
keel_people_window_present (GtkWindow *parent, KeelSession *session, const char *person)
{
  KeelPeopleWindow *self = find_open (parent);

  if (self == NULL)
    {
      self = g_object_new (KEEL_TYPE_PEOPLE_WINDOW, "transient-for", parent, NULL);
      self->session = g_object_ref (session);
      keel_person_view_set_session (self->view, session);
      suit_family (self);
      g_signal_connect_object (session, "people-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    }
  go (self, person);
  gtk_window_present (GTK_WINDOW (self));
}
