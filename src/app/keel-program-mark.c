#include "keel-program-mark.h"

#include <math.h>

/* What WCAG asks of text. */
#define LEAST_CONTRAST 4.5
#define STEP 0.05f

struct _KeelProgramMark
{
  AdwBin parent_instance;

  GtkLabel *symbol;
  GdkRGBA colour; /* as the program has it */
};

G_DEFINE_FINAL_TYPE (KeelProgramMark, keel_program_mark, ADW_TYPE_BIN)

static double
get_linear (float channel)
{
  return channel <= 0.04045f ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Relative luminance and contrast, as WCAG 2 defines them. */
static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * get_linear (colour->red) + 0.7152 * get_linear (colour->green) +
         0.0722 * get_linear (colour->blue);
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = get_luminance (a);
  double other = get_luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static void
paint (KeelProgramMark *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA colour = self->colour;

  keel_program_mark_make_readable (&colour, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (colour.red * G_MAXUINT16),
                                                                 (guint16) (colour.green * G_MAXUINT16),
                                                                 (guint16) (colour.blue * G_MAXUINT16)));
  gtk_label_set_attributes (self->symbol, attributes);
}

static void
keel_program_mark_class_init (KeelProgramMarkClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
keel_program_mark_init (KeelProgramMark *self)
{
  self->symbol = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->symbol), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->symbol), "keel-program");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->symbol));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (paint), self,
                           G_CONNECT_SWAPPED);
}

void
keel_program_mark_show_as (KeelProgramMark *self, const char *symbol, const GdkRGBA *colour)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_label_set_text (self->symbol, symbol);
  self->colour = *colour;
  paint (self);
}

void
keel_program_mark_show (KeelProgramMark *self, const KeelProgram *program)
{
  GdkRGBA colour;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (program != NULL && gdk_rgba_parse (&colour, program->colour))
    keel_program_mark_show_as (self, program->symbol, &colour);
}

/* Towards black on a light ground, towards white on a dark one. */
void
keel_program_mark_make_readable (GdkRGBA *colour, gboolean dark)
{
  /* The lightest and the darkest ground that Adwaita puts rows on, hovered over. */
  const GdkRGBA ground = dark ? (GdkRGBA){ 0.25f, 0.25f, 0.25f, 1 } : (GdkRGBA){ 0.93f, 0.93f, 0.93f, 1 };
  float end = dark ? 1 : 0;

  for (int i = 0; i < 20 && get_contrast (colour, &ground) < LEAST_CONTRAST; i++)
    {
      colour->red += (end - colour->red) * STEP;
      colour->green += (end - colour->green) * STEP;
      colour->blue += (end - colour->blue) * STEP;
    }
}
