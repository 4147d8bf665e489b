#include "config.h"

#include "keel-goal-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "keel-care-book.h"
#include "keel-aim-row.h"

/* More than a few is a list of duties; all of them are in My Plans. */
#define MOST_GOALS 4

#define KEEL_TYPE_GOAL_CARD (keel_goal_card_get_type ())
G_DECLARE_FINAL_TYPE (KeelGoalCard, keel_goal_card, KEEL, GOAL_CARD, AdwBin)

struct _KeelGoalCard
{
  AdwBin parent_instance;

  KeelSession *session;
  KeelAimRow *rows[MOST_GOALS]; /* always the same, so that the focus stays */
};

G_DEFINE_FINAL_TYPE (KeelGoalCard, keel_goal_card, ADW_TYPE_BIN)

static void
refresh (KeelGoalCard *self)
{
  KeelCareBook *book = keel_care_book_get (self->session);
  const KeelCare *care = keel_care_book_peek (book);
  guint n = 0;

  for (guint i = 0; care != NULL && i < care->goals->len && n < MOST_GOALS; i++)
    {
      const KeelAim *goal = g_ptr_array_index (care->goals, i);

      if (goal->weekly)
        keel_aim_row_show (self->rows[n++], goal, g_ptr_array_index (care->ticks, i),
                           keel_care_book_get_today (book));
    }
  for (guint i = 0; i < MOST_GOALS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), i < n);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
keel_goal_card_finalize (GObject *object)
{
  g_clear_object (&KEEL_GOAL_CARD (object)->session);
  G_OBJECT_CLASS (keel_goal_card_parent_class)->finalize (object);
}

static void
keel_goal_card_class_init (KeelGoalCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_goal_card_finalize;
}

static void
keel_goal_card_init (KeelGoalCard *self)
{
}

GtkWidget *
keel_goal_card_new (KeelSession *session)
{
  KeelGoalCard *self = g_object_new (KEEL_TYPE_GOAL_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->session = g_object_ref (session);
  for (guint i = 0; i < MOST_GOALS; i++)
    {
      self->rows[i] = keel_aim_row_new (session, FALSE);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows[i]));
    }
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (keel_care_book_get (session), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
