#include "keel-entry-size.h"

#include "keel-settings.h"

#define KEY "writing-size"

/* In style.css; the normal one is in the middle. */
static const char *const classes[] = { "keel-size-1", "keel-size-2", "keel-size-3", "keel-size-4",
                                       "keel-size-5", "keel-size-6", "keel-size-7" };
#define NORMAL 2

static int last = NORMAL; /* where nothing can be remembered longer */

static int
read_size (void)
{
  g_autoptr (GSettings) settings = keel_settings_open ();

  if (settings != NULL)
    last = NORMAL + g_settings_get_int (settings, KEY);
  return CLAMP (last, 0, (int) G_N_ELEMENTS (classes) - 1);
}

static void
write_size (int size)
{
  g_autoptr (GSettings) settings = keel_settings_open ();

  last = size;
  if (settings != NULL)
    g_settings_set_int (settings, KEY, size - NORMAL);
}

void
keel_entry_size_apply (GtkWidget *paper)
{
  int size = read_size ();

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (paper, classes[i]);
  gtk_widget_add_css_class (paper, classes[size]);
}

gboolean
keel_entry_size_change (GtkWidget *paper, int by)
{
  int size = read_size () + by;

  if (size < 0 || size >= (int) G_N_ELEMENTS (classes))
    return FALSE;
  write_size (size);
  keel_entry_size_apply (paper);
  return TRUE;
}
