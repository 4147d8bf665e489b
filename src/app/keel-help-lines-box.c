#include "config.h"

#include "keel-help-lines-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-help-sentences.h"

#include "keel-help-line-row.h"

struct _KeelHelpLinesBox
{
  AdwBin parent_instance;

  GtkWidget *heading;
  GtkListBox *rows;
  GtkLabel *missing;

  KeelHelpRegion *region;
  int kind;
  gboolean families; /* first */
};

G_DEFINE_FINAL_TYPE (KeelHelpLinesBox, keel_help_lines_box, ADW_TYPE_BIN)

/* The smaller, the sooner; what has the same stays in its order. */
static int
rank (const KeelHelpLine *line)
{
  if ((line->kinds & (1u << KEEL_HELP_FAMILY)) != 0)
    return 0;
  return (line->kinds & (1u << KEEL_HELP_ABUSE)) != 0 ? 1 : 2;
}

static GPtrArray *
sort_for_families (GPtrArray *lines)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (int place = 0; place <= 2; place++)
    for (guint i = 0; i < lines->len; i++)
      if (rank (lines->pdata[i]) == place)
        g_ptr_array_add (sorted, lines->pdata[i]);
  g_ptr_array_unref (lines);
  return sorted;
}

static void
show_rows (KeelHelpLinesBox *self, const KeelHelpLines *lines)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gboolean is_short = self->kind != KEEL_HELP_KIND_NONE;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  found = keel_help_lines_list (lines, self->kind, keel_help_region_get_part (self->region));
  if (self->families)
    found = sort_for_families (found);
  for (guint i = 0; i < (is_short ? MIN (found->len, 1) : found->len); i++)
    gtk_list_box_append (self->rows, keel_help_line_row_new (found->pdata[i], is_short, zone, now));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), found->len > 0);
}

/* Those that a person is likely to look for: a gap is told, so that nobody goes on searching. */
static void
show_missing (KeelHelpLinesBox *self, const KeelHelpLines *lines)
{
  static const KeelHelpKind expected[] = { KEEL_HELP_CRISIS, KEEL_HELP_ADDICTION, KEEL_HELP_FAMILY,
                                           KEEL_HELP_ABUSE };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean wanted = self->kind == KEEL_HELP_KIND_NONE || self->kind == (int) expected[i];

      if (wanted && !keel_help_lines_has (lines, expected[i], keel_help_region_get_part (self->region)))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                                keel_sentence_help_missing (expected[i]));
    }
  gtk_label_set_text (self->missing, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), text->len > 0);
}

static void
show (KeelHelpLinesBox *self)
{
  const KeelHelpLines *lines = keel_help_region_get_lines (self->region);

  gtk_widget_set_visible (self->heading, self->kind == KEEL_HELP_KIND_NONE);
  if (lines == NULL)
    return;
  show_rows (self, lines);
  show_missing (self, lines);
}

static void
keel_help_lines_box_dispose (GObject *object)
{
  g_clear_object (&KEEL_HELP_LINES_BOX (object)->region);
  G_OBJECT_CLASS (keel_help_lines_box_parent_class)->dispose (object);
}

static void
keel_help_lines_box_class_init (KeelHelpLinesBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_help_lines_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-help-lines-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLinesBox, heading);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLinesBox, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpLinesBox, missing);
}

static void
keel_help_lines_box_init (KeelHelpLinesBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_help_lines_box_show (KeelHelpLinesBox *self, KeelHelpRegion *region, int kind)
{
  g_return_if_fail (self->region == NULL);

  self->region = g_object_ref (region);
  self->kind = kind;
  g_signal_connect_object (region, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

void
keel_help_lines_box_put_families_first (KeelHelpLinesBox *self, gboolean families)
{
  if (self->families == families)
    return;
  self->families = families;
  show (self);
}

void
keel_help_lines_box_look (KeelHelpLinesBox *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    keel_help_line_row_look (KEEL_HELP_LINE_ROW (row), zone, now);
}
