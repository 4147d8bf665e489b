#include "config.h"

#include "keel-help-own.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "core/keel-person.h"

#include "keel-contact-dialog.h"
#include "keel-help-acts.h"
#include "keel-help-line-row.h"
#include "keel-help-person-row.h"
#include "keel-plans-here.h"
#include "keel-window.h"

struct _KeelHelpOwn
{
  AdwBin parent_instance;

  GtkWidget *lines_heading;
  GtkListBox *lines;
  GtkWidget *add_line;
  GtkListBox *people;
  GtkWidget *no_people;
  GtkWidget *people_heading;
  GtkWidget *add_person;

  KeelSession *session;    /* nullable */
  GPtrArray *shown_people; /* of KeelPerson; what the rows show */
  GPtrArray *shown_lines;  /* of KeelOwnLine */
};

G_DEFINE_FINAL_TYPE (KeelHelpOwn, keel_help_own, ADW_TYPE_BIN)

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
edit_person_cb (GtkWidget *button, KeelHelpOwn *self)
{
  keel_contact_dialog_present_person (GTK_WINDOW (gtk_widget_get_root (button)), self->session,
                                      g_object_get_data (G_OBJECT (button), "person"));
}

static void
edit_line_cb (GtkWidget *button, KeelHelpOwn *self)
{
  keel_contact_dialog_present_line (GTK_WINDOW (gtk_widget_get_root (button)), self->session,
                                    g_object_get_data (G_OBJECT (button), "line"));
}

/* NULL where there is no journal to change anything in. */
static GtkWidget *
make_edit_button (KeelHelpOwn *self, const char *key, gpointer value, const char *name, GCallback clicked)
{
  /* Translators: a button that opens somebody's name and number, or a help line, to be changed. */
  g_autofree char *label = g_strdup_printf (_ ("Change %s"), name);
  GtkWidget *button;

  if (self->session == NULL)
    return NULL;
  button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), key, value);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static void
show_lines (KeelHelpOwn *self)
{
  guint n_lines = self->shown_lines->len;

  clear (self->lines);
  for (guint i = 0; i < n_lines; i++)
    {
      KeelOwnLine *line = self->shown_lines->pdata[i];
      GtkWidget *edit = make_edit_button (self, "line", line, line->name, G_CALLBACK (edit_line_cb));

      gtk_list_box_append (self->lines, keel_help_line_row_new_own (line, edit));
    }
  gtk_widget_set_visible (self->lines_heading, n_lines > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), n_lines > 0);
  gtk_widget_set_visible (self->add_line, self->session != NULL);
}

/* With what the person planned to do with them. */
static GtkWidget *
make_person_row (KeelHelpOwn *self, const KeelPerson *person, GtkWidget *edit)
{
  GtkWidget *row = keel_help_person_row_new (person, self->session != NULL, edit);
  KeelPlansHere *plans;

  if (self->session == NULL)
    return row;
  plans = keel_plans_here_new ();
  keel_plans_here_show_person (plans, self->session, person);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), GTK_WIDGET (plans));
  return row;
}

static void
show_people (KeelHelpOwn *self)
{
  guint n_people = self->shown_people->len;

  clear (self->people);
  for (guint i = 0; i < n_people; i++)
    {
      KeelPerson *person = self->shown_people->pdata[i];
      GtkWidget *edit = make_edit_button (self, "person", person, person->name, G_CALLBACK (edit_person_cb));

      gtk_list_box_append (self->people, make_person_row (self, person, edit));
    }
  gtk_widget_set_visible (self->people_heading, n_people > 0 || self->session != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->people), n_people > 0);
  gtk_widget_set_visible (self->no_people, n_people == 0 && self->session != NULL);
  gtk_widget_set_visible (self->add_person, self->session != NULL);
}

/* Takes both. */
static void
show (KeelHelpOwn *self, GPtrArray *people, GPtrArray *lines)
{
  g_autoptr (GPtrArray) old_people = self->shown_people;
  g_autoptr (GPtrArray) old_lines = self->shown_lines;

  self->shown_people = people;
  self->shown_lines = lines;
  show_lines (self);
  show_people (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->session != NULL || people->len > 0 || lines->len > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelHelpOwn) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GPtrArray *people = NULL, *lines = NULL;

  if (keel_session_list_people_finish (KEEL_SESSION (source), result, &people, &lines, &error))
    {
      if (self->session != NULL)
        {
          show (self, people, lines);
          return;
        }
      g_ptr_array_unref (people);
      g_ptr_array_unref (lines);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    keel_say (GTK_WIDGET (self), sentence);
}

static void
people_changed_cb (KeelHelpOwn *self)
{
  keel_session_list_people_async (self->session, listed_cb, g_object_ref (self));
}

static void
add_person_cb (KeelHelpOwn *self)
{
  keel_contact_dialog_present_person (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                      NULL);
}

static void
add_line_cb (KeelHelpOwn *self)
{
  keel_contact_dialog_present_line (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                    NULL);
}

static void
keel_help_own_dispose (GObject *object)
{
  KeelHelpOwn *self = KEEL_HELP_OWN (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->shown_people, g_ptr_array_unref);
  g_clear_pointer (&self->shown_lines, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_help_own_parent_class)->dispose (object);
}

static void
keel_help_own_class_init (KeelHelpOwnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_help_own_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-help-own.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHelpOwn, lines_heading);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpOwn, lines);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpOwn, add_line);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpOwn, people);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpOwn, people_heading);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpOwn, no_people);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpOwn, add_person);
  gtk_widget_class_bind_template_callback (widget_class, add_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_line_cb);
}

static GPtrArray *
make_people (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) keel_person_free);
}

static GPtrArray *
make_lines (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) keel_own_line_free);
}

static void
keel_help_own_init (KeelHelpOwn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_help_wrap_button (self->add_line);
  keel_help_wrap_button (self->add_person);
  show (self, make_people (), make_lines ());
}

void
keel_help_own_set_session (KeelHelpOwn *self, KeelSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_connect_object (session, "people-changed", G_CALLBACK (people_changed_cb), self,
                           G_CONNECT_SWAPPED);
  people_changed_cb (self);
}

/* "name: number": the number has no colon, the name may. */
static char *
split (const char *text, char **number)
{
  const char *colon = strrchr (text, ':');

  *number = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;
  return colon != NULL ? g_strstrip (g_strndup (text, (gsize) (colon - text))) : g_strdup (text);
}

void
keel_help_own_show_allowed (KeelHelpOwn *self, const KeelProfileSettings *settings)
{
  GPtrArray *people, *lines;

  if (self->session != NULL)
    return;
  people = make_people ();
  lines = make_lines ();
  for (guint i = 0; settings != NULL && settings->lock_people != NULL && settings->lock_people[i] != NULL;
       i++)
    {
      g_autofree char *number = NULL;
      g_autofree char *name = split (settings->lock_people[i], &number);
      KeelPerson *person = keel_person_new (name);

      person->number = g_steal_pointer (&number);
      g_ptr_array_add (people, person);
    }
  for (guint i = 0; settings != NULL && settings->lock_lines != NULL && settings->lock_lines[i] != NULL; i++)
    {
      g_autofree char *number = NULL;
      g_autofree char *name = split (settings->lock_lines[i], &number);
      KeelOwnLine *line = keel_own_line_new (name);

      line->number = g_steal_pointer (&number);
      g_ptr_array_add (lines, line);
    }
  show (self, people, lines);
}
