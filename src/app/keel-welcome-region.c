#include "config.h"

#include "keel-welcome-region.h"

#include <glib/gi18n-lib.h>

#include "keel-region-choice.h"

struct _KeelWelcomeRegion
{
  KeelWelcomePage parent_instance;

  KeelHelpRegion *region;
  char *chosen; /* nullable: as it was */
};

#define KEEL_TYPE_WELCOME_REGION (keel_welcome_region_get_type ())
G_DECLARE_FINAL_TYPE (KeelWelcomeRegion, keel_welcome_region, KEEL, WELCOME_REGION, KeelWelcomePage)
G_DEFINE_FINAL_TYPE (KeelWelcomeRegion, keel_welcome_region, KEEL_TYPE_WELCOME_PAGE)

static gboolean
keel_welcome_region_accept (KeelWelcomePage *page, GError **error)
{
  KeelWelcomeRegion *self = KEEL_WELCOME_REGION (page);
  const char *folder = keel_session_get_folder (keel_welcome_page_get_session (page));

  if (self->chosen == NULL)
    return TRUE;
  keel_help_region_set_folder (self->region, folder, TRUE);
  return keel_help_region_choose (self->region, self->chosen, error);
}

static void
chosen_cb (KeelWelcomeRegion *self, const char *id)
{
  g_free (self->chosen);
  self->chosen = g_strdup (id);
}

static void
keel_welcome_region_finalize (GObject *object)
{
  KeelWelcomeRegion *self = KEEL_WELCOME_REGION (object);

  g_clear_object (&self->region);
  g_free (self->chosen);
  G_OBJECT_CLASS (keel_welcome_region_parent_class)->finalize (object);
}

static void
keel_welcome_region_class_init (KeelWelcomeRegionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_welcome_region_finalize;
  KEEL_WELCOME_PAGE_CLASS (klass)->accept = keel_welcome_region_accept;
}

static void
keel_welcome_region_init (KeelWelcomeRegion *self)
{
}

GtkWidget *
keel_welcome_region_new (KeelSession *session)
{
  KeelWelcomeRegion *self = g_object_new (KEEL_TYPE_WELCOME_REGION, NULL);
  KeelWelcomePage *page = KEEL_WELCOME_PAGE (self);
  GtkWidget *choice = g_object_new (KEEL_TYPE_REGION_CHOICE, NULL);

  /* Chosen here, it is kept when the person goes on. */
  self->region = keel_help_region_new (keel_session_get_content (session));
  keel_help_region_set_folder (self->region, keel_session_get_folder (session), FALSE);
  keel_region_choice_set_region (KEEL_REGION_CHOICE (choice), self->region);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  keel_welcome_page_set_up (page, session, _ ("Where you live"));
  keel_welcome_page_add_text (page,
                              _ ("Then “Help now” shows the emergency number and the help lines of your "
                                 "country."));
  keel_welcome_page_add (page, choice);
  keel_welcome_page_add_note (page, _ ("Keel does not look up where you are. It goes by the settings of this "
                                       "computer until you choose."));
  return GTK_WIDGET (self);
}
