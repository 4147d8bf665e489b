#include "config.h"

#include "keel-profile-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "store/keel-protection.h"

#include "keel-announcer.h"
#include "keel-application.h"
#include "keel-chip-choice.h"
#include "keel-languages.h"
#include "keel-passphrase-dialog.h"
#include "keel-picture-choice.h"
#include "keel-protect-dialog.h"
#include "keel-program-window.h"
#include "keel-region-choice.h"
#include "keel-reminders-window.h"
#include "keel-remove-profile-dialog.h"
#include "keel-session-settings.h"
#include "keel-session-welcome.h"
#include "keel-text-row.h"
#include "keel-window.h"

struct _KeelProfileDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  KeelTextRow *name;
  KeelPictureChoice *picture;
  KeelChipChoice *pages;
  KeelChipChoice *languages;
  KeelRegionChoice *region;
  GtkWidget *restart_box;
  GtkWidget *open_rows;
  GtkWidget *protected_rows;
  GtkWidget *remove_code_row;
  GtkWidget *lock_box;
  KeelChipChoice *minutes;
  GtkSwitch *on_suspend;
  GtkSwitch *on_screen_lock;

  KeelSession *session;
  KeelProfileSettings *settings; /* as they are in the file */
  gboolean name_refused;         /* and the person was told */
};

G_DEFINE_FINAL_TYPE (KeelProfileDialog, keel_profile_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *id;
  const char *label;
  KeelPageGroups pages;
} page_groups[] = {
  { "member", N_ ("For me"), KEEL_PAGES_MEMBER },
  { "family", N_ ("For family and friends of someone"), KEEL_PAGES_FAMILY },
  { "both", N_ ("Both"), KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY },
};

static const guint lock_minutes[] = { 0, 1, 2, 5, 10, 15, 30, 60 };

static void
show_failure (KeelProfileDialog *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
  if (sentence != NULL)
    keel_say (GTK_WIDGET (self), sentence);
}

/* The country is kept by what shows it, here and in Help now. */
static void
take_region (KeelProfileDialog *self)
{
  g_autoptr (KeelProfileSettings) kept = keel_profile_settings_load (keel_session_get_folder (self->session));

  g_free (self->settings->region);
  g_free (self->settings->part);
  self->settings->region = g_steal_pointer (&kept->region);
  self->settings->part = g_steal_pointer (&kept->part);
}

/* What is on the screen is in the file at once. */
static gboolean
save (KeelProfileDialog *self, GError **error)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  take_region (self);
  if (!keel_session_save_settings (self->session, self->settings, error))
    return FALSE;
  show_failure (self, NULL);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.reload-settings", NULL);
  return TRUE;
}

static void
save_choice (KeelProfileDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (save (self, &error))
    {
      keel_say (GTK_WIDGET (self), _ ("Saved."));
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  show_failure (self, sentence);
}

/* FALSE where what is typed cannot be the name: the person is told, and the old one stays. */
static gboolean
save_name (KeelProfileDialog *self)
{
  g_autofree char *old = self->settings->name;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  self->settings->name = *g_strstrip (typed) != '\0' ? g_strdup (typed) : NULL;
  if (g_strcmp0 (old, self->settings->name) == 0 || save (self, &error))
    return TRUE;
  g_free (self->settings->name);
  self->settings->name = g_steal_pointer (&old);
  if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID))
    sentence = g_strdup (
        _ ("A profile cannot have this name. Choose a short one without special characters."));
  else
    sentence = keel_sentence_for_error (error, typed);
  keel_text_row_show_problem (self->name, sentence);
  keel_say (GTK_WIDGET (self), sentence);
  return FALSE;
}

static void
name_left_cb (KeelProfileDialog *self)
{
  /* The focus leaves once more when the dialog goes away. */
  if (self->settings != NULL)
    save_name (self);
}

static void
name_typed_cb (KeelProfileDialog *self)
{
  self->name_refused = FALSE;
}

static void
picture_changed_cb (KeelProfileDialog *self)
{
  if (self->settings == NULL)
    return;
  g_free (self->settings->picture);
  self->settings->picture = g_strdup (keel_picture_choice_get_picture (self->picture));
  save_choice (self);
}

