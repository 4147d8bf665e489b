#include "config.h"

#include "keel-welcome-start.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-application.h"
#include "keel-chip-choice.h"
#include "keel-languages.h"
#include "keel-session-demo.h"
#include "keel-session-settings.h"
#include "keel-toggle.h"
#include "keel-wrap-box.h"

struct _KeelWelcomeStart
{
  KeelWelcomePage parent_instance;

  GtkWidget *demo;
  KeelPageGroups pages; /* as chosen here */
};

#define KEEL_TYPE_WELCOME_START (keel_welcome_start_get_type ())
G_DECLARE_FINAL_TYPE (KeelWelcomeStart, keel_welcome_start, KEEL, WELCOME_START, KeelWelcomePage)
G_DEFINE_FINAL_TYPE (KeelWelcomeStart, keel_welcome_start, KEEL_TYPE_WELCOME_PAGE)

static const struct
{
  const char *id;
  const char *label;
  KeelPageGroups pages;
} page_groups[] = {
  /* Translators: an answer to “Whose recovery is it about?” */
  { "member", N_ ("My own"), KEEL_PAGES_MEMBER },
  { "family", N_ ("Someone I love"), KEEL_PAGES_FAMILY },
  /* Translators: an answer to “Whose recovery is it about?”: my own and that of someone I love */
  { "both", N_ ("Both, in turn"), KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY },
};

static KeelProfileSettings *
load_settings (KeelWelcomeStart *self)
{
  KeelSession *session = keel_welcome_page_get_session (KEEL_WELCOME_PAGE (self));

  return keel_profile_settings_load (keel_session_get_folder (session));
}

static gboolean
save_settings (KeelWelcomeStart *self, const KeelProfileSettings *settings, GError **error)
{
  return keel_session_save_settings (keel_welcome_page_get_session (KEEL_WELCOME_PAGE (self)), settings,
                                     error);
}

static gboolean
keel_welcome_start_accept (KeelWelcomePage *page, GError **error)
{
  KeelWelcomeStart *self = KEEL_WELCOME_START (page);
  g_autoptr (KeelProfileSettings) settings = load_settings (self);

  if (settings->pages == self->pages)
    return TRUE;
  settings->pages = self->pages;
  return save_settings (self, settings, error);
}

static void
pages_chosen_cb (KeelWelcomeStart *self, const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_groups); i++)
    {
      if (g_str_equal (page_groups[i].id, id))
        self->pages = page_groups[i].pages;
    }
}

/* What was answered beside it is not asked again in the other language. */
static void
language_chosen_cb (GtkToggleButton *chip, KeelWelcomeStart *self)
{
  KeelSession *session = keel_welcome_page_get_session (KEEL_WELCOME_PAGE (self));
  g_autoptr (KeelProfileSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  if (!gtk_toggle_button_get_active (chip))
    return;
  settings = load_settings (self);
  g_free (settings->language);
  settings->language = g_strdup (g_object_get_data (G_OBJECT (chip), "keel-language"));
  settings->pages = self->pages;
  if (save_settings (self, settings, &error))
    keel_application_change_language (KEEL_APPLICATION (g_application_get_default ()),
                                      keel_session_get_profile_id (session));
  else
    g_warning ("Cannot keep the language: %s", error->message);
}

/* Of those that Keel speaks, the one that it speaks now. */
static const char *
find_spoken (GPtrArray *languages)
{
  const char *const *names = g_get_language_names ();

  for (guint n = 0; names[n] != NULL; n++)
    {
      for (guint i = 0; i < languages->len; i++)
        {
          KeelLanguage *language = languages->pdata[i];

          if (g_str_equal (language->code, names[n]))
            return language->code;
        }
    }
  return "en";
}

/* The arrow keys only move here: Keel starts anew when another one is chosen. */
static void
add_languages (KeelWelcomeStart *self)
{
  g_autoptr (GPtrArray) languages = keel_languages_list ();
  const char *spoken = find_spoken (languages);
  GtkWidget *box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, NULL);
  GtkWidget *first = NULL;

  for (guint i = 0; i < languages->len; i++)
    {
      KeelLanguage *language = languages->pdata[i];
      GtkWidget *chip = keel_toggle_new (language->name, GTK_ACCESSIBLE_ROLE_RADIO);

      gtk_widget_add_css_class (chip, "keel-chip");
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (first));
      else
        first = chip;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), g_str_equal (language->code, spoken));
      g_object_set_data_full (G_OBJECT (chip), "keel-language", g_strdup (language->code), g_free);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (language_chosen_cb), self, 0);
      keel_wrap_box_append (KEEL_WRAP_BOX (box), chip);
    }
  keel_welcome_page_add_question (KEEL_WELCOME_PAGE (self), _ ("Language"), box);
}

