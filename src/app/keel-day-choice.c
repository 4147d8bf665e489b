#include "config.h"

#include "keel-day-choice.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-toggle.h"
#include "keel-week.h"
#include "keel-wrap-box.h"

struct _KeelDayChoice
{
  AdwBin parent_instance;

  GtkToggleButton *days[7];
};

G_DEFINE_FINAL_TYPE (KeelDayChoice, keel_day_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkToggleButton *button, KeelDayChoice *self)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkToggleButton *
make_button (KeelDayChoice *self, int day)
{
  GtkWidget *button = keel_toggle_new (keel_week_get_short_name (day), GTK_ACCESSIBLE_ROLE_RADIO);
  g_autofree char *name = keel_sentence_weekday (day);

  gtk_widget_add_css_class (button, "keel-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_TOGGLE_BUTTON (button);
}

static void
keel_day_choice_class_init (KeelDayChoiceClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_DAY_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_day_choice_init (KeelDayChoice *self)
{
  KeelWrapBox *box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, "choice", TRUE, NULL);
  int first = keel_week_get_first_day ();

  for (int i = 0; i < 7; i++)
    {
      int day = (first + i) % 7;

      self->days[day] = make_button (self, day);
      if (i > 0)
        gtk_toggle_button_set_group (self->days[day], self->days[first]);
      keel_wrap_box_append (box, GTK_WIDGET (self->days[day]));
    }
  gtk_toggle_button_set_active (self->days[first], TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

int
keel_day_choice_get_day (KeelDayChoice *self)
{
  for (int day = 0; day < 7; day++)
    {
      if (gtk_toggle_button_get_active (self->days[day]))
        return day;
    }
  return 0;
}

void
keel_day_choice_set_day (KeelDayChoice *self, int day)
{
  gtk_toggle_button_set_active (self->days[day], TRUE);
}
