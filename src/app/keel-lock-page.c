#include "config.h"

#include "keel-lock-page.h"

#include <glib/gi18n-lib.h>

#include "content/keel-protection-sentences.h"
#include "content/keel-sentences.h"
#include "store/keel-protection.h"
#include "store/keel-system-clock.h"

#include "keel-help-acts.h"
#include "keel-passphrase-row.h"
#include "keel-profile-picture.h"
#include "keel-text-row.h"

struct _KeelLockPage
{
  AdwBin parent_instance;

  AdwBin *picture;
  GtkLabel *name;
  KeelPassphraseRow *passphrase;
  GtkEditable *code;
  GtkLabel *problem;
  GtkWidget *unlock;
  GtkWidget *spinner;
  GtkButton *other_way;
  GtkWidget *others;

  char *id;
  char *folder;
  KeelClock *clock;
  guint timer;
  char *(*describe) (guint wait); /* what did not fit; NULL: nothing yet */
  gboolean by_code;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (KeelLockPage, keel_lock_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_UNLOCKED,
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *folder;
  KeelKeySlotKind kind;
  KeelSecret *secret;
  gint64 now;
} Attempt;

static void
attempt_free (Attempt *attempt)
{
  keel_secret_free (attempt->secret);
  g_free (attempt->folder);
  g_free (attempt);
}

static void
say (KeelLockPage *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", sentence);
}

static gboolean
is_typed (KeelLockPage *self)
{
  if (self->by_code)
    return *gtk_editable_get_text (self->code) != '\0';
  return keel_passphrase_row_get_length (self->passphrase) > 0;
}

static KeelSecret *
dup_secret (KeelLockPage *self)
{
  if (self->by_code)
    return g_strdup (gtk_editable_get_text (self->code));
  return keel_passphrase_row_dup (self->passphrase);
}

static void
clear_secret (KeelLockPage *self)
{
  keel_passphrase_row_clear (self->passphrase);
  gtk_editable_set_text (self->code, "");
}

/* The focus stays in the entry, whatever may be pressed just now. */
static void
update (KeelLockPage *self)
{
  gboolean ready = is_typed (self) && !self->busy && self->timer == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->other_way), !self->busy);
  gtk_widget_set_sensitive (self->others, !self->busy);
  gtk_widget_set_visible (self->spinner, self->busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lock.unlock", ready);
}

static gboolean count_down_cb (gpointer data);

/* What stands there while the person has to wait says how long. */
static char *
show_problem (KeelLockPage *self)
{
  guint left = keel_protection_get_wait (self->folder, keel_clock_get_now (self->clock));
  g_autofree char *sentence = NULL;

  if (left > 0 && self->timer == 0)
    self->timer = g_timeout_add_seconds (1, count_down_cb, self);
  else if (left == 0)
    g_clear_handle_id (&self->timer, g_source_remove);
  if (self->describe != NULL)
    sentence = self->describe (left);
  else if (left > 0)
    sentence = keel_protection_sentence_for_wait (left);
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  update (self);
  return g_steal_pointer (&sentence);
}

static void
clear_problem (KeelLockPage *self)
{
  g_autofree char *sentence = NULL;

  self->describe = NULL;
  sentence = show_problem (self);
}

static gboolean
count_down_cb (gpointer data)
{
  KeelLockPage *self = KEEL_LOCK_PAGE (data);
  g_autofree char *sentence = show_problem (self);

  if (self->timer != 0)
    return G_SOURCE_CONTINUE;
  say (self, _ ("You can try again now."));
  return G_SOURCE_REMOVE;
}

static void
show_failure (KeelLockPage *self, GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_PASSPHRASE))
    self->describe = self->by_code ? keel_protection_sentence_for_code
                                   : keel_protection_sentence_for_passphrase;
  sentence = show_problem (self);
  if (sentence == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      gtk_label_set_text (self->problem, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    }
  say (self, sentence);
}

static void
unlock_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Attempt *attempt = task_data;
  GError *error = NULL;
  KeelVaultKey *key;

  key = keel_protection_unlock (attempt->folder, attempt->kind, attempt->secret, attempt->now, &error);
  g_clear_pointer (&attempt->secret, keel_secret_free);
  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) keel_vault_key_unref);
  else
    g_task_return_error (task, error);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelLockPage *self = KEEL_LOCK_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelVaultKey) key = g_task_propagate_pointer (G_TASK (result), &error);

  self->busy = FALSE;
  if (self->folder == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  update (self);
  if (key != NULL)
    g_signal_emit (self, signals[SIGNAL_UNLOCKED], 0, key, self->by_code);
  else if (!keel_protection_is_on (self->folder))
    g_signal_emit (self, signals[SIGNAL_GONE], 0);
  else
    show_failure (self, error);
}

