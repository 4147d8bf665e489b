#include "keel-welcome-page.h"

#include "keel-text-label.h"

typedef struct
{
  GtkBox *box;
  GtkLabel *heading;
  KeelSession *session;
} KeelWelcomePagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (KeelWelcomePage, keel_welcome_page, ADW_TYPE_BIN)

static KeelWelcomePagePrivate *
get (KeelWelcomePage *self)
{
  return keel_welcome_page_get_instance_private (self);
}

static void
keel_welcome_page_dispose (GObject *object)
{
  g_clear_object (&get (KEEL_WELCOME_PAGE (object))->session);
  G_OBJECT_CLASS (keel_welcome_page_parent_class)->dispose (object);
}

static void
keel_welcome_page_class_init (KeelWelcomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_welcome_page_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_welcome_page_init (KeelWelcomePage *self)
{
  KeelWelcomePagePrivate *priv = get (self);

  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  priv->heading = GTK_LABEL (keel_text_label_new ("", "title-1"));
  gtk_box_append (priv->box, GTK_WIDGET (priv->heading));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->box));
}

void
keel_welcome_page_set_up (KeelWelcomePage *self, KeelSession *session, const char *title)
{
  KeelWelcomePagePrivate *priv = get (self);

  priv->session = g_object_ref (session);
  gtk_label_set_text (priv->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

KeelSession *
keel_welcome_page_get_session (KeelWelcomePage *self)
{
  return get (self)->session;
}

const char *
keel_welcome_page_get_title (KeelWelcomePage *self)
{
  return gtk_label_get_text (get (self)->heading);
}

void
keel_welcome_page_add_text (KeelWelcomePage *self, const char *text)
{
  keel_welcome_page_add (self, keel_text_label_new (text, "keel-prose"));
}

void
keel_welcome_page_add_note (KeelWelcomePage *self, const char *text)
{
  keel_welcome_page_add (self, keel_text_label_new (text, "dim-label"));
}

void
keel_welcome_page_add_question (KeelWelcomePage *self, const char *name, GtkWidget *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), keel_text_label_new (name, "heading"));
  gtk_box_append (GTK_BOX (box), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  keel_welcome_page_add (self, box);
}

void
keel_welcome_page_add (KeelWelcomePage *self, GtkWidget *widget)
{
  gtk_box_append (get (self)->box, widget);
}

gboolean
keel_welcome_page_accept (KeelWelcomePage *self, GError **error)
{
  KeelWelcomePageClass *klass = KEEL_WELCOME_PAGE_GET_CLASS (self);

  return klass->accept == NULL || klass->accept (self, error);
}

void
keel_welcome_page_skip (KeelWelcomePage *self)
{
  KeelWelcomePageClass *klass = KEEL_WELCOME_PAGE_GET_CLASS (self);

  if (klass->skip != NULL)
    klass->skip (self);
}
