#include "config.h"

#include "keel-aim-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-care-dialog.h"
#include "keel-care-label.h"
#include "keel-care-undo.h"
#include "keel-week.h"

struct _KeelAimRow
{
  GtkBox parent_instance;

  GtkCheckButton *check;
  GtkWidget *words;
  GtkWidget *state;
  GtkWidget *change;

  KeelSession *session;
  KeelAim *goal; /* nullable */
  gint64 today;
  gint64 tick; /* of this week, or KEEL_DAY_UNSAID */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (KeelAimRow, keel_aim_row, GTK_TYPE_BOX)

static void
toggled_cb (KeelAimRow *self)
{
  gboolean done = gtk_check_button_get_active (self->check);
  g_autoptr (KeelAim) wanted = NULL;

  if (self->showing)
    return;
  if (self->goal->weekly)
    {
      keel_care_undo_tick (GTK_WIDGET (self), self->session, self->goal->uuid,
                           done || self->tick == KEEL_DAY_UNSAID ? self->today : self->tick, done);
      return;
    }
  wanted = keel_aim_copy (self->goal);
  wanted->done = done ? self->today : KEEL_DAY_UNSAID;
  keel_care_undo_save (GTK_WIDGET (self), self->session, KEEL_CARE_AIM, wanted);
}

static void
change_cb (KeelAimRow *self)
{
  keel_care_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                            KEEL_CARE_AIM, self->goal);
}

static void
keel_aim_row_finalize (GObject *object)
{
  KeelAimRow *self = KEEL_AIM_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->goal, keel_aim_free);
  G_OBJECT_CLASS (keel_aim_row_parent_class)->finalize (object);
}

static void
keel_aim_row_class_init (KeelAimRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_aim_row_finalize;
}

static void
keel_aim_row_init (KeelAimRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->words = keel_care_label_new (NULL, NULL);
  self->state = keel_care_label_new (NULL, "dim-label");
  self->change = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_box_append (GTK_BOX (lines), self->words);
  gtk_box_append (GTK_BOX (lines), self->state);
  gtk_check_button_set_child (self->check, lines);
  gtk_widget_set_hexpand (GTK_WIDGET (self->check), TRUE);
  gtk_widget_add_css_class (self->change, "flat");
  gtk_widget_set_valign (self->change, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (self), self->change);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->change, "clicked", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
}

KeelAimRow *
keel_aim_row_new (KeelSession *session, gboolean with_change)
{
  KeelAimRow *self = g_object_new (KEEL_TYPE_AIM_ROW, NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_visible (self->change, with_change);
  return self;
}

/* NULL: nothing beside the words. */
static char *
describe_state (const KeelAim *goal, gint64 today)
{
  g_autofree char *day = NULL;

  if (goal->weekly)
    return g_strdup (_ ("This week"));
  if (goal->done == KEEL_DAY_UNSAID)
    return NULL;
  day = keel_sentence_day (goal->done, today);
  /* Translators: %s is a day */
  return g_strdup_printf (C_ ("goal", "Done: %s"), day);
}

static void
name (KeelAimRow *self, const char *state)
{
  g_autofree char *words = state != NULL ? g_strdup_printf ("%s, %s", self->goal->words, state)
                                         : g_strdup (self->goal->words);
  /* Translators: %s are the person's words for a date or a goal */
  g_autofree char *change = g_strdup_printf (_ ("Change “%s”"), self->goal->words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->change), GTK_ACCESSIBLE_PROPERTY_LABEL, change, -1);
  gtk_widget_set_tooltip_text (self->change, change);
}

void
keel_aim_row_show (KeelAimRow *self, const KeelAim *goal, const GArray *ticks, gint64 today)
{
  g_autofree char *state = describe_state (goal, today);
  gint64 tick = KEEL_DAY_UNSAID;
  gboolean done = goal->weekly
                      ? keel_aim_is_ticked (ticks, keel_aim_get_week (today, keel_week_get_first_day ()),
                                            &tick)
                      : goal->done != KEEL_DAY_UNSAID;

  g_clear_pointer (&self->goal, keel_aim_free);
  self->goal = keel_aim_copy (goal);
  self->today = today;
  self->tick = tick;
  self->showing = TRUE;
  gtk_check_button_set_active (self->check, done);
  self->showing = FALSE;
  gtk_label_set_text (GTK_LABEL (self->words), goal->words);
  keel_care_label_tell (self->state, gtk_widget_get_visible (self->change) || !goal->weekly ? state : NULL);
  name (self, state);
}
