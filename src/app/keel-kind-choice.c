#include "config.h"

#include "keel-kind-choice.h"

#include <glib/gi18n-lib.h>

#include "keel-program-mark.h"
#include "keel-series-mark.h"
#include "keel-series-words.h"
#include "keel-toggle.h"
#include "keel-wrap-box.h"

struct _KeelKindChoice
{
  AdwBin parent_instance;

  GtkToggleButton *meeting;
  GtkToggleButton *appointment;
  GtkWidget *kinds;
  GtkToggleButton *chips[KEEL_SERIES_OTHER + 1]; /* none for a meeting */
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (KeelKindChoice, keel_kind_choice, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkToggleButton *chip, KeelKindChoice *self)
{
  gtk_widget_set_visible (self->kinds, gtk_toggle_button_get_active (self->appointment));
  if (!self->quiet && gtk_toggle_button_get_active (chip))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkToggleButton *
make_chip (KeelKindChoice *self, const char *label, GtkToggleButton *group)
{
  GtkWidget *chip = keel_toggle_new (label, GTK_ACCESSIBLE_ROLE_RADIO);

  gtk_widget_add_css_class (chip, "keel-chip");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), group);
  g_signal_connect (chip, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_TOGGLE_BUTTON (chip);
}

static GtkToggleButton *
make_kind_chip (KeelKindChoice *self, KeelSeriesKind kind, GtkToggleButton *group)
{
  const char *words = keel_series_words_kind (kind);
  GtkToggleButton *chip = make_chip (self, words, group);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = g_object_new (KEEL_TYPE_PROGRAM_MARK, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  KeelSeriesMark mark;

  keel_series_mark_read_kind (&mark, kind);
  keel_program_mark_show_as (KEEL_PROGRAM_MARK (sign), mark.symbol, &mark.colour);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return chip;
}

static KeelWrapBox *
make_box (const char *name)
{
  KeelWrapBox *box = g_object_new (KEEL_TYPE_WRAP_BOX, "one-stop", TRUE, "choice", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static void
keel_kind_choice_class_init (KeelKindChoiceClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_KIND_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_kind_choice_init (KeelKindChoice *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  KeelWrapBox *two = make_box (_ ("What it is"));
  KeelWrapBox *kinds = make_box (_ ("Which kind of appointment"));

  self->quiet = TRUE;
  self->kinds = GTK_WIDGET (kinds);
  self->meeting = make_chip (self, keel_series_words_kind (KEEL_SERIES_MEETING), NULL);
  self->appointment = make_chip (self, _ ("Appointment"), self->meeting);
  keel_wrap_box_append (two, GTK_WIDGET (self->meeting));
  keel_wrap_box_append (two, GTK_WIDGET (self->appointment));
  for (KeelSeriesKind kind = KEEL_SERIES_THERAPY; kind <= KEEL_SERIES_OTHER; kind++)
    {
      self->chips[kind] = make_kind_chip (self, kind, self->chips[KEEL_SERIES_THERAPY]);
      keel_wrap_box_append (kinds, GTK_WIDGET (self->chips[kind]));
    }
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (two));
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (kinds));
  adw_bin_set_child (ADW_BIN (self), all);
  keel_kind_choice_set_kind (self, KEEL_SERIES_MEETING);
}

KeelSeriesKind
keel_kind_choice_get_kind (KeelKindChoice *self)
{
  if (gtk_toggle_button_get_active (self->meeting))
    return KEEL_SERIES_MEETING;
  for (KeelSeriesKind kind = KEEL_SERIES_THERAPY; kind < KEEL_SERIES_OTHER; kind++)
    if (gtk_toggle_button_get_active (self->chips[kind]))
      return kind;
  return KEEL_SERIES_OTHER;
}

void
keel_kind_choice_set_kind (KeelKindChoice *self, KeelSeriesKind kind)
{
  self->quiet = TRUE;
  gtk_toggle_button_set_active (self->chips[MAX (kind, KEEL_SERIES_THERAPY)], TRUE);
  gtk_toggle_button_set_active (kind == KEEL_SERIES_MEETING ? self->meeting : self->appointment, TRUE);
  self->quiet = FALSE;
}
