#include "config.h"

#include "keel-entry-ties.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-link-dialog.h"
#include "keel-part-dialog.h"
#include "keel-part-words.h"
#include "keel-session-programs.h"
#include "keel-shared-dialog.h"
#include "keel-undo-toast.h"
#include "keel-window.h"
#include "keel-worksheet-row.h"

struct _KeelEntryTies
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkButton *link_button;
  GtkLabel *link_words;
  GtkLabel *shared;

  KeelSession *session;
  KeelEntry *entry; /* both nullable */
  KeelEntryLink link;
  char *target; /* nullable */
};

G_DEFINE_FINAL_TYPE (KeelEntryTies, keel_entry_ties, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A change of one of both, and what it was before. */
typedef struct
{
  KeelEntryTies *ties;
  KeelSession *session;
  KeelEntry *before;
  gboolean share;
  char *sentence; /* nullable: it takes one back */
} Change;

static Change *
change_new (KeelEntryTies *self, gboolean share, const char *sentence)
{
  Change *change = g_new0 (Change, 1);

  change->ties = g_object_ref (self);
  change->session = g_object_ref (self->session);
  change->before = g_object_ref (self->entry);
  change->share = share;
  change->sentence = g_strdup (sentence);
  return change;
}

static void
change_free (Change *change)
{
  g_object_unref (change->ties);
  g_object_unref (change->session);
  g_object_unref (change->before);
  g_free (change->sentence);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

/* The page may show another entry by now, or be gone. */
static void
take_entry (KeelEntryTies *self, KeelEntry *entry)
{
  if (self->entry == NULL || g_strcmp0 (self->entry->uuid, entry->uuid) != 0)
    return;
  keel_entry_ties_show (self, self->session, entry, KEEL_ENTRY_LINK_NONE, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, entry);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelEntryTies) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelEntry) entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);

  if (entry != NULL)
    take_entry (self, entry);
  keel_undo_toast_tell (GTK_WIDGET (self), error, NULL);
}

static void
undo_cb (gpointer data)
{
  const Change *change = data;
  KeelEntry *before = change->before;

  if (change->share)
    keel_session_share_entry_async (change->session, before->uuid, before->shared_at, before->shared_with,
                                    undone_cb, g_object_ref (change->ties));
  else
    keel_session_link_entry_async (change->session, before->uuid, before->link, before->target, undone_cb,
                                   g_object_ref (change->ties));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelEntry) entry = keel_session_entry_finish (KEEL_SESSION (source), result, &error);
  GtkWidget *widget = GTK_WIDGET (change->ties);
  const char *sentence = change->sentence;
  g_autofree char *reason = NULL;

  if (entry == NULL)
    {
      reason = keel_sentence_for_error (error, NULL);
      keel_say (widget, reason);
      return;
    }
  take_entry (change->ties, entry);
  keel_undo_toast_show (widget, sentence, undo_cb, g_steal_pointer (&change), (GDestroyNotify) change_free);
}

static void
link_chosen_cb (KeelEntryTies *self, int link, const char *target)
{
  g_autofree char *words = NULL;
  g_autofree char *sentence = NULL;

  if (self->entry == NULL)
    return;
  words = keel_part_words_link (self->session, (KeelEntryLink) link, target);
  if (words != NULL)
    /* Translators: %s is a part of a program, or a meeting. */
    sentence = g_strdup_printf (_ ("Belongs to %s."), words);
  else
    sentence = g_strdup (_ ("The link is gone."));
  keel_session_link_entry_async (self->session, self->entry->uuid, (KeelEntryLink) link, target, changed_cb,
                                 change_new (self, FALSE, sentence));
}

