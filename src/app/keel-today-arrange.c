#include "config.h"

#include "keel-today-arrange.h"

#include <glib/gi18n-lib.h>

#include "keel-line-row.h"
#include "keel-window.h"

#define ID "keel-card"

struct _KeelTodayArrange
{
  AdwBin parent_instance;

  GtkListBox *rows;

  KeelTodayCards *cards;
  KeelCardOrder *order;
};

G_DEFINE_FINAL_TYPE (KeelTodayArrange, keel_today_arrange, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What of a row has the focus: it keeps it when the rows are made anew. */
typedef enum
{
  PART_UP,
  PART_DOWN,
  PART_HIDE,
  N_PARTS
} Part;

static const char *const part_keys[N_PARTS] = { "keel-up", "keel-down", "keel-hide" };

static void build (KeelTodayArrange *self);

static GtkWidget *
find_row (KeelTodayArrange *self, const char *id)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), ID), id) == 0)
        return row;
    }
  return NULL;
}

static void
focus_part (KeelTodayArrange *self, const char *id, int part)
{
  GtkWidget *row = find_row (self, id);
  GtkWidget *button = row != NULL && part >= 0 ? g_object_get_data (G_OBJECT (row), part_keys[part]) : NULL;

  if (button != NULL && gtk_widget_get_sensitive (button))
    gtk_widget_grab_focus (button);
  else if (row != NULL)
    gtk_widget_grab_focus (row);
}

static const char *
get_title (KeelTodayArrange *self, const char *id)
{
  return keel_today_card_get_title (keel_today_cards_find (self->cards, id));
}

static gboolean
is_listed (KeelTodayArrange *self, guint position)
{
  KeelTodayCard *card = keel_today_cards_find (self->cards, keel_card_order_get (self->order, position));

  return card != NULL && !keel_today_card_is_withheld (card);
}

/* How many places it is from @position to the next card that is listed, up or down; 0: there is none. */
static int
find_step (KeelTodayArrange *self, guint position, int by)
{
  int length = (int) keel_card_order_get_length (self->order);

  for (int place = (int) position + by; place >= 0 && place < length; place += by)
    if (is_listed (self, (guint) place))
      return place - (int) position;
  return 0;
}

static guint
find_position (KeelTodayArrange *self, const char *id)
{
  guint position = 0;

  while (g_strcmp0 (keel_card_order_get (self->order, position), id) != 0)
    position++;
  return position;
}

static void
move (KeelTodayArrange *self, const char *card, int by, int part)
{
  g_autofree char *id = g_strdup (card);
  g_autofree char *sentence = NULL;
  int step = find_step (self, find_position (self, id), by);

  if (step == 0 || !keel_card_order_move (self->order, id, step))
    return;
  /* Translators: %s is the heading of a card */
  sentence = g_strdup_printf (by < 0 ? _ ("%s moved up") : _ ("%s moved down"), get_title (self, id));
  build (self);
  focus_part (self, id, part);
  keel_say (GTK_WIDGET (self), sentence);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
toggle (KeelTodayArrange *self, const char *card, int part)
{
  g_autofree char *id = g_strdup (card);

  keel_card_order_set_hidden (self->order, id, !keel_card_order_is_hidden (self->order, id));
  build (self);
  focus_part (self, id, part);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const char *
get_id (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (widget, KEEL_TYPE_LINE_ROW)), ID);
}

static void
up_cb (GtkWidget *button, KeelTodayArrange *self)
{
  move (self, get_id (button), -1, PART_UP);
}

static void
down_cb (GtkWidget *button, KeelTodayArrange *self)
{
  move (self, get_id (button), 1, PART_DOWN);
}

static void
hide_cb (GtkWidget *button, KeelTodayArrange *self)
{
  toggle (self, get_id (button), PART_HIDE);
}

static void
done_cb (KeelTodayArrange *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        KeelTodayArrange *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));
  const char *id = child != NULL ? g_object_get_data (G_OBJECT (child), ID) : NULL;
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);

  if (key == GDK_KEY_Escape && held == 0)
    done_cb (self);
  else if (id != NULL && held == GDK_ALT_MASK && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    move (self, id, key == GDK_KEY_Up ? -1 : 1, -1);
  else if (id != NULL && held == 0 && key == GDK_KEY_Delete)
    toggle (self, id, -1);
  else
    return FALSE;
  return TRUE;
}