static void
add_pages (KeelWelcomeStart *self)
{
  GtkWidget *choice = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (page_groups); i++)
    {
      keel_chip_choice_add (KEEL_CHIP_CHOICE (choice), page_groups[i].id, _ (page_groups[i].label));
      if (page_groups[i].pages == self->pages)
        keel_chip_choice_select (KEEL_CHIP_CHOICE (choice), page_groups[i].id);
    }
  g_signal_connect_object (choice, "chosen", G_CALLBACK (pages_chosen_cb), self, G_CONNECT_SWAPPED);
  keel_welcome_page_add_question (KEEL_WELCOME_PAGE (self), _ ("Whose recovery is it about?"), choice);
}

/* It has the pages that are chosen here. */
static void
demo_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelWelcomeStart) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = keel_session_find_demo_finish (KEEL_SESSION (source), result, &error);
  g_autofree char *sentence = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL) /* the person went on meanwhile */
    return;
  gtk_widget_set_sensitive (self->demo, TRUE);
  if (id != NULL)
    {
      keel_application_go_to_profile (KEEL_APPLICATION (g_application_get_default ()), id);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  keel_welcome_page_add_note (KEEL_WELCOME_PAGE (self), sentence);
}

static void
demo_cb (KeelWelcomeStart *self)
{
  keel_welcome_page_accept (KEEL_WELCOME_PAGE (self), NULL);
  gtk_widget_set_sensitive (self->demo, FALSE);
  keel_session_find_demo_async (keel_welcome_page_get_session (KEEL_WELCOME_PAGE (self)), demo_found_cb,
                                g_object_ref (self));
}

static void
add_demo (KeelWelcomeStart *self)
{
  self->demo = gtk_button_new_with_label (_ ("Look Around with Made-up Data"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->demo))), TRUE);
  gtk_widget_set_halign (self->demo, GTK_ALIGN_START);
  g_signal_connect_object (self->demo, "clicked", G_CALLBACK (demo_cb), self, G_CONNECT_SWAPPED);
  keel_welcome_page_add (KEEL_WELCOME_PAGE (self), self->demo);
}

static void
keel_welcome_start_class_init (KeelWelcomeStartClass *klass)
{
  KEEL_WELCOME_PAGE_CLASS (klass)->accept = keel_welcome_start_accept;
}

static void
keel_welcome_start_init (KeelWelcomeStart *self)
{
}

GtkWidget *
keel_welcome_start_new (KeelSession *session)
{
  KeelWelcomeStart *self = g_object_new (KEEL_TYPE_WELCOME_START, NULL);
  KeelWelcomePage *page = KEEL_WELCOME_PAGE (self);
  g_autoptr (KeelProfileSettings) settings = NULL;

  keel_welcome_page_set_up (page, session, _ ("Welcome"));
  settings = load_settings (self);
  self->pages = settings->pages;
  add_languages (self);
  keel_welcome_page_add_text (page,
                              _ ("Keel helps you get to your meetings, and through hard moments. Skip what "
                                 "you do not want to answer: you can change everything later."));
  /* Whoever gave it a name said this, too, when they made the profile. */
  if (settings->name == NULL)
    add_pages (self);
  keel_welcome_page_add_text (page, _ ("What you write stays on this computer. There is no account, and Keel "
                                       "only uses the internet when you ask it to."));
  add_demo (self);
  return GTK_WIDGET (self);
}
