#include "config.h"

#include "keel-entrance.h"

#include <glib/gi18n-lib.h>

#include "store/keel-data-dir.h"
#include "store/keel-profiles.h"

#include "keel-entrance-window.h"
#include "keel-first-words.h"

struct _KeelEntrance
{
  GObject parent_instance;

  GtkApplication *application; /* which owns this */
  KeelStartOptions *options;
  char *language; /* what is spoken; nullable */
  char *data_dir;
};

G_DEFINE_FINAL_TYPE (KeelEntrance, keel_entrance, G_TYPE_OBJECT)

enum
{
  SIGNAL_OPEN,
  SIGNAL_RESTART,
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static KeelEntranceWindow *
find_window (KeelEntrance *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      if (KEEL_IS_ENTRANCE_WINDOW (l->data))
        return l->data;
    }
  return NULL;
}

static void
unlocked_cb (KeelEntranceWindow *window, const char *id, KeelVaultKey *key, gboolean by_code,
             KeelEntrance *self)
{
  keel_start_options_set_profile (self->options, id);
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, id, key, by_code);
}

static void
chosen_cb (KeelEntranceWindow *window, const char *id, KeelEntrance *self)
{
  keel_entrance_go (self, id);
}

static void
returned_cb (KeelEntranceWindow *window, KeelEntrance *self)
{
  self->options->start = KEEL_START_OPEN;
  keel_entrance_begin (self);
}

static KeelEntranceWindow *
get_window (KeelEntrance *self)
{
  KeelEntranceWindow *window = find_window (self);

  if (window != NULL)
    return window;
  window = keel_entrance_window_new (self->application, self->data_dir);
  g_signal_connect_object (window, "unlocked", G_CALLBACK (unlocked_cb), self, 0);
  g_signal_connect_object (window, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (window, "returned", G_CALLBACK (returned_cb), self, 0);
  return window;
}

/* A profile in another language needs a new start: gettext cannot change over. */
static gboolean
speaks (KeelEntrance *self, KeelProfileCard *card)
{
  return self->options->language != NULL || g_strcmp0 (card->settings->language, self->language) == 0;
}

/* Once, to whoever is there. */
static void
tell_loss (KeelEntrance *self, KeelEntranceWindow *window)
{
  g_autofree char *sentence = keel_first_words_of_loss (self->options->not_kept);

  if (sentence != NULL)
    keel_entrance_window_say (window, sentence);
  self->options->not_kept = 0;
}

static void
enter (KeelEntrance *self, KeelProfileCard *card)
{
  KeelEntranceWindow *window;

  keel_start_options_set_profile (self->options, card->id);
  if (!speaks (self, card))
    {
      g_signal_emit (self, signals[SIGNAL_RESTART], 0, self->options->start, card->id);
      return;
    }
  if (!card->protected)
    {
      g_signal_emit (self, signals[SIGNAL_OPEN], 0, card->id, NULL, FALSE);
      return;
    }
  window = get_window (self);
  keel_entrance_window_show_lock (window, card);
  tell_loss (self, window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
choose (KeelEntrance *self, const char *missing)
{
  KeelEntranceWindow *window = get_window (self);
  g_autofree char *sentence = missing != NULL ? keel_entrance_say_missing (missing) : NULL;

  keel_start_options_set_profile (self->options, NULL);
  keel_entrance_window_show_profiles (window);
  tell_loss (self, window);
  gtk_window_present (GTK_WINDOW (window));
  if (sentence != NULL)
    keel_entrance_window_say (window, sentence);
}

static void
close_others (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (l->data != window)
        gtk_window_destroy (l->data);
      g_object_unref (l->data);
    }
}

static void
hide (KeelEntrance *self)
{
  KeelEntranceWindow *window = get_window (self);

  close_others (GTK_WINDOW (window));
  keel_entrance_window_show_harmless (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
keel_entrance_finalize (GObject *object)
{
  KeelEntrance *self = KEEL_ENTRANCE (object);

  keel_start_options_free (self->options);
  g_free (self->language);
  g_free (self->data_dir);
  G_OBJECT_CLASS (keel_entrance_parent_class)->finalize (object);
}

static void
keel_entrance_class_init (KeelEntranceClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_entrance_finalize;

  signals[SIGNAL_OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                       G_TYPE_STRING, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[SIGNAL_RESTART] = g_signal_new ("restart", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                        0);
}

static void
keel_entrance_init (KeelEntrance *self)
{
}

KeelEntrance *
keel_entrance_new (GtkApplication *application, const KeelStartOptions *options, const char *language)
{
  KeelEntrance *self = g_object_new (KEEL_TYPE_ENTRANCE, NULL);

  self->application = application;
  self->options = keel_start_options_copy (options);
  self->language = g_strdup (language);
  self->data_dir = options->data_dir != NULL ? g_strdup (options->data_dir) : keel_data_dir_get_default ();
  return self;
}

KeelStartOptions *
keel_entrance_get_options (KeelEntrance *self)
{
  return self->options;
}

const char *
keel_entrance_get_data_dir (KeelEntrance *self)
{
  return self->data_dir;
}

void
keel_entrance_begin (KeelEntrance *self)
{
  KeelStart start = self->options->start;
  g_autoptr (GPtrArray) cards = keel_profiles_list (self->data_dir);
  g_autofree char *wanted = g_strdup (self->options->profile);
  g_autoptr (KeelProfileCard) named = NULL;
  KeelProfileCard *card = NULL;

  if (wanted != NULL)
    card = named = keel_profiles_find (self->data_dir, wanted);
  else if (cards->len == 1)
    card = cards->pdata[0];

  if (start == KEEL_START_HIDDEN)
    hide (self);
  else if (start == KEEL_START_CHOOSER)
    choose (self, NULL);
  else if (card != NULL)
    enter (self, card);
  else if (cards->len == 0 && wanted == NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, NULL, NULL, FALSE);
  else
    choose (self, wanted);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

void
keel_entrance_begin_again (KeelEntrance *self, const char *wanted)
{
  if (wanted != NULL)
    keel_start_options_set_profile (self->options, wanted);
  if (wanted != NULL && !keel_entrance_is_harmless (self))
    {
      self->options->start = KEEL_START_OPEN;
      keel_entrance_begin (self);
    }
  else
    {
      gtk_window_present (GTK_WINDOW (get_window (self)));
    }
}

void
keel_entrance_go (KeelEntrance *self, const char *id)
{
  keel_start_options_set_profile (self->options, id);
  self->options->start = KEEL_START_OPEN;
  keel_entrance_begin (self);
}

void
keel_entrance_hide_or_return (KeelEntrance *self)
{
  if (keel_entrance_is_harmless (self))
    self->options->start = KEEL_START_OPEN;
  else
    self->options->start = KEEL_START_HIDDEN;
  keel_entrance_begin (self);
}

gboolean
keel_entrance_is_harmless (KeelEntrance *self)
{
  KeelEntranceWindow *window = find_window (self);

  return window != NULL && keel_entrance_window_is_harmless (window);
}

void
keel_entrance_leave (KeelEntrance *self)
{
  KeelEntranceWindow *window = find_window (self);

  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}

char *
keel_entrance_say_missing (const char *profile)
{
  return g_strdup_printf (_ ("There is no profile “%s”."), profile);
}
