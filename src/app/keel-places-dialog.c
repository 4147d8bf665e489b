#include "config.h"

#include "keel-places-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-profile-settings.h"

#include "keel-announcer.h"
#include "keel-choices.h"
#include "keel-chooser.h"
#include "keel-pages.h"
#include "keel-program-mark.h"
#include "keel-site-row.h"
#include "keel-wrap-box.h"

struct _KeelPlacesDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *back;
  GtkLabel *introduction;
  AdwActionRow *country_row;
  GtkBox *places;
  GtkLabel *unknown;
  GtkListBox *tips;
  KeelChooser *countries;
  GtkWidget *ways;

  KeelSession *session;
  char *country; /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelPlacesDialog, keel_places_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
make_heading (const KeelProgram *program, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                   name, "wrap", TRUE, "xalign", 0.0, NULL);

  if (program != NULL)
    {
      GtkWidget *mark = g_object_new (KEEL_TYPE_PROGRAM_MARK, NULL);

      keel_program_mark_show (KEEL_PROGRAM_MARK (mark), program);
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_sites (KeelPlacesDialog *self, GtkListBox *rows, const KeelPlace *place, const char *code)
{
  const KeelCountry *country = keel_content_find_country (keel_session_get_content (self->session), code);

  for (guint i = 0; i < place->sites->len; i++)
    {
      const KeelSite *site = place->sites->pdata[i];

      if (g_strcmp0 (site->country, code) == 0)
        gtk_list_box_append (rows,
                             keel_site_row_new (site, place->name, country != NULL ? country->name : NULL));
    }
}

/* What is near comes first. */
static void
add_place (KeelPlacesDialog *self, const KeelPlace *place)
{
  KeelContent *content = keel_session_get_content (self->session);
  const KeelProgram *program = keel_content_find_program (content, place->program);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *rows = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, place->name, -1);
  if (self->country != NULL)
    add_sites (self, GTK_LIST_BOX (rows), place, self->country);
  add_sites (self, GTK_LIST_BOX (rows), place, NULL);
  gtk_box_append (GTK_BOX (box), make_heading (program, place->name));
  gtk_box_append (GTK_BOX (box), rows);
  gtk_box_append (self->places, box);
}

static gboolean
is_known (KeelPlacesDialog *self, const char *program)
{
  GPtrArray *series = keel_session_get_series (self->session);
  GPtrArray *lists = keel_session_get_lists (self->session);

  if (program == NULL)
    return FALSE;
  for (guint i = 0; i < series->len; i++)
    if (g_strcmp0 (((KeelSeries *) series->pdata[i])->meeting->program, program) == 0)
      return TRUE;
  for (guint i = 0; i < lists->len; i++)
    if (g_strcmp0 (((KeelList *) lists->pdata[i])->program, program) == 0)
      return TRUE;
  return FALSE;
}

/* 0: the person follows it or has a list of it; 1: it is for their pages; 2: the rest. */
static guint
rank (KeelPlacesDialog *self, const KeelPlace *place, KeelPageGroups pages)
{
  if (is_known (self, place->program))
    return 0;
  return ((pages & KEEL_PAGES_MEMBER) && place->member) || ((pages & KEEL_PAGES_FAMILY) && place->family) ? 1
                                                                                                          : 2;
}

static void
show_places (KeelPlacesDialog *self)
{
  GPtrArray *places = keel_content_get_places (keel_session_get_content (self->session));
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (
      keel_session_get_folder (self->session));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_box_remove (self->places, child);
  for (guint wanted = 0; wanted <= 2; wanted++)
    for (guint i = 0; i < places->len; i++)
      if (rank (self, places->pdata[i], settings->pages) == wanted)
        add_place (self, places->pdata[i]);
}

static void
set_country (KeelPlacesDialog *self, const char *code)
{
  const KeelCountry *country = keel_content_find_country (keel_session_get_content (self->session), code);

  g_free (self->country);
  self->country = country != NULL ? g_strdup (code) : NULL;
  adw_action_row_set_subtitle (self->country_row,
                               country != NULL ? country->name : _ ("None: only pages for everywhere"));
  show_places (self);
}