static void
pages_chosen_cb (KeelProfileDialog *self, const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_groups); i++)
    {
      if (g_str_equal (page_groups[i].id, id))
        self->settings->pages = page_groups[i].pages;
    }
  save_choice (self);
}

static void
language_chosen_cb (KeelProfileDialog *self, const char *code)
{
  g_free (self->settings->language);
  self->settings->language = *code != '\0' ? g_strdup (code) : NULL;
  gtk_widget_set_visible (self->restart_box, TRUE);
  save_choice (self);
}

static void
minutes_chosen_cb (KeelProfileDialog *self, const char *minutes)
{
  self->settings->lock_minutes = (guint) g_ascii_strtoull (minutes, NULL, 10);
  save_choice (self);
}

static void
switched_cb (KeelProfileDialog *self)
{
  if (self->settings == NULL)
    return;
  self->settings->lock_on_suspend = gtk_switch_get_active (self->on_suspend);
  self->settings->lock_on_screen_lock = gtk_switch_get_active (self->on_screen_lock);
  save_choice (self);
}

static void
programs_cb (KeelProfileDialog *self)
{
  keel_program_window_present (GTK_WINDOW (self), self->session);
}

static void
reminders_cb (KeelProfileDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  KeelReminderWatch *watch = keel_window_get_reminders (KEEL_WINDOW (window));

  if (watch != NULL)
    gtk_window_present (GTK_WINDOW (keel_reminders_window_new (GTK_WINDOW (self), self->session, watch)));
}

/* The window behind is what is welcomed in. */
static void
welcome_cb (KeelProfileDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (KeelSession) session = g_object_ref (self->session);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (keel_session_set_welcome (session, 1, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      keel_foreground_welcome (keel_window_get_foreground (KEEL_WINDOW (window)), session);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  show_failure (self, sentence);
}

static void
add_region (KeelProfileDialog *self)
{
  g_autoptr (KeelHelpRegion) region = keel_help_region_new (keel_session_get_content (self->session));

  keel_help_region_set_folder (region, keel_session_get_folder (self->session), TRUE);
  keel_region_choice_set_region (self->region, region);
}

static void
add_pages (KeelProfileDialog *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_groups); i++)
    {
      keel_chip_choice_add (self->pages, page_groups[i].id, _ (page_groups[i].label));
      if (page_groups[i].pages == self->settings->pages)
        keel_chip_choice_select (self->pages, page_groups[i].id);
    }
}

static void
add_languages (KeelProfileDialog *self)
{
  g_autoptr (GPtrArray) languages = keel_languages_list ();
  const char *chosen = self->settings->language != NULL ? self->settings->language : "";

  keel_chip_choice_add (self->languages, "", _ ("Same as the computer"));
  for (guint i = 0; i < languages->len; i++)
    {
      KeelLanguage *language = languages->pdata[i];

      keel_chip_choice_add (self->languages, language->code, language->name);
    }
  if (!keel_chip_choice_has (self->languages, chosen))
    keel_chip_choice_add (self->languages, chosen, chosen);
  keel_chip_choice_select (self->languages, chosen);
}

static void
add_minutes_chip (KeelProfileDialog *self, guint minutes)
{
  g_autofree char *id = g_strdup_printf ("%u", minutes);
  g_autofree char *label = NULL;

  if (minutes == 0)
    /* Translators: after “Lock after this time without use” */
    label = g_strdup (C_ ("time without use", "Never"));
  else
    label = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  keel_chip_choice_add (self->minutes, id, label);
}

static void
add_minutes (KeelProfileDialog *self)
{
  g_autofree char *chosen = g_strdup_printf ("%u", self->settings->lock_minutes);

  for (gsize i = 0; i < G_N_ELEMENTS (lock_minutes); i++)
    add_minutes_chip (self, lock_minutes[i]);
  if (!keel_chip_choice_has (self->minutes, chosen))
    add_minutes_chip (self, self->settings->lock_minutes);
  keel_chip_choice_select (self->minutes, chosen);
}

static void
show_protection (KeelProfileDialog *self)
{
  gboolean on = keel_session_is_protected (self->session);
  const char *folder = keel_session_get_folder (self->session);

  gtk_widget_set_visible (self->open_rows, !on);
  gtk_widget_set_visible (self->protected_rows, on);
  gtk_widget_set_visible (self->lock_box, on);
  gtk_widget_set_visible (self->remove_code_row, on && keel_protection_has_recovery_code (folder));
}

