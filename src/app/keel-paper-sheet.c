#include "config.h"

#include "keel-paper-sheet.h"

#include <math.h>

#include "content/keel-sentences.h"

#define SMALLEST 120 /* pixels */
#define PIXELS_PER_POINT (96.0 / 72.0)

struct _KeelPaperSheet
{
  GtkWidget parent_instance;

  KeelPaper *paper;
  guint page;
};

G_DEFINE_FINAL_TYPE (KeelPaperSheet, keel_paper_sheet, GTK_TYPE_WIDGET)

static void
name_sheet (KeelPaperSheet *self)
{
  g_autofree char *text = keel_paper_get_page_text (self->paper, self->page);
  g_autofree char *number = keel_sentence_page (self->page + 1, keel_paper_get_n_pages (self->paper));
  g_autofree char *name = g_strdup_printf ("%s\n%s", number, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkSizeRequestMode
keel_paper_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
keel_paper_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  KeelPaperSheet *self = KEEL_PAPER_SHEET (widget);
  double width = keel_paper_get_width (self->paper);
  double height = keel_paper_get_height (self->paper);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SMALLEST;
      *natural = (int) ceil (width * PIXELS_PER_POINT);
    }
  else
    {
      *minimum = *natural = (int) ceil (MAX (for_size, SMALLEST) * height / width);
    }
}

static void
keel_paper_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KeelPaperSheet *self = KEEL_PAPER_SHEET (widget);
  int width = gtk_widget_get_width (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget));
  double scale = width / keel_paper_get_width (self->paper);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_scale (cr, scale, scale);
  keel_paper_draw_page (self->paper, self->page, cr);
  cairo_destroy (cr);
}

static void
keel_paper_sheet_dispose (GObject *object)
{
  g_clear_object (&KEEL_PAPER_SHEET (object)->paper);
  G_OBJECT_CLASS (keel_paper_sheet_parent_class)->dispose (object);
}

static void
keel_paper_sheet_class_init (KeelPaperSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_paper_sheet_dispose;
  widget_class->get_request_mode = keel_paper_sheet_get_request_mode;
  widget_class->measure = keel_paper_sheet_measure;
  widget_class->snapshot = keel_paper_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "keelsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
keel_paper_sheet_init (KeelPaperSheet *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
keel_paper_sheet_new (KeelPaper *paper, guint page)
{
  KeelPaperSheet *self = g_object_new (KEEL_TYPE_PAPER_SHEET, NULL);

  self->paper = g_object_ref (paper);
  self->page = page;
  name_sheet (self);
  return GTK_WIDGET (self);
}
