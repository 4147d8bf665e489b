#include "config.h"

#include "keel-new-profile-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/keel-sentences.h"
#include "store/keel-data-dir.h"
#include "store/keel-profiles.h"

#include "keel-announcer.h"
#include "keel-picture-choice.h"
#include "keel-text-row.h"
#include "keel-toggle.h"
#include "keel-wrap-box.h"

struct _KeelNewProfileDialog
{
  AdwWindow parent_instance;

  KeelTextRow *name;
  KeelPictureChoice *picture;
  GtkToggleButton *family;
  GtkToggleButton *both;
  GtkLabel *failure;

  char *data_dir;
  KeelAnnouncer *announcer;
};

G_DEFINE_FINAL_TYPE (KeelNewProfileDialog, keel_new_profile_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n\r")] == '\0';
}

/* What is wrong with the name, in words; NULL where nothing is. */
static char *
describe_problem (KeelNewProfileDialog *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  g_autoptr (GError) error = NULL;

  if (is_blank (name))
    return g_strdup (_ ("Give the profile a name."));
  if (keel_profiles_check_name (self->data_dir, NULL, name, &error))
    return NULL;
  if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID))
    return g_strdup (_ ("A profile cannot have this name. Choose a short one without special characters."));
  return keel_sentence_for_error (error, name);
}

static void
name_changed_cb (KeelNewProfileDialog *self)
{
  g_autofree char *problem = NULL;

  if (is_blank (gtk_editable_get_text (GTK_EDITABLE (self->name))))
    return;
  problem = describe_problem (self);
  if (problem != NULL)
    keel_text_row_show_problem (self->name, problem);
}

static KeelPageGroups
get_pages (KeelNewProfileDialog *self)
{
  if (gtk_toggle_button_get_active (self->both))
    return KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY;
  return gtk_toggle_button_get_active (self->family) ? KEEL_PAGES_FAMILY : KEEL_PAGES_MEMBER;
}

static void
show_failure (KeelNewProfileDialog *self, const GError *error)
{
  g_autofree char *sentence = keel_sentence_for_error (error, NULL);

  gtk_label_set_text (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  keel_announcer_say (self->announcer, sentence);
}

/* The worst that comes of it is that nobody is welcomed. */
static void
prepare_welcome (KeelNewProfileDialog *self, const char *id)
{
  g_autofree char *folder = keel_data_dir_get_profile (self->data_dir, id);
  g_autoptr (GError) error = NULL;

  if (!keel_profile_settings_save_welcome (folder, 1, &error))
    g_warning ("The new profile has no welcome: %s", error->message);
}

static void
create_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KeelNewProfileDialog *self = KEEL_NEW_PROFILE_DIALOG (widget);
  g_autofree char *problem = describe_problem (self);
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (problem != NULL)
    {
      keel_text_row_show_problem (self->name, problem);
      keel_text_row_mend (self->name);
      keel_announcer_say (self->announcer, problem);
      return;
    }
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  id = keel_profiles_create (self->data_dir, name, get_pages (self),
                             keel_picture_choice_get_picture (self->picture), &error);
  if (id == NULL)
    {
      show_failure (self, error);
      return;
    }
  prepare_welcome (self, id);
  g_object_ref (self);
  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_MADE], 0, id);
  g_object_unref (self);
}

static void
keel_new_profile_dialog_finalize (GObject *object)
{
  KeelNewProfileDialog *self = KEEL_NEW_PROFILE_DIALOG (object);

  g_clear_object (&self->announcer);
  g_free (self->data_dir);
  G_OBJECT_CLASS (keel_new_profile_dialog_parent_class)->finalize (object);
}

static void
keel_new_profile_dialog_class_init (KeelNewProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_new_profile_dialog_finalize;

  signals[SIGNAL_MADE] = g_signal_new ("made", KEEL_TYPE_NEW_PROFILE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (KEEL_TYPE_PICTURE_CHOICE);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  g_type_ensure (KEEL_TYPE_TOGGLE);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-new-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelNewProfileDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KeelNewProfileDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, KeelNewProfileDialog, family);
  gtk_widget_class_bind_template_child (widget_class, KeelNewProfileDialog, both);
  gtk_widget_class_bind_template_child (widget_class, KeelNewProfileDialog, failure);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_new_profile_dialog_init (KeelNewProfileDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->announcer = keel_announcer_new ();
  keel_announcer_greet (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

KeelNewProfileDialog *
keel_new_profile_dialog_new (GtkWindow *parent, const char *data_dir)
{
  KeelNewProfileDialog *self = g_object_new (KEEL_TYPE_NEW_PROFILE_DIALOG, "transient-for", parent, NULL);

  self->data_dir = g_strdup (data_dir);
  return self;
}
