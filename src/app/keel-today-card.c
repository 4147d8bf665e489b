#include "config.h"

#include "keel-today-card.h"

struct _KeelTodayCard
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkLabel *heading;
  GtkWidget *child; /* owned by the box */
  char *id;
  gboolean put_away; /* by the person */
  gboolean withheld; /* the pages of the profile do not offer it */
};

G_DEFINE_FINAL_TYPE (KeelTodayCard, keel_today_card, ADW_TYPE_BIN)

enum
{
  PROP_HAS_CONTENT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show (KeelTodayCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          keel_today_card_get_has_content (self) && !self->put_away && !self->withheld);
}

static void
child_visible_cb (KeelTodayCard *self)
{
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_CONTENT]);
}

static void
keel_today_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, keel_today_card_get_has_content (KEEL_TODAY_CARD (object)));
}

static void
keel_today_card_finalize (GObject *object)
{
  g_free (KEEL_TODAY_CARD (object)->id);
  G_OBJECT_CLASS (keel_today_card_parent_class)->finalize (object);
}

static void
keel_today_card_class_init (KeelTodayCardClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = keel_today_card_get_property;
  G_OBJECT_CLASS (klass)->finalize = keel_today_card_finalize;

  properties[PROP_HAS_CONTENT] = g_param_spec_boolean ("has-content", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
keel_today_card_init (KeelTodayCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_box_append (self->box, GTK_WIDGET (self->heading));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

KeelTodayCard *
keel_today_card_new (const char *id, const char *title, GtkWidget *child)
{
  KeelTodayCard *self = g_object_new (KEEL_TYPE_TODAY_CARD, NULL);

  self->id = g_strdup (id);
  self->child = child;
  keel_today_card_set_title (self, title);
  gtk_box_append (self->box, child);
  g_signal_connect_object (child, "notify::visible", G_CALLBACK (child_visible_cb), self, G_CONNECT_SWAPPED);
  keel_today_card_set_framed (self, TRUE);
  show (self);
  return self;
}

const char *
keel_today_card_get_id (KeelTodayCard *self)
{
  return self->id;
}

const char *
keel_today_card_get_title (KeelTodayCard *self)
{
  return gtk_label_get_text (self->heading);
}

void
keel_today_card_set_title (KeelTodayCard *self, const char *title)
{
  gtk_label_set_text (self->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

gboolean
keel_today_card_is_withheld (KeelTodayCard *self)
{
  return self->withheld;
}

void
keel_today_card_set_withheld (KeelTodayCard *self, gboolean withheld)
{
  self->withheld = withheld;
  show (self);
}

gboolean
keel_today_card_get_has_content (KeelTodayCard *self)
{
  return self->child != NULL && gtk_widget_get_visible (self->child);
}

void
keel_today_card_set_put_away (KeelTodayCard *self, gboolean put_away)
{
  self->put_away = put_away;
  show (self);
}

void
keel_today_card_set_shows_title (KeelTodayCard *self, gboolean shows)
{
  gtk_widget_set_visible (GTK_WIDGET (self->heading), shows);
}

void
keel_today_card_set_framed (KeelTodayCard *self, gboolean framed)
{
  static const char *const frame[] = { "card", "keel-today-card" };

  for (gsize i = 0; i < G_N_ELEMENTS (frame); i++)
    {
      if (framed)
        gtk_widget_add_css_class (GTK_WIDGET (self), frame[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), frame[i]);
    }
}