static void
open_keys_dialog (KeelProfileDialog *self, KeelPassphraseChange change)
{
  KeelPassphraseDialog *dialog = keel_passphrase_dialog_new (GTK_WINDOW (self), self->session, change);

  g_signal_connect_object (dialog, "changed", G_CALLBACK (show_protection), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
protect_cb (KeelProfileDialog *self)
{
  gtk_window_present (GTK_WINDOW (keel_protect_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
change_cb (KeelProfileDialog *self)
{
  gboolean by_code = !keel_session_asks_for_passphrase (self->session);

  open_keys_dialog (self, by_code ? KEEL_PASSPHRASE_SET_ANEW : KEEL_PASSPHRASE_CHANGE);
}

static void
renew_code_cb (KeelProfileDialog *self)
{
  open_keys_dialog (self, KEEL_PASSPHRASE_RENEW_CODE);
}

static void
remove_code_cb (KeelProfileDialog *self)
{
  open_keys_dialog (self, KEEL_PASSPHRASE_REMOVE_CODE);
}

static void
unprotect_cb (KeelProfileDialog *self)
{
  open_keys_dialog (self, KEEL_PASSPHRASE_REMOVE);
}

static void
remove_profile_cb (KeelProfileDialog *self)
{
  gtk_window_present (GTK_WINDOW (keel_remove_profile_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
restart_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelProfileDialog *self = KEEL_PROFILE_DIALOG (widget);

  if (save_name (self))
    keel_application_change_language (KEEL_APPLICATION (g_application_get_default ()),
                                      keel_session_get_profile_id (self->session));
}

/* Who closes it a second time wants the name as it was. */
static gboolean
keel_profile_dialog_close_request (GtkWindow *window)
{
  KeelProfileDialog *self = KEEL_PROFILE_DIALOG (window);

  if (!self->name_refused && !save_name (self))
    {
      self->name_refused = TRUE;
      keel_text_row_mend (self->name);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (keel_profile_dialog_parent_class)->close_request (window);
}

static void
keel_profile_dialog_dispose (GObject *object)
{
  KeelProfileDialog *self = KEEL_PROFILE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->settings, keel_profile_settings_free);
  G_OBJECT_CLASS (keel_profile_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, languages);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, region);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, restart_box);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, open_rows);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, protected_rows);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, remove_code_row);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, lock_box);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, on_suspend);
  gtk_widget_class_bind_template_child (widget_class, KeelProfileDialog, on_screen_lock);
  gtk_widget_class_bind_template_callback (widget_class, name_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picture_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, programs_cb);
  gtk_widget_class_bind_template_callback (widget_class, reminders_cb);
  gtk_widget_class_bind_template_callback (widget_class, welcome_cb);
  gtk_widget_class_bind_template_callback (widget_class, protect_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, renew_code_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_code_cb);
  gtk_widget_class_bind_template_callback (widget_class, unprotect_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_profile_cb);
}

static void
keel_profile_dialog_class_init (KeelProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_profile_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = keel_profile_dialog_close_request;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_PICTURE_CHOICE);
  g_type_ensure (KEEL_TYPE_REGION_CHOICE);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "profile.restart", NULL, restart_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_profile_dialog_init (KeelProfileDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static void
show_settings (KeelProfileDialog *self, KeelProfileSettings *settings)
{
  gtk_switch_set_active (self->on_suspend, settings->lock_on_suspend);
  gtk_switch_set_active (self->on_screen_lock, settings->lock_on_screen_lock);
  gtk_editable_set_text (GTK_EDITABLE (self->name), settings->name != NULL ? settings->name : "");
  keel_picture_choice_set_picture (self->picture, settings->picture);
  self->settings = settings;
  add_pages (self);
  add_languages (self);
  add_minutes (self);
}

KeelProfileDialog *
keel_profile_dialog_new (GtkWindow *parent, KeelSession *session)
{
  KeelProfileDialog *self = g_object_new (KEEL_TYPE_PROFILE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  show_settings (self, keel_profile_settings_load (keel_session_get_folder (session)));
  add_region (self);
  show_protection (self);
  return self;
}