static void
unlock_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KeelLockPage *self = KEEL_LOCK_PAGE (widget);
  g_autoptr (GTask) task = g_task_new (self, NULL, unlocked_cb, NULL);
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->folder = g_strdup (self->folder);
  attempt->kind = self->by_code ? KEEL_KEY_SLOT_RECOVERY_CODE : KEEL_KEY_SLOT_PASSPHRASE;
  attempt->secret = dup_secret (self);
  attempt->now = keel_clock_get_now (self->clock);
  g_task_set_task_data (task, attempt, (GDestroyNotify) attempt_free);

  self->busy = TRUE;
  clear_secret (self);
  clear_problem (self);
  say (self, _ ("Unlocking…"));
  g_task_run_in_thread (task, unlock_in_thread);
}

static void
typed_cb (KeelLockPage *self)
{
  clear_problem (self);
}

static void
other_way_cb (KeelLockPage *self)
{
  clear_secret (self);
  self->by_code = !self->by_code;
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase), !self->by_code);
  gtk_widget_set_visible (GTK_WIDGET (self->code), self->by_code);
  gtk_button_set_label (self->other_way,
                        self->by_code ? _ ("Use the Passphrase") : _ ("Use the Recovery Code"));
  clear_problem (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
keel_lock_page_grab_focus (GtkWidget *widget)
{
  KeelLockPage *self = KEEL_LOCK_PAGE (widget);

  return gtk_widget_grab_focus (self->by_code ? GTK_WIDGET (self->code) : GTK_WIDGET (self->passphrase));
}

static void
keel_lock_page_dispose (GObject *object)
{
  KeelLockPage *self = KEEL_LOCK_PAGE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (keel_lock_page_parent_class)->dispose (object);
}

/* Enter unlocks. */
static void
keel_lock_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_lock_page_parent_class)->root (widget);
  gtk_window_set_default_widget (GTK_WINDOW (gtk_widget_get_root (widget)), KEEL_LOCK_PAGE (widget)->unlock);
}

static void
keel_lock_page_unroot (GtkWidget *widget)
{
  gtk_window_set_default_widget (GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
  GTK_WIDGET_CLASS (keel_lock_page_parent_class)->unroot (widget);
}

static void
keel_lock_page_class_init (KeelLockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_lock_page_dispose;
  widget_class->grab_focus = keel_lock_page_grab_focus;
  widget_class->root = keel_lock_page_root;
  widget_class->unroot = keel_lock_page_unroot;

  signals[SIGNAL_UNLOCKED] = g_signal_new ("unlocked", KEEL_TYPE_LOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[SIGNAL_GONE] = g_signal_new ("gone", KEEL_TYPE_LOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  g_type_ensure (KEEL_TYPE_PASSPHRASE_ROW);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-lock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, picture);
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, name);
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, code);
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, unlock);
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, other_way);
  gtk_widget_class_bind_template_child (widget_class, KeelLockPage, others);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_way_cb);
  gtk_widget_class_install_action (widget_class, "lock.unlock", NULL, unlock_cb);
}

/* It is seen, to be compared with what was written down; but it is overwritten when it is taken away. */
static void
treat_as_secret (GtkEditable *editable)
{
  g_autoptr (GtkEntryBuffer) buffer = gtk_password_entry_buffer_new ();
  GtkEditable *innermost = editable;

  while (!GTK_IS_TEXT (innermost))
    innermost = gtk_editable_get_delegate (innermost);
  gtk_text_set_input_hints (GTK_TEXT (innermost), GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_NO_SPELLCHECK);
  gtk_text_set_buffer (GTK_TEXT (innermost), buffer);
  gtk_editable_set_enable_undo (innermost, FALSE);
}

static void
keel_lock_page_init (KeelLockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_help_wrap_button (GTK_WIDGET (self->other_way));
  keel_help_wrap_button (self->others);
  treat_as_secret (self->code);
  self->clock = keel_system_clock_new ();
}

KeelLockPage *
keel_lock_page_new (const KeelProfileCard *card, gboolean others)
{
  KeelLockPage *self = g_object_new (KEEL_TYPE_LOCK_PAGE, NULL);
  const char *title = keel_profile_card_get_title (card);

  self->id = g_strdup (card->id);
  self->folder = g_strdup (card->folder);
  adw_bin_set_child (self->picture, keel_profile_picture_new (card->settings->picture, title, 96));
  gtk_label_set_text (self->name, title);
  gtk_widget_set_visible (self->others, others);
  gtk_widget_set_visible (GTK_WIDGET (self->other_way), keel_protection_has_recovery_code (card->folder));
  clear_problem (self);
  return self;
}

const char *
keel_lock_page_get_profile_id (KeelLockPage *self)
{
  return self->id;
}
