#include "keel-failed-page.h"

struct _KeelFailedPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (KeelFailedPage, keel_failed_page, ADW_TYPE_BIN)

static gboolean
keel_failed_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KEEL_FAILED_PAGE (widget)->button);
}

static void
keel_failed_page_class_init (KeelFailedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = keel_failed_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-failed-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelFailedPage, status);
  gtk_widget_class_bind_template_child (widget_class, KeelFailedPage, button);
}

static void
keel_failed_page_init (KeelFailedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_failed_page_set_title (KeelFailedPage *self, const char *title)
{
  adw_status_page_set_title (self->status, title);
}

void
keel_failed_page_set_sentence (KeelFailedPage *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->status, markup);
}
