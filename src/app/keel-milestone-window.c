#include "config.h"

#include "keel-milestone-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-row-undo.h"
#include "keel-local-paper.h"
#include "keel-milestone-view.h"
#include "keel-milestone-words.h"
#include "keel-names.h"
#include "keel-paper-preview.h"
#include "keel-save-file.h"
#include "keel-text-row.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

#define VIEW_WIDTH 480
#define PICTURE_WIDTH 1600

struct _KeelMilestoneWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwBin *picture;
  GtkLabel *about;
  GtkEditable *line;
  GtkSwitch *with_date;
  GtkWidget *remove;

  KeelMilestoneView *view;
  KeelSession *session;
  KeelMilestoneCard *card; /* without what the person adds */
  KeelReached *reached;
};

G_DEFINE_FINAL_TYPE (KeelMilestoneWindow, keel_milestone_window, ADW_TYPE_WINDOW)

/* As it is wanted. */
static KeelMilestoneCard *
make_card (KeelMilestoneWindow *self)
{
  KeelMilestoneCard *card = keel_milestone_card_copy (self->card);
  g_autofree char *line = g_strstrip (g_strdup (gtk_editable_get_text (self->line)));

  if (*line != '\0')
    card->line = g_steal_pointer (&line);
  if (gtk_switch_get_active (self->with_date))
    card->date = keel_milestone_words_date (self->reached->day);
  return card;
}

static void
changed_cb (KeelMilestoneWindow *self)
{
  if (self->card != NULL)
    keel_milestone_view_show (self->view, make_card (self));
}

static void
tell (KeelMilestoneWindow *self, const char *sentence)
{
  g_autofree char *title = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
  keel_say (GTK_WIDGET (self), sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelMilestoneWindow *self = KEEL_MILESTONE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = keel_save_file_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (error != NULL)
    sentence = keel_sentence_for_error (error, name);
  else if (name != NULL)
    /* Translators: %s is the name of a file. */
    sentence = g_strdup_printf (_ ("Saved as %s. Whoever has the file can see it."), name);
  if (sentence != NULL)
    tell (self, sentence);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KeelMilestoneWindow *self = KEEL_MILESTONE_WINDOW (widget);
  g_autoptr (KeelMilestoneCard) card = make_card (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sentence = NULL;

  bytes = keel_milestone_card_to_png (card, gtk_widget_get_pango_context (widget), PICTURE_WIDTH, &error);
  if (bytes != NULL)
    {
      keel_save_file_async (GTK_WINDOW (self), _ ("Save as Picture"), "card.png", bytes, saved_cb, NULL);
      return;
    }
  sentence = keel_sentence_for_error (error, NULL);
  tell (self, sentence);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KeelMilestoneWindow *self = KEEL_MILESTONE_WINDOW (widget);
  g_autoptr (KeelMilestoneCard) card = make_card (self);
  g_autoptr (KeelPaper) paper = keel_local_paper_new (FALSE);
  KeelPaperPreview *preview = keel_paper_preview_new (GTK_WINDOW (self), self->session, "card.pdf");

  keel_paper_add (paper, keel_milestone_block_new (card));
  keel_paper_preview_set_paper (preview, paper);
  gtk_window_present (GTK_WINDOW (preview));
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KeelMilestoneWindow *self = KEEL_MILESTONE_WINDOW (widget);

  keel_row_undo_delete (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), self->session,
                        &keel_reached_rows, self->reached->uuid,
                        _ ("It is no longer among your milestones."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
keel_milestone_window_dispose (GObject *object)
{
  KeelMilestoneWindow *self = KEEL_MILESTONE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->card, keel_milestone_card_free);
  g_clear_pointer (&self->reached, keel_reached_free);
  G_OBJECT_CLASS (keel_milestone_window_parent_class)->dispose (object);
}

static void
keel_milestone_window_class_init (KeelMilestoneWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_milestone_window_dispose;
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-milestone-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneWindow, about);
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneWindow, line);
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneWindow, with_date);
  gtk_widget_class_bind_template_child (widget_class, KeelMilestoneWindow, remove);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "card.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "card.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "card.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_milestone_window_init (KeelMilestoneWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
  self->view = KEEL_MILESTONE_VIEW (keel_milestone_view_new (VIEW_WIDTH));
  adw_bin_set_child (self->picture, GTK_WIDGET (self->view));
}

void
keel_milestone_window_present (GtkWindow *parent, KeelSession *session, const KeelDays *days,
                               const KeelReached *reached, gboolean fresh)
{
  KeelMilestoneWindow *self = g_object_new (KEEL_TYPE_MILESTONE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *date = keel_sentence_day (reached->day, days->now.day);
  /* Translators: %s is a date. */
  g_autofree char *about = g_strdup_printf (_ ("Reached on %s. It stays yours, whatever comes."), date);

  self->session = g_object_ref (session);
  self->reached = keel_reached_copy (reached);
  self->card = keel_milestone_words_make_card (session, days, reached);
  gtk_label_set_text (self->about, about);
  changed_cb (self);
  if (fresh)
    keel_milestone_view_rise (self->view);
  gtk_window_present (GTK_WINDOW (self));
}