static void
shared_chosen_cb (KeelEntryTies *self, gint64 at, const char *with)
{
  g_autofree char *shared = NULL;
  g_autofree char *sentence = NULL;

  if (self->entry == NULL)
    return;
  shared = keel_part_words_shared (self->session, at, with);
  sentence = shared != NULL ? g_strconcat (shared, ".", NULL) : g_strdup (_ ("Not shared."));
  keel_session_share_entry_async (self->session, self->entry->uuid, at, with, changed_cb,
                                  change_new (self, TRUE, sentence));
}

static void
follow_cb (KeelEntryTies *self)
{
  KeelPartPlace place;

  if (self->link == KEEL_ENTRY_LINK_SERIES)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-series", "s", self->target);
  else if (self->link == KEEL_ENTRY_LINK_STRATEGY)
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-strategy",
                                    g_variant_new_string (self->target));
  else if (keel_part_place_parse (keel_session_get_content (self->session), self->target, &place))
    keel_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, &place);
}

static void
keel_entry_ties_dispose (GObject *object)
{
  KeelEntryTies *self = KEEL_ENTRY_TIES (object);

  g_clear_object (&self->session);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (keel_entry_ties_parent_class)->dispose (object);
}

static void
keel_entry_ties_class_init (KeelEntryTiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_entry_ties_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_ENTRY_TIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, KEEL_TYPE_ENTRY);
}

static GtkLabel *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return GTK_LABEL (label);
}

static void
keel_entry_ties_init (KeelEntryTies *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->link_button = GTK_BUTTON (gtk_button_new ());
  self->link_words = make_label ();
  self->shared = make_label ();
  gtk_button_set_child (self->link_button, GTK_WIDGET (self->link_words));
  gtk_widget_set_halign (GTK_WIDGET (self->link_button), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->shared), "dim-label");
  g_signal_connect_swapped (self->link_button, "clicked", G_CALLBACK (follow_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->link_button));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->shared));
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
take_target (KeelEntryTies *self, KeelEntryLink link, const char *target)
{
  char *copy = g_strdup (target);

  g_free (self->target);
  self->target = copy;
  self->link = link;
}

static gboolean
show_link (KeelEntryTies *self)
{
  g_autofree char *words = keel_part_words_link (self->session, self->link, self->target);
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->link_button), words != NULL);
  if (words == NULL)
    return FALSE;
  /* Translators: %s is a part of a program, or a meeting: what a page belongs to. A button leads there. */
  sentence = g_strdup_printf (_ ("Belongs to %s"), words);
  gtk_label_set_text (self->link_words, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  return TRUE;
}

static gboolean
show_shared (KeelEntryTies *self)
{
  g_autofree char *words = NULL;

  if (self->entry != NULL)
    words = keel_part_words_shared (self->session, self->entry->shared_at, self->entry->shared_with);
  gtk_label_set_text (self->shared, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->shared), words != NULL);
  return words != NULL;
}

void
keel_entry_ties_show (KeelEntryTies *self, KeelSession *session, KeelEntry *entry, KeelEntryLink link,
                      const char *target)
{
  gboolean linked, shared;

  g_set_object (&self->session, session);
  g_set_object (&self->entry, entry);
  if (entry != NULL)
    take_target (self, entry->link, entry->target);
  else
    take_target (self, link, target);
  linked = show_link (self);
  shared = show_shared (self);
  gtk_widget_set_visible (GTK_WIDGET (self), linked || shared);
}

void
keel_entry_ties_ask_link (KeelEntryTies *self)
{
  KeelLinkDialog *dialog;

  if (self->entry == NULL)
    return;
  dialog = keel_link_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                 self->target != NULL);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (link_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
keel_entry_ties_ask_shared (KeelEntryTies *self)
{
  KeelSharedDialog *dialog;
  const char *with;

  if (self->entry == NULL)
    return;
  with = self->entry->shared_at != 0 ? self->entry->shared_with
                                     : keel_session_get_word (self->session, "guide");
  dialog = keel_shared_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                   keel_worksheet_row_name_entry (self->entry), self->entry->shared_at, with);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (shared_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
