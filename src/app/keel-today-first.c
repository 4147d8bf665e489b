#include "keel-today-first.h"

#include "keel-wrap-box.h"

struct _KeelTodayFirst
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KeelTodayFirst, keel_today_first, ADW_TYPE_BIN)

static void
keel_today_first_class_init (KeelTodayFirstClass *klass)
{
  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/keel/Keel/keel-today-first.ui");
}

static void
keel_today_first_init (KeelTodayFirst *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
