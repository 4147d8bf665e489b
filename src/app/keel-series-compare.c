#include "config.h"

#include "keel-series-compare.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "keel-announcer.h"
#include "keel-series-answers.h"
#include "keel-series-words.h"
#include "keel-text-label.h"

/* Below this the table would not fit. */
#define WIDE 620

#define KEEL_TYPE_SERIES_COMPARE (keel_series_compare_get_type ())
G_DECLARE_FINAL_TYPE (KeelSeriesCompare, keel_series_compare, KEEL, SERIES_COMPARE, AdwWindow)

struct _KeelSeriesCompare
{
  AdwWindow parent_instance;

  GtkScrolledWindow *scroller;

  KeelSession *session;
  gboolean wide;
};

G_DEFINE_FINAL_TYPE (KeelSeriesCompare, keel_series_compare, ADW_TYPE_WINDOW)

static gboolean
is_compared (KeelSeries *series)
{
  return !keel_series_is_appointment (series);
}

/* One row of the table. */
static void
attach_group (KeelSeriesCompare *self, GtkGrid *grid, KeelSeries *series, int row)
{
  GtkWidget *name = keel_text_label_new (series->meeting->name, "heading");

  gtk_label_set_width_chars (GTK_LABEL (name), 14);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, keel_text_label_new (keel_series_words_stage (series->stage), "dim-label"), 1, row,
                   1, 1);
  for (int question = 0; question < KEEL_N_QUESTIONS; question++)
    gtk_grid_attach (grid, keel_series_answers_make_button (self->session, series, question), question + 2,
                     row, 1, 1);
}

static GtkWidget *
make_table (KeelSeriesCompare *self, GPtrArray *all)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  int row = 1;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_attach (GTK_GRID (grid), keel_text_label_new (_ ("Group"), "caption-heading"), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), keel_text_label_new (_ ("My way into it"), "caption-heading"), 1, 0, 1,
                   1);
  for (int question = 0; question < KEEL_N_QUESTIONS; question++)
    gtk_grid_attach (GTK_GRID (grid),
                     keel_text_label_new (keel_series_words_question (question), "caption-heading"),
                     question + 2, 0, 1, 1);
  for (guint i = 0; i < all->len; i++)
    {
      if (is_compared (all->pdata[i]))
        attach_group (self, GTK_GRID (grid), all->pdata[i], row++);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("My groups side by side"), -1);
  return grid;
}

static GtkWidget *
make_stack (KeelSeriesCompare *self, GPtrArray *all)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < all->len; i++)
    {
      KeelSeries *series = all->pdata[i];

      if (!is_compared (series))
        continue;
      gtk_box_append (GTK_BOX (box), keel_text_label_new (series->meeting->name, "heading"));
      gtk_box_append (GTK_BOX (box),
                      keel_text_label_new (keel_series_words_stage (series->stage), "dim-label"));
      gtk_box_append (GTK_BOX (box), keel_series_answers_make_list (self->session, series));
    }
  return box;
}

static void
fill (KeelSeriesCompare *self)
{
  GPtrArray *all = keel_session_get_series (self->session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *content = self->wide ? make_table (self, all) : make_stack (self, all);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_box_append (GTK_BOX (box),
                  keel_text_label_new (_ ("Press an answer to change it. No answer is a good answer too."),
                                       "dim-label"));
  gtk_box_append (GTK_BOX (box), content);
  gtk_scrolled_window_set_child (self->scroller, box);
}

static void
keel_series_compare_dispose (GObject *object)
{
  g_clear_object (&KEEL_SERIES_COMPARE (object)->session);
  G_OBJECT_CLASS (keel_series_compare_parent_class)->dispose (object);
}

static void
keel_series_compare_class_init (KeelSeriesCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_series_compare_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-series-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCompare, scroller);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_series_compare_init (KeelSeriesCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

void
keel_series_compare_present (GtkWindow *parent, KeelSession *session)
{
  KeelSeriesCompare *self = g_object_new (KEEL_TYPE_SERIES_COMPARE, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->wide = gtk_widget_get_width (GTK_WIDGET (parent)) >= WIDE;
  gtk_window_set_default_size (GTK_WINDOW (self), self->wide ? 780 : 360, self->wide ? 480 : 600);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
