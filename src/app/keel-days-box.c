#include "config.h"

#include "keel-days-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"

#include "keel-days-dialog.h"
#include "keel-days-ring.h"
#include "keel-days-safety.h"
#include "keel-headed-list.h"
#include "keel-lapse-window.h"
#include "keel-line-row.h"
#include "keel-wrap-box.h"

#define RING 132

struct _KeelDaysBox
{
  AdwBin parent_instance;

  KeelSession *session;
  KeelDays *days;
  const KeelCountStand *stand; /* of @days */
};

G_DEFINE_FINAL_TYPE (KeelDaysBox, keel_days_box, ADW_TYPE_BIN)

static void
change_cb (KeelDaysBox *self)
{
  keel_days_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                            self->stand->count, self->days->now.day);
}

static void
lapse_cb (KeelDaysBox *self)
{
  keel_lapse_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                             self->stand->count->uuid);
}

static void
keel_days_box_dispose (GObject *object)
{
  KeelDaysBox *self = KEEL_DAYS_BOX (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->days, keel_days_unref);
  self->stand = NULL;
  G_OBJECT_CLASS (keel_days_box_parent_class)->dispose (object);
}

static void
keel_days_box_class_init (KeelDaysBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_days_box_dispose;
}

static void
keel_days_box_init (KeelDaysBox *self)
{
}

static void
add_line (GtkWidget *box, const char *text, const char *class_name)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  gtk_box_append (GTK_BOX (box), label);
}

static gboolean
is_membership (KeelDaysBox *self)
{
  return self->stand->count->path == KEEL_DAY_PATH_MEMBERSHIP;
}

/* A listener does not hear the ring. */
static void
add_numbers (KeelDaysBox *self, GtkWidget *box)
{
  const KeelDayStanding *standing = self->stand->standing;
  g_autofree char *streak = keel_sentence_days (standing->streak);
  g_autofree char *total = keel_sentence_days (standing->total);

  if (is_membership (self))
    {
      add_line (box, keel_days_ring_has_number (self->stand) ? total : NULL, NULL);
      return;
    }
  if (standing->shows_streak)
    {
      /* Translators: %s is a number of days: "47 days". */
      g_autofree char *words = g_strdup_printf (_ ("%s in a row"), streak);

      add_line (box, words, NULL);
    }
  if (standing->shows_total)
    {
      /* Translators: %s is a number of days: "74 days". */
      g_autofree char *words = g_strdup_printf (_ ("%s all together"), total);

      add_line (box, words, NULL);
    }
}

/* For who wants to know, and as long as anything counts up. */
static void
add_gains (KeelDaysBox *self, GtkWidget *box)
{
  const KeelDayStanding *standing = self->stand->standing;

  if (!keel_days_ring_has_number (self->stand) || is_membership (self))
    return;
  if (standing->money > 0 && self->stand->count->currency != NULL)
    {
      g_autofree char *money = keel_sentence_money (standing->money, self->stand->count->currency);
      /* Translators: %s is an amount of money that was not spent. */
      g_autofree char *words = g_strdup_printf (_ ("Money kept: %s"), money);

      add_line (box, words, NULL);
    }
  if (standing->minutes > 0)
    {
      g_autofree char *time = keel_sentence_won_time (standing->minutes);
      /* Translators: %s is a time that a person has for something else now: "36 hours". */
      g_autofree char *words = g_strdup_printf (_ ("Time won: %s"), time);

      add_line (box, words, NULL);
    }
}

static GtkWidget *
make_words (KeelDaysBox *self)
{
  const KeelDayCount *count = self->stand->count;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *standing = keel_sentence_standing (count, self->stand->standing, self->days->now.day);
  g_autofree char *next = keel_sentence_next_mark (self->stand->standing);

  add_line (box, keel_sentence_count_name (count), "title-3");
  add_line (box, standing, "dim-label");
  add_numbers (self, box);
  add_line (box, next, NULL);
  add_gains (self, box);
  if (count->path != KEEL_DAY_PATH_ABSTINENCE && (!is_membership (self) || count->name != NULL))
    add_line (box, keel_sentence_day_path (count->path), "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_button (const char *label, const char *name, GCallback clicked, KeelDaysBox *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: a button as a listener hears it: what it does, and to which start date: "Change: alcohol" */
  g_autofree char *said = g_strdup_printf (_ ("%1$s: %2$s"), label, name);
  g_autofree char *place = g_strconcat (label, self->stand->count->uuid, NULL);

  gtk_widget_set_name (button, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_buttons (KeelDaysBox *self)
{
  const char *name = keel_sentence_count_name (self->stand->count);
  GtkWidget *line = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  keel_wrap_box_append (KEEL_WRAP_BOX (line),
                        make_button (_ ("Change…"), name, G_CALLBACK (change_cb), self));
  if (!is_membership (self))
    keel_wrap_box_append (KEEL_WRAP_BOX (line),
                          make_button (_ ("I Had a Lapse…"), name, G_CALLBACK (lapse_cb), self));
  return line;
}

/* Those that ended, the newest first: nothing that was kept goes out of sight. */
static void
add_streaks (KeelDaysBox *self, GtkBox *box)
{
  const GArray *streaks = self->stand->standing->streaks;
  GtkListBox *list = NULL;

  for (guint i = streaks->len; i-- > 0;)
    {
      const KeelStreak *streak = &g_array_index (streaks, KeelStreak, i);
      g_autofree char *words = keel_sentence_streak (streak, self->days->now.day);
      KeelLineRow *row;

      if (streak->to == KEEL_DAY_NONE)
        continue;
      if (list == NULL)
        list = keel_headed_list_append (box, _ ("Kept before"), _ ("Kept before"));
      row = g_object_new (KEEL_TYPE_LINE_ROW, "activatable", FALSE, NULL);
      keel_line_row_add_line (row, words, NULL, 0);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
}

/* Of the streak that goes on. */
static gint64
find_start (const KeelCountStand *stand)
{
  const GArray *streaks = stand->standing->streaks;
  const KeelStreak *last = streaks->len > 0 ? &g_array_index (streaks, KeelStreak, streaks->len - 1) : NULL;

  return last != NULL && last->to == KEEL_DAY_NONE ? last->from : stand->count->start;
}

GtkWidget *
keel_days_box_new (KeelSession *session, KeelDays *days, const KeelCountStand *stand)
{
  KeelDaysBox *self = g_object_new (KEEL_TYPE_DAYS_BOX, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *ring = keel_days_ring_new (RING);
  GtkWidget *safety = keel_days_safety_new ();

  self->session = g_object_ref (session);
  self->days = keel_days_ref (days);
  self->stand = stand;
  keel_days_ring_show (KEEL_DAYS_RING (ring), session, stand);
  gtk_box_append (GTK_BOX (line), ring);
  gtk_box_append (GTK_BOX (line), make_words (self));
  gtk_box_append (GTK_BOX (box), line);
  if (!stand->standing->stopped && !is_membership (self))
    keel_days_safety_show (safety, keel_sentences_about_start (find_start (stand), days->now.day));
  gtk_box_append (GTK_BOX (box), safety);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  add_streaks (self, GTK_BOX (box));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "keel-card");
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
