#include "config.h"

#include "keel-harmless-page.h"

#include <glib/gi18n-lib.h>

struct _KeelHarmlessPage
{
  AdwBin parent_instance;

  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (KeelHarmlessPage, keel_harmless_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_RETURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
return_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_RETURNED], 0);
}

/* In the order in which GTK 4.8 makes them; it gives them no names. */
static void
name_buttons (GtkWidget *widget, guint *n)
{
  const char *const names[] = { _ ("Previous month"), _ ("Next month"), _ ("Previous year"),
                                _ ("Next year") };

  if (GTK_IS_BUTTON (widget) && *n < G_N_ELEMENTS (names))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, names[(*n)++],
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child, n);
}

static gboolean
keel_harmless_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_HARMLESS_PAGE (widget)->calendar));
}

static void
keel_harmless_page_class_init (KeelHarmlessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = keel_harmless_page_grab_focus;

  signals[SIGNAL_RETURNED] = g_signal_new ("returned", KEEL_TYPE_HARMLESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-harmless-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHarmlessPage, calendar);
  gtk_widget_class_install_action (widget_class, "page.return", NULL, return_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.return", NULL);
}

static void
keel_harmless_page_init (KeelHarmlessPage *self)
{
  guint n = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  name_buttons (GTK_WIDGET (self->calendar), &n);
}

KeelHarmlessPage *
keel_harmless_page_new (void)
{
  return g_object_new (KEEL_TYPE_HARMLESS_PAGE, NULL);
}

void
keel_harmless_page_dress (GtkWindow *window)
{
  gtk_window_set_title (window, _ ("Calendar"));
  gtk_window_set_icon_name (window, "x-office-calendar");
}

void
keel_harmless_page_undress (GtkWindow *window)
{
  gtk_window_set_title (window, _ ("Keel"));
  gtk_window_set_icon_name (window, gtk_window_get_default_icon_name ());
}
