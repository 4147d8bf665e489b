#include "keel-today-invitation.h"

#include "keel-wrap-box.h"

struct _KeelTodayInvitation
{
  AdwBin parent_instance;

  KeelWrapBox *buttons;
};

G_DEFINE_FINAL_TYPE (KeelTodayInvitation, keel_today_invitation, ADW_TYPE_BIN)

static void
keel_today_invitation_class_init (KeelTodayInvitationClass *klass)
{
}

static void
keel_today_invitation_init (KeelTodayInvitation *self)
{
  self->buttons = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);
}

static GtkWidget *
make_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

GtkWidget *
keel_today_invitation_new (const char *title, const char *words)
{
  KeelTodayInvitation *self = g_object_new (KEEL_TYPE_TODAY_INVITATION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = make_line (title);

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (GTK_WIDGET (self->buttons), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->buttons), 6);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), make_line (words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

void
keel_today_invitation_add (KeelTodayInvitation *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *words = gtk_button_get_child (GTK_BUTTON (button));

  /* With letters twice as large it would be wider than a narrow window. */
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  keel_wrap_box_append (self->buttons, button);
}
