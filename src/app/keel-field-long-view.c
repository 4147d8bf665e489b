#include "config.h"

#include "keel-field-long-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* About three lines. */
#define LEAST_HEIGHT 84
#define LEAST_IN_ROW 40
#define WORDS_A_MINUTE 130
/* Between the cursor and the edge of the window. */
#define MARGIN 48

struct _KeelFieldLongView
{
  KeelFieldView parent_instance;

  GtkTextView *view;
  guint words;
  guint following; /* idle source */
};

G_DEFINE_FINAL_TYPE (KeelFieldLongView, keel_field_long_view, KEEL_TYPE_FIELD_VIEW)

static char *
dup_text (KeelFieldLongView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
tell (KeelFieldLongView *self, const char *text)
{
  const KeelField *field = keel_field_view_get_field (KEEL_FIELD_VIEW (self));
  g_autofree char *words = NULL;
  g_autofree char *minutes = NULL;
  g_autofree char *both = NULL;

  self->words = field->words || field->minutes ? keel_count_words (text) : 0;
  if (self->words == 0)
    {
      keel_field_view_set_remark (KEEL_FIELD_VIEW (self), NULL);
      return;
    }
  words = g_strdup_printf (ngettext ("%u word", "%u words", self->words), self->words);
  if (field->minutes)
    {
      minutes = keel_field_long_view_describe_seconds (keel_field_long_view_count_seconds (self));
      /* Translators: how many words there are and how long they take: "260 words, about 2 minutes to say" */
      both = g_strdup_printf (C_ ("words and minutes", "%1$s, %2$s"), words, minutes);
    }
  keel_field_view_set_remark (KEEL_FIELD_VIEW (self), both != NULL ? both : words);
}

static void
changed_cb (KeelFieldLongView *self)
{
  KeelFieldView *view = KEEL_FIELD_VIEW (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (keel_field_view_is_showing (view))
    return;
  text = dup_text (self);
  keel_field_view_begin (view, TRUE);
  if (!keel_answers_set_text (keel_field_view_get_answers (view), keel_field_view_get_field (view)->id, text,
                              &error))
    keel_entry_document_refuse (keel_field_view_get_document (view), error);
  keel_field_view_end (view);
  tell (self, text);
}

/* What is written goes on below the edge of the window otherwise: the text view itself scrolls nothing. */
static gboolean
follow_cursor_cb (gpointer data)
{
  KeelFieldLongView *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkTextIter cursor;
  GdkRectangle place;
  double x, y;

  self->following = 0;
  if (scroller == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return G_SOURCE_REMOVE;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (self->view, &cursor, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->view), scroller, place.x, place.y, &x, &y))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      double at = gtk_adjustment_get_value (adjustment) + y;

      gtk_adjustment_clamp_page (adjustment, at - MARGIN, at + place.height + MARGIN);
    }
  return G_SOURCE_REMOVE;
}

static void
cursor_moved_cb (KeelFieldLongView *self)
{
  if (self->following == 0)
    self->following = g_idle_add (follow_cursor_cb, self);
}

/* A page is what one sees of the whole page of paper; the text view takes all of its own text for it. */
static gboolean
turn_page (KeelFieldLongView *self, gboolean down, gboolean selecting)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkAdjustment *adjustment;
  GtkTextIter cursor, to;
  GdkRectangle place;
  double page;

  if (scroller == NULL)
    return FALSE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  page = (gtk_adjustment_get_page_size (adjustment) - 2 * MARGIN) * (down ? 1 : -1);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (self->view, &cursor, &place);
  gtk_text_view_get_iter_at_location (self->view, &to, place.x, place.y + (int) page);
  if (gtk_text_iter_equal (&cursor, &to))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + page);
  else if (selecting)
    gtk_text_buffer_move_mark (buffer, gtk_text_buffer_get_insert (buffer), &to);
  else
    gtk_text_buffer_place_cursor (buffer, &to);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        KeelFieldLongView *self)
{
  gboolean down = key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down;

  if (!down && key != GDK_KEY_Page_Up && key != GDK_KEY_KP_Page_Up)
    return FALSE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  return turn_page (self, down, (state & GDK_SHIFT_MASK) != 0);
}

static void
keel_field_long_view_build (KeelFieldView *field_view)
{
  KeelFieldLongView *self = KEEL_FIELD_LONG_VIEW (field_view);
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer;

  self->view = GTK_TEXT_VIEW (view);
  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_enable_undo (buffer, FALSE); /* the document has an undo for all */
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_input_hints (self->view, GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_view_set_pixels_inside_wrap (self->view, 4);
  gtk_text_view_set_pixels_below_lines (self->view, 4);
  gtk_text_view_set_top_margin (self->view, 9);
  gtk_text_view_set_bottom_margin (self->view, 9);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_widget_set_size_request (view, -1,
                               keel_field_view_is_in_row (field_view) ? LEAST_IN_ROW : LEAST_HEIGHT);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_widget_add_css_class (view, "keel-writing");
  gtk_widget_add_css_class (view, "keel-line");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (view, keys);
  gtk_box_append (keel_field_view_get_box (field_view), view);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The cursor comes to stand where the two differ. */
static void
put_text (KeelFieldLongView *self, const char *before, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  gsize i = strlen (before), j = strlen (text);
  GtkTextIter iter;

  while (i > 0 && j > 0 && before[i - 1] == text[j - 1])
    i--, j--;
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter,
                                      (int) (g_utf8_strlen (text, -1) - g_utf8_strlen (text + j, -1)));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
keel_field_long_view_show (KeelFieldView *view)
{
  KeelFieldLongView *self = KEEL_FIELD_LONG_VIEW (view);
  const char *answer = keel_answers_get_text (keel_field_view_get_answers (view),
                                              keel_field_view_get_field (view)->id);
  g_autofree char *before = dup_text (self);

  if (answer == NULL)
    answer = "";
  if (strcmp (before, answer) != 0)
    put_text (self, before, answer);
  tell (self, answer);
}

static void
keel_field_long_view_rename (KeelFieldView *view, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (KEEL_FIELD_LONG_VIEW (view)->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
keel_field_long_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_FIELD_LONG_VIEW (widget)->view));
}

static void
keel_field_long_view_dispose (GObject *object)
{
  g_clear_handle_id (&KEEL_FIELD_LONG_VIEW (object)->following, g_source_remove);
  G_OBJECT_CLASS (keel_field_long_view_parent_class)->dispose (object);
}

static void
keel_field_long_view_class_init (KeelFieldLongViewClass *klass)
{
  KeelFieldViewClass *view_class = KEEL_FIELD_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_field_long_view_dispose;
  view_class->build = keel_field_long_view_build;
  view_class->show = keel_field_long_view_show;
  view_class->rename = keel_field_long_view_rename;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_long_view_grab_focus;
}

static void
keel_field_long_view_init (KeelFieldLongView *self)
{
}

guint
keel_field_long_view_count_seconds (KeelFieldLongView *self)
{
  return self->words * 60 / WORDS_A_MINUTE;
}

char *
keel_field_long_view_describe_seconds (guint seconds)
{
  guint minutes = (seconds + 30) / 60;

  if (minutes == 0)
    return g_strdup (_ ("less than a minute to say"));
  return g_strdup_printf (ngettext ("about %u minute to say", "about %u minutes to say", minutes), minutes);
}
