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
  gboolean several;
  gboolean suggested; /* what is chosen is not the person's choice */
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (KeelDayChoice, keel_day_choice, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SEVERAL,
  N_PROPERTIES
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
set_quietly (KeelDayChoice *self, guint days)
{
  self->quiet = TRUE;
  for (int day = 0; day < 7; day++)
    gtk_toggle_button_set_active (self->days[day], (days >> day & 1) != 0);
  self->quiet = FALSE;
}

static void
toggled_cb (GtkToggleButton *button, KeelDayChoice *self)
{
  gboolean active = gtk_toggle_button_get_active (button);

  if (self->quiet || (!self->several && !active))
    return;
  for (int day = 0; self->several && self->suggested && active && day < 7; day++)
    if (self->days[day] == button)
      set_quietly (self, 1u << day);
  self->suggested = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkToggleButton *
make_button (KeelDayChoice *self, int day)
{
  GtkWidget *button = keel_toggle_new (keel_week_get_short_name (day), self->several
                                                                           ? GTK_ACCESSIBLE_ROLE_CHECKBOX
                                                                           : GTK_ACCESSIBLE_ROLE_RADIO);
  g_autofree char *name = keel_sentence_weekday (day);

  gtk_widget_add_css_class (button, "keel-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_TOGGLE_BUTTON (button);
}

static void
keel_day_choice_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  KEEL_DAY_CHOICE (object)->several = g_value_get_boolean (value);
}

static void
keel_day_choice_constructed (GObject *object)
{
  KeelDayChoice *self = KEEL_DAY_CHOICE (object);
  KeelWrapBox *box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, "choice", !self->several, NULL);
  int first = keel_week_get_first_day ();

  G_OBJECT_CLASS (keel_day_choice_parent_class)->constructed (object);
  for (int i = 0; i < 7; i++)
    {
      int day = (first + i) % 7;

      self->days[day] = make_button (self, day);
      if (i > 0 && !self->several)
        gtk_toggle_button_set_group (self->days[day], self->days[first]);
      keel_wrap_box_append (box, GTK_WIDGET (self->days[day]));
    }
  keel_day_choice_suggest (self, first);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

static void
keel_day_choice_class_init (KeelDayChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = keel_day_choice_set_property;
  object_class->constructed = keel_day_choice_constructed;

  properties[PROP_SEVERAL] = g_param_spec_boolean ("several", NULL, NULL, FALSE,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_DAY_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_day_choice_init (KeelDayChoice *self)
{
}

guint
keel_day_choice_get_days (KeelDayChoice *self)
{
  guint days = 0;

  for (int day = 0; day < 7; day++)
    if (gtk_toggle_button_get_active (self->days[day]))
      days |= 1u << day;
  return days;
}

int
keel_day_choice_get_day (KeelDayChoice *self)
{
  return MAX (0, g_bit_nth_lsf (keel_day_choice_get_days (self), -1));
}

void
keel_day_choice_set_days (KeelDayChoice *self, guint days)
{
  self->suggested = FALSE;
  set_quietly (self, days);
}

void
keel_day_choice_set_day (KeelDayChoice *self, int day)
{
  keel_day_choice_set_days (self, 1u << day);
}

void
keel_day_choice_suggest (KeelDayChoice *self, int day)
{
  keel_day_choice_set_day (self, day);
  self->suggested = TRUE;
}

gboolean
keel_day_choice_is_suggestion (KeelDayChoice *self)
{
  return self->suggested;
}