static void
add_button (KeelTodayArrange *self, KeelLineRow *row, Part part, const char *icon, const char *tooltip,
            const char *name, GCallback clicked)
{
  GtkWidget *button = keel_line_row_add_button (row, icon, tooltip, name);

  g_signal_connect_object (button, "clicked", clicked, self, 0);
  g_object_set_data (G_OBJECT (row), part_keys[part], button);
}

static void
add_buttons (KeelTodayArrange *self, KeelLineRow *row, const char *title, gboolean first, gboolean last,
             gboolean hidden)
{
  /* Translators: in these four, %s is the heading of a card of Today. */
  g_autofree char *up = g_strdup_printf (_ ("Move %s up"), title);
  g_autofree char *down = g_strdup_printf (_ ("Move %s down"), title);
  g_autofree char *hide = g_strdup_printf (_ ("Hide %s"), title);
  g_autofree char *show = g_strdup_printf (_ ("Show %s"), title);

  add_button (self, row, PART_UP, "go-up-symbolic", _ ("Move Up"), up, G_CALLBACK (up_cb));
  add_button (self, row, PART_DOWN, "go-down-symbolic", _ ("Move Down"), down, G_CALLBACK (down_cb));
  add_button (self, row, PART_HIDE, hidden ? "view-conceal-symbolic" : "view-reveal-symbolic",
              hidden ? C_ ("card", "Show") : C_ ("card", "Hide"), hidden ? show : hide, G_CALLBACK (hide_cb));
  gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (row), part_keys[PART_UP]), !first);
  gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (row), part_keys[PART_DOWN]), !last);
}

static void
add_row (KeelTodayArrange *self, guint position)
{
  const char *id = keel_card_order_get (self->order, position);
  KeelTodayCard *card = keel_today_cards_find (self->cards, id);
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, "activatable", FALSE, NULL);
  gboolean hidden = keel_card_order_is_hidden (self->order, id);

  g_object_set_data (G_OBJECT (row), ID, (gpointer) g_intern_string (id));
  keel_line_row_add_line (row, keel_today_card_get_title (card), hidden ? "dim-label" : "heading", 0);
  keel_line_row_add_line (row,
                          hidden                                    ? C_ ("card", "Hidden")
                          : !keel_today_card_get_has_content (card) ? _ ("Nothing to show now")
                                                                    : NULL,
                          "dim-label", 0);
  add_buttons (self, row, keel_today_card_get_title (card), find_step (self, position, -1) == 0,
               find_step (self, position, 1) == 0, hidden);
  gtk_list_box_append (self->rows, GTK_WIDGET (row));
}

static void
build (KeelTodayArrange *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < keel_card_order_get_length (self->order); i++)
    {
      if (is_listed (self, i))
        add_row (self, i);
    }
}

static void
keel_today_arrange_finalize (GObject *object)
{
  keel_card_order_free (KEEL_TODAY_ARRANGE (object)->order);
  G_OBJECT_CLASS (keel_today_arrange_parent_class)->finalize (object);
}

static void
keel_today_arrange_class_init (KeelTodayArrangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = keel_today_arrange_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_TODAY_ARRANGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] = g_signal_new ("done", KEEL_TYPE_TODAY_ARRANGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-today-arrange.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelTodayArrange, rows);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
keel_today_arrange_init (KeelTodayArrange *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
keel_today_arrange_show (KeelTodayArrange *self, KeelTodayCards *cards, const KeelCardOrder *order)
{
  KeelCardOrder *copy = keel_card_order_copy (order);

  keel_card_order_free (self->order);
  self->order = copy;
  self->cards = cards;
  build (self);
}

const KeelCardOrder *
keel_today_arrange_get_order (KeelTodayArrange *self)
{
  return self->order;
}

void
keel_today_arrange_start (KeelTodayArrange *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  if (row != NULL)
    gtk_widget_grab_focus (row);
}
