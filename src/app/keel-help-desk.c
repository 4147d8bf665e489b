#include "keel-help-desk.h"

#include "store/keel-profiles.h"

#include "keel-help-now.h"

struct _KeelHelpDesk
{
  GObject parent_instance;

  GtkApplication *application; /* which owns this */
  KeelEntrance *entrance;
  KeelSession *session; /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelHelpDesk, keel_help_desk, G_TYPE_OBJECT)

static KeelHelpNow *
find_window (KeelHelpDesk *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      if (KEEL_IS_HELP_NOW (l->data))
        return l->data;
    }
  return NULL;
}

/* Whose lock page is shown, or who is about to open; NULL where nobody was chosen among several, and where
 * there is nobody. */
static char *
find_folder (KeelHelpDesk *self)
{
  const char *data_dir = keel_entrance_get_data_dir (self->entrance);
  const char *wanted = keel_entrance_get_options (self->entrance)->profile;
  const char *open = self->session != NULL ? keel_session_get_folder (self->session) : NULL;
  g_autoptr (KeelProfileCard) named = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  const KeelProfileCard *card = NULL;

  if (open != NULL)
    return g_strdup (open);
  if (wanted != NULL)
    card = named = keel_profiles_find (data_dir, wanted);
  else
    cards = keel_profiles_list (data_dir);
  if (cards != NULL && cards->len == 1)
    card = cards->pdata[0];
  return card != NULL ? g_strdup (card->folder) : NULL;
}

static void
help_now_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  keel_help_desk_show (KEEL_HELP_DESK (data), "");
}

static void
help_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  keel_help_desk_show (KEEL_HELP_DESK (data), g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { .name = "help-now", .activate = help_now_cb },
  { .name = "help-page", .activate = help_page_cb, .parameter_type = "s" },
};

static void
keel_help_desk_dispose (GObject *object)
{
  KeelHelpDesk *self = KEEL_HELP_DESK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->entrance);
  G_OBJECT_CLASS (keel_help_desk_parent_class)->dispose (object);
}

static void
keel_help_desk_class_init (KeelHelpDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_help_desk_dispose;
}

static void
keel_help_desk_init (KeelHelpDesk *self)
{
}

KeelHelpDesk *
keel_help_desk_new (GtkApplication *application, KeelEntrance *entrance)
{
  KeelHelpDesk *self = g_object_new (KEEL_TYPE_HELP_DESK, NULL);

  self->application = application;
  self->entrance = g_object_ref (entrance);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), self);
  return self;
}

void
keel_help_desk_set_session (KeelHelpDesk *self, KeelSession *session)
{
  g_set_object (&self->session, session);
  keel_help_desk_look (self);
}

void
keel_help_desk_look (KeelHelpDesk *self)
{
  KeelHelpNow *window = find_window (self);
  g_autofree char *folder = NULL;

  if (window == NULL)
    return;
  folder = find_folder (self);
  keel_help_now_set_profile (window, self->session, folder);
}

void
keel_help_desk_show (KeelHelpDesk *self, const char *page)
{
  KeelHelpNow *window = find_window (self);

  if (window == NULL)
    {
      window = keel_help_now_new (self->application);
      keel_help_desk_look (self);
    }
  keel_help_now_show_page (window, page);
  gtk_window_present (GTK_WINDOW (window));
}

const char *
keel_help_desk_get_page (KeelHelpDesk *self)
{
  KeelHelpNow *window = find_window (self);

  return window != NULL ? keel_help_now_get_page (window) : NULL;
}
