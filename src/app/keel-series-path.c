#include "config.h"

#include "keel-series-path.h"

#include <glib/gi18n-lib.h>

#include "keel-chip-choice.h"
#include "keel-series-remark.h"
#include "keel-series-words.h"
#include "keel-stage-offer.h"

struct _KeelSeriesPath
{
  AdwBin parent_instance;

  GtkBox *box;
  KeelChipChoice *stages;
  GtkWidget *offer; /* of the series that is shown; nullable */

  KeelSession *session;
  KeelSeries *series; /* both nullable */
};

G_DEFINE_FINAL_TYPE (KeelSeriesPath, keel_series_path, ADW_TYPE_BIN)

static void
chosen_cb (KeelChipChoice *stages, const char *id, KeelSeriesPath *self)
{
  g_autoptr (KeelSeries) wanted = keel_series_copy (self->series);
  KeelRemarks which = KEEL_REMARK_STAGE;
  g_autofree char *sentence = NULL;

  wanted->stage = keel_word_find (keel_stage_words, id);
  if (wanted->stage == KEEL_STAGE_HOME_GROUP && !wanted->home_group)
    {
      wanted->home_group = TRUE;
      which |= KEEL_REMARK_HOME_GROUP;
    }
  /* Translators: %1$s is a meeting, %2$s how far one is on the way into it, e.g. "Been there three times". */
  sentence = g_strdup_printf (_ ("%1$s: %2$s."), wanted->meeting->name,
                              keel_series_words_stage (wanted->stage));
  keel_series_remark_put (GTK_WIDGET (self), self->session, wanted, which, sentence);
}

static void
keel_series_path_dispose (GObject *object)
{
  KeelSeriesPath *self = KEEL_SERIES_PATH (object);

  g_clear_object (&self->series);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_series_path_parent_class)->dispose (object);
}

static void
keel_series_path_class_init (KeelSeriesPathClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_series_path_dispose;
}

static void
append_label (KeelSeriesPath *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
}

static void
keel_series_path_init (KeelSeriesPath *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  append_label (self, _ ("My way into this group"), "heading");
  append_label (self, _ ("You move it, on and back, as you like. There is no hurry."), "dim-label");
  self->stages = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  for (int stage = KEEL_STAGE_FOUND; stage <= KEEL_STAGE_GAVE_SERVICE; stage++)
    keel_chip_choice_add (self->stages, keel_stage_words[stage], keel_series_words_stage (stage));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("My way into this group"), -1);
  g_signal_connect (self->stages, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (self->box, GTK_WIDGET (self->stages));
}

static void
show_offer (KeelSeriesPath *self, gboolean other)
{
  if (!other && self->offer != NULL)
    return;
  if (self->offer != NULL)
    gtk_box_remove (self->box, self->offer);
  self->offer = keel_stage_offer_new (self->session, self->series->uuid, KEEL_LOCAL_TIME_NONE);
  gtk_box_append (self->box, self->offer);
}

void
keel_series_path_show (KeelSeriesPath *self, KeelSession *session, KeelSeries *series)
{
  gboolean shown = series != NULL && !keel_series_is_appointment (series);
  gboolean other = shown && (self->series == NULL || g_strcmp0 (self->series->uuid, series->uuid) != 0);

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  g_set_object (&self->session, session);
  g_set_object (&self->series, series);
  keel_chip_choice_select (self->stages,
                           series->stage != KEEL_STAGE_NONE ? keel_stage_words[series->stage] : NULL);
  show_offer (self, other);
}
