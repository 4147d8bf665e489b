#include "config.h"

#include "keel-help-emergency.h"

#include <glib/gi18n-lib.h>

#include "content/keel-help-sentences.h"

#include "keel-help-acts.h"
#include "keel-wrap-box.h"

struct _KeelHelpEmergency
{
  AdwBin parent_instance;

  GtkLabel *what;
  AdwBin *number;
  KeelWrapBox *ways;
  GtkWidget *call; /* nullable */
  KeelWrapBox *others;
  GtkWidget *unknown;
  GtkWidget *choose;
  GtkLabel *note;
  GtkLabel *checked;

  KeelHelpRegion *region;
  gboolean is_short;
};

G_DEFINE_FINAL_TYPE (KeelHelpEmergency, keel_help_emergency, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Where there is little room, it stands beside its buttons. */
static void
show_number (KeelHelpEmergency *self, const char *text)
{
  GtkWidget *number = keel_help_make_number (text);

  gtk_widget_add_css_class (number, "keel-emergency");
  if (!self->is_short)
    {
      adw_bin_set_child (self->number, number);
      return;
    }
  gtk_widget_set_margin_end (number, 12);
  keel_wrap_box_append (self->ways, number);
}

static void
show_first (KeelHelpEmergency *self, const KeelEmergency *first)
{
  g_autofree char *link = keel_emergency_get_link (first);
  g_autofree char *isolated = keel_help_isolate (first->number);
  g_autofree char *call = g_strdup_printf (C_ ("button with a number", "Call %s"), isolated);
  g_autofree char *name = g_strdup_printf (_ ("Copy %s"), isolated);
  GtkWidget *button = keel_help_make_open_button (call, NULL, link, first->number);

  show_text (self->what, self->is_short ? NULL : keel_sentence_emergency (first->kind));
  show_number (self, first->number);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "destructive-action");
  self->call = button;
  keel_wrap_box_append (self->ways, button);
  button = keel_help_make_copy_button (C_ ("button", "Copy"), name, first->number);
  gtk_widget_add_css_class (button, "pill");
  keel_wrap_box_append (self->ways, button);
}

/* Each says whom it calls; one that does the same as the first says only its number. */
static void
add_other (KeelHelpEmergency *self, const KeelEmergency *emergency)
{
  g_autofree char *link = keel_emergency_get_link (emergency);
  g_autofree char *isolated = keel_help_isolate (emergency->number);
  g_autofree char *label = NULL;

  if (emergency->other)
    label = g_strdup_printf (C_ ("emergency number", "Also: %s"), isolated);
  else
    /* Translators: whom an emergency number calls, and the number: “Police 110”. */
    label = g_strdup_printf (C_ ("emergency number", "%1$s %2$s"), keel_sentence_emergency (emergency->kind),
                             isolated);
  keel_wrap_box_append (self->others, keel_help_make_open_button (label, NULL, link, emergency->number));
}

static char *
describe_source (const KeelHelpLines *lines)
{
  g_autofree char *checked = NULL;

  if (lines->emergency_checked == NULL || lines->emergency_source == NULL)
    return NULL;
  checked = keel_sentence_checked (lines->emergency_checked, lines->emergency_undated);
  /* Translators: when a number was checked, as a sentence or two, and where it is from. */
  return g_strdup_printf (_ ("%1$s · Source: %2$s"), checked, lines->emergency_source);
}

static void
show (KeelHelpEmergency *self)
{
  const KeelHelpLines *lines = keel_help_region_get_lines (self->region);
  gboolean known = lines != NULL && lines->emergency->len > 0;
  g_autofree char *source = lines != NULL && !self->is_short ? describe_source (lines) : NULL;

  self->call = NULL;
  keel_wrap_box_clear (self->ways);
  keel_wrap_box_clear (self->others);
  if (known)
    show_first (self, lines->emergency->pdata[0]);
  for (guint i = 1; known && !self->is_short && i < lines->emergency->len; i++)
    add_other (self, lines->emergency->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->what), known && !self->is_short);
  gtk_widget_set_visible (GTK_WIDGET (self->number), known && !self->is_short);
  gtk_widget_set_visible (GTK_WIDGET (self->ways), known);
  gtk_widget_set_visible (GTK_WIDGET (self->others), known && !self->is_short && lines->emergency->len > 1);
  gtk_widget_set_visible (self->unknown, !known);
  show_text (self->note, lines != NULL && !self->is_short ? lines->emergency_note : NULL);
  show_text (self->checked, source);
}

/* What calls: to have the number itself focused would select it. */
static gboolean
keel_help_emergency_grab_focus (GtkWidget *widget)
{
  KeelHelpEmergency *self = KEEL_HELP_EMERGENCY (widget);

  if (self->call != NULL)
    return gtk_widget_grab_focus (self->call);
  return gtk_widget_grab_focus (self->choose);
}

static void
keel_help_emergency_dispose (GObject *object)
{
  g_clear_object (&KEEL_HELP_EMERGENCY (object)->region);
  G_OBJECT_CLASS (keel_help_emergency_parent_class)->dispose (object);
}

static void
keel_help_emergency_class_init (KeelHelpEmergencyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_help_emergency_dispose;
  widget_class->grab_focus = keel_help_emergency_grab_focus;

  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-help-emergency.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelHelpEmergency, what);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpEmergency, number);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpEmergency, ways);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpEmergency, others);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpEmergency, unknown);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpEmergency, choose);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpEmergency, note);
  gtk_widget_class_bind_template_child (widget_class, KeelHelpEmergency, checked);
}

static void
keel_help_emergency_init (KeelHelpEmergency *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_help_wrap_button (self->choose);
}

void
keel_help_emergency_show (KeelHelpEmergency *self, KeelHelpRegion *region, gboolean is_short)
{
  g_return_if_fail (self->region == NULL);

  self->region = g_object_ref (region);
  self->is_short = is_short;
  g_signal_connect_object (region, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
