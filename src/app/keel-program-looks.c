#include "config.h"

#include "keel-program-looks.h"

#include <glib/gi18n-lib.h>

#include "core/keel-series.h"

#include "keel-chip-choice.h"
#include "keel-series-mark.h"
#include "keel-series-words.h"

struct _KeelProgramLooks
{
  AdwBin parent_instance;

  KeelChipChoice *symbols;
  KeelChipChoice *colours;

  char *symbol;
  char *colour;
};

G_DEFINE_FINAL_TYPE (KeelProgramLooks, keel_program_looks, ADW_TYPE_BIN)

/* A symbol, and what it is called by those who listen. */
static const struct
{
  const char *symbol;
  const char *name;
} symbols[] = {
  { "◎", N_ ("Circle with a ring") },
  { "▣", N_ ("Square in a square") },
  { "◩", N_ ("Square, filled at the top") },
  { "▶", N_ ("Triangle to the right") },
  { "◒", N_ ("Circle, filled at the bottom") },
  { "◭", N_ ("Triangle, filled on the left") },
  { "▤", N_ ("Square with lines across") },
  { "◓", N_ ("Circle, filled at the top") },
  { "◀", N_ ("Triangle to the left") },
  { "◪", N_ ("Square, filled at the bottom") },
  { "▥", N_ ("Square with lines down") },
  { "◑", N_ ("Circle, filled on the right") },
  { "◮", N_ ("Triangle, filled on the right") },
  { "▨", N_ ("Square with slanting lines") },
};

static void
symbol_cb (KeelProgramLooks *self, const char *symbol)
{
  g_free (self->symbol);
  self->symbol = g_strdup (symbol);
}

static void
colour_cb (KeelProgramLooks *self, const char *colour)
{
  g_free (self->colour);
  self->colour = g_strdup (colour);
}

static gboolean
is_taken (KeelContent *content, const char *symbol, const KeelProgram *program)
{
  for (guint i = 0; i < keel_content_get_n_programs (content); i++)
    {
      const KeelProgram *other = keel_content_get_program (content, i);

      if (g_str_equal (other->symbol, symbol))
        return program == NULL || !g_str_equal (other->code, program->code);
    }
  return FALSE;
}

static void
keel_program_looks_finalize (GObject *object)
{
  g_free (KEEL_PROGRAM_LOOKS (object)->symbol);
  g_free (KEEL_PROGRAM_LOOKS (object)->colour);
  G_OBJECT_CLASS (keel_program_looks_parent_class)->finalize (object);
}

static void
keel_program_looks_class_init (KeelProgramLooksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_program_looks_finalize;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-program-looks.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelProgramLooks, symbols);
  gtk_widget_class_bind_template_child (widget_class, KeelProgramLooks, colours);
  gtk_widget_class_bind_template_callback (widget_class, symbol_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_cb);
}

static void
keel_program_looks_init (KeelProgramLooks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < KEEL_SERIES_COLOURS; i++)
    {
      const char *colour = keel_series_mark_get_colour (i);
      GdkRGBA shown;

      gdk_rgba_parse (&shown, colour);
      keel_chip_choice_add_coloured (self->colours, colour, keel_series_words_colour (i), &shown);
    }
}

void
keel_program_looks_show (KeelProgramLooks *self, KeelContent *content, const KeelProgram *program)
{
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (!is_taken (content, symbols[i].symbol, program))
      keel_chip_choice_add_named (self->symbols, symbols[i].symbol, symbols[i].symbol, _ (symbols[i].name));
  symbol_cb (self, program != NULL ? program->symbol : keel_content_pick_symbol (content));
  colour_cb (self, program != NULL ? program->colour : keel_series_mark_get_colour (0));
  keel_program_looks_choose (self, self->symbol, self->colour);
}

void
keel_program_looks_choose (KeelProgramLooks *self, const char *symbol, const char *colour)
{
  g_autofree char *wanted_symbol = g_strdup (symbol);
  g_autofree char *wanted_colour = g_strdup (colour);

  if (keel_chip_choice_has (self->symbols, wanted_symbol))
    symbol_cb (self, wanted_symbol);
  if (keel_chip_choice_has (self->colours, wanted_colour))
    colour_cb (self, wanted_colour);
  keel_chip_choice_select (self->symbols, self->symbol);
  keel_chip_choice_select (self->colours, self->colour);
}

const char *
keel_program_looks_get_symbol (KeelProgramLooks *self)
{
  return self->symbol;
}

const char *
keel_program_looks_get_colour (KeelProgramLooks *self)
{
  return self->colour;
}
