#include "config.h"

#include "keel-series-pane.h"

#include <glib/gi18n-lib.h>

#include "keel-series-answers.h"
#include "keel-series-card.h"
#include "keel-series-compare.h"
#include "keel-series-dates.h"
#include "keel-series-entries.h"
#include "keel-series-path.h"

struct _KeelSeriesPane
{
  AdwBin parent_instance;

  KeelSeriesDates *dates;
  KeelSeriesPath *path;
  GtkWidget *there;
  AdwBin *answers;
  KeelSeriesEntries *entries;
  KeelSeriesCard *card;

  KeelSession *session;
  KeelSeries *series; /* both nullable */
};

G_DEFINE_FINAL_TYPE (KeelSeriesPane, keel_series_pane, ADW_TYPE_BIN)

static void
compare_cb (GtkButton *button, KeelSeriesPane *self)
{
  keel_series_compare_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session);
}

static void
keel_series_pane_dispose (GObject *object)
{
  KeelSeriesPane *self = KEEL_SERIES_PANE (object);

  g_clear_object (&self->series);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_series_pane_parent_class)->dispose (object);
}

static void
keel_series_pane_class_init (KeelSeriesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_series_pane_dispose;

  g_type_ensure (KEEL_TYPE_SERIES_CARD);
  g_type_ensure (KEEL_TYPE_SERIES_DATES);
  g_type_ensure (KEEL_TYPE_SERIES_ENTRIES);
  g_type_ensure (KEEL_TYPE_SERIES_PATH);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-series-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesPane, dates);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesPane, path);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesPane, there);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesPane, answers);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesPane, entries);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesPane, card);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
}

static void
keel_series_pane_init (KeelSeriesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_answers (KeelSeriesPane *self, KeelSeries *before)
{
  gboolean same = before != NULL && strcmp (before->uuid, self->series->uuid) == 0;

  gtk_widget_set_visible (self->there, !keel_series_is_appointment (self->series));
  if (!same)
    adw_bin_set_child (self->answers, keel_series_answers_make_list (self->session, self->series));
}

void
keel_series_pane_show (KeelSeriesPane *self, KeelSession *session, KeelSeries *series)
{
  g_autoptr (KeelSeries) before = g_steal_pointer (&self->series);

  gtk_widget_set_visible (GTK_WIDGET (self), series != NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->series, series);
  keel_series_dates_show (self->dates, session, series);
  keel_series_path_show (self->path, session, series);
  keel_series_card_show (self->card, session, series);
  keel_series_entries_show (self->entries, session, series);
  if (series != NULL)
    show_answers (self, before);
}
