#include "config.h"

#include "keel-family-page.h"

#include <glib/gi18n-lib.h>

#include "keel-family-life.h"
#include "keel-family-purposes.h"
#include "keel-family-ways.h"
#include "keel-pages.h"
#include "keel-reading-list.h"

struct _KeelFamilyPage
{
  AdwBin parent_instance;

  GtkWidget *content;
  GtkListBox *dangers;
  AdwBin *readings;
  AdwBin *life;
  AdwBin *purposes;
};

G_DEFINE_FINAL_TYPE (KeelFamilyPage, keel_family_page, ADW_TYPE_BIN)

/* What may be about life and death comes first. */
static const char *const dangers[] = {
  "opioid-overdose", "alcohol-overdose", "suicide", "violence", "w43", "c80",
  "withdrawal",      "medicine-at-home",
};

static void
keel_family_page_class_init (KeelFamilyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-family-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelFamilyPage, content);
  gtk_widget_class_bind_template_child (widget_class, KeelFamilyPage, dangers);
  gtk_widget_class_bind_template_child (widget_class, KeelFamilyPage, readings);
  gtk_widget_class_bind_template_child (widget_class, KeelFamilyPage, life);
  gtk_widget_class_bind_template_child (widget_class, KeelFamilyPage, purposes);
}

static void
keel_family_page_init (KeelFamilyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KeelFamilyPage *
keel_family_page_new (KeelSession *session)
{
  KeelFamilyPage *self = g_object_new (KEEL_TYPE_FAMILY_PAGE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (dangers); i++)
    {
      GtkWidget *row = keel_family_ways_make (keel_session_get_content (session), dangers[i]);

      if (row != NULL)
        gtk_list_box_append (self->dangers, row);
    }
  adw_bin_set_child (self->readings, keel_reading_list_new (session));
  adw_bin_set_child (self->life, keel_family_life_new (session));
  adw_bin_set_child (self->purposes, keel_family_purposes_new (session));
  return self;
}

void
keel_family_page_start (KeelFamilyPage *self)
{
  keel_pages_start (self->content);
}