/* Where Keel knows of none, it says so rather than leave a gap. */
static void
show_unknown (KeelPlacesDialog *self)
{
  KeelContent *content = keel_session_get_content (self->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *program = keel_content_get_program (content, i);

      if (keel_choices_find_program (content, program->code) != NULL &&
          keel_content_find_place (content, program->code) == NULL)
        g_ptr_array_add (names, (gpointer) program->name);
    }
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (C_ ("list of programs", ", "), (char **) names->pdata);
  /* Translators: %s is one or several programs or services. */
  text = g_strdup_printf (_ ("Keel knows no page that it is sure of for: %s. Ask those below."), joined);
  gtk_label_set_text (self->unknown, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), names->len > 1);
}

static void
show_tips (KeelPlacesDialog *self)
{
  GPtrArray *tips = keel_content_get_tips (keel_session_get_content (self->session));

  for (guint i = 0; i < tips->len; i++)
    {
      const KeelTip *tip = tips->pdata[i];
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tip->name);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), tip->text);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (self->tips, row);
    }
}

static void
turn_to (KeelPlacesDialog *self, const char *page)
{
  keel_pages_show (self->stack, page);
  gtk_widget_set_visible (self->back, strcmp (page, "countries") == 0);
  gtk_widget_set_visible (self->ways, strcmp (page, "countries") != 0);
}

static void
country_row_cb (KeelPlacesDialog *self)
{
  turn_to (self, "countries");
  keel_chooser_start (self->countries);
}

static void
chooser_left_cb (KeelPlacesDialog *self)
{
  turn_to (self, "places");
  gtk_widget_grab_focus (GTK_WIDGET (self->country_row));
}

static void
country_chosen_cb (KeelPlacesDialog *self, const char *code)
{
  set_country (self, code);
  chooser_left_cb (self);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelPlacesDialog *self = KEEL_PLACES_DIALOG (widget);

  if (keel_pages_shows (self->stack, "countries"))
    chooser_left_cb (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* The window behind it goes on from here. */
static void
leave_for (GtkWidget *widget, const char *action)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), action, NULL);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_for (widget, "win.add-meeting");
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_for (widget, "win.import-address");
}

static void
file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_for (widget, "win.import");
}

static void
keel_places_dialog_dispose (GObject *object)
{
  KeelPlacesDialog *self = KEEL_PLACES_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->country, g_free);
  G_OBJECT_CLASS (keel_places_dialog_parent_class)->dispose (object);
}

static void
keel_places_dialog_class_init (KeelPlacesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_places_dialog_dispose;

  g_type_ensure (KEEL_TYPE_CHOOSER);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-places-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, back);
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, introduction);
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, country_row);
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, places);
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, unknown);
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, tips);
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, countries);
  gtk_widget_class_bind_template_child (widget_class, KeelPlacesDialog, ways);
  gtk_widget_class_bind_template_callback (widget_class, country_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, country_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chooser_left_cb);
  gtk_widget_class_install_action (widget_class, "places.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "places.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "places.link", NULL, link_cb);
  gtk_widget_class_install_action (widget_class, "places.file", NULL, file_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "places.back", NULL);
}

static void
keel_places_dialog_init (KeelPlacesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static void
fill_countries (KeelPlacesDialog *self)
{
  GPtrArray *countries = keel_content_get_countries (keel_session_get_content (self->session));

  keel_chooser_add (self->countries, "", _ ("None: only pages for everywhere"), NULL);
  for (guint i = 0; i < countries->len; i++)
    {
      const KeelCountry *country = countries->pdata[i];

      keel_chooser_add (self->countries, country->code, country->name, NULL);
    }
}

static void
introduce (KeelPlacesDialog *self)
{
  g_autofree char *independence = keel_sentence_independence ();
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s %s",
                          _ ("These are pages of the groups themselves. Nothing opens until you press Open; "
                             "then your browser goes to the address that you see."),
                          independence);
  gtk_label_set_text (self->introduction, text);
}

void
keel_places_present (GtkWindow *parent, KeelSession *session)
{
  KeelPlacesDialog *self = g_object_new (KEEL_TYPE_PLACES_DIALOG, "transient-for", parent, NULL);
  g_autoptr (KeelProfileSettings) settings = keel_profile_settings_load (keel_session_get_folder (session));

  self->session = g_object_ref (session);
  introduce (self);
  fill_countries (self);
  show_unknown (self);
  show_tips (self);
  set_country (self, settings->region != NULL ? settings->region : keel_country_of_computer ());
  turn_to (self, "places");
  gtk_window_present (GTK_WINDOW (self));
}
