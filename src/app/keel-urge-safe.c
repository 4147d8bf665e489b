#include "config.h"

#include "keel-urge-safe.h"

#include <glib/gi18n-lib.h>

struct _KeelUrgeSafe
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelUrgeSafe, keel_urge_safe, ADW_TYPE_BIN)

enum
{
  SIGNAL_SAFE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What may be so, and the page of Help now that is for it. */
static const struct
{
  const char *words;
  const char *page;
} dangers[] = {
  { N_ ("I think of hurting or killing myself."), "suicide" },
  { N_ ("I took too much, or things that do not go together."), "mixed-overdose" },
  { N_ ("I stopped, and now I shake, see things or am confused."), "withdrawal" },
  { N_ ("Someone hurts or threatens me."), "violence" },
};

static void
safe_cb (KeelUrgeSafe *self)
{
  g_signal_emit (self, signals[SIGNAL_SAFE], 0);
}

static void
keel_urge_safe_class_init (KeelUrgeSafeClass *klass)
{
  signals[SIGNAL_SAFE] = g_signal_new ("safe", KEEL_TYPE_URGE_SAFE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static GtkWidget *
make_button (const char *label, const char *class_name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  if (class_name != NULL)
    gtk_widget_add_css_class (button, class_name);
  return button;
}

static void
keel_urge_safe_init (KeelUrgeSafe *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *safe = make_button (_ ("Yes, I Am Safe"), "suggested-action");
  GtkWidget *help = make_button (_ ("I Am Not Safe"), NULL);

  g_signal_connect_object (safe, "clicked", G_CALLBACK (safe_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (help), "app.help-now");
  gtk_box_append (GTK_BOX (box), safe);
  gtk_box_append (GTK_BOX (box), help);
  for (gsize i = 0; i < G_N_ELEMENTS (dangers); i++)
    {
      GtkWidget *danger = make_button (_ (dangers[i].words), NULL);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (danger), "app.help-page");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (danger), "s", dangers[i].page);
      gtk_box_append (GTK_BOX (box), danger);
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

KeelUrgeSafe *
keel_urge_safe_new (void)
{
  return g_object_new (KEEL_TYPE_URGE_SAFE, NULL);
}
