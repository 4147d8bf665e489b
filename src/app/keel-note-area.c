#include "keel-note-area.h"

/* About three lines. */
#define LEAST_HEIGHT 72

struct _KeelNoteArea
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *hint;
  GtkTextView *view;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (KeelNoteArea, keel_note_area, ADW_TYPE_BIN)

enum
{
  SIGNAL_WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (KeelNoteArea *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
}

static gboolean
keel_note_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KEEL_NOTE_AREA (widget)->view));
}

static void
keel_note_area_class_init (KeelNoteAreaClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_note_area_grab_focus;

  signals[SIGNAL_WRITTEN] = g_signal_new ("written", KEEL_TYPE_NOTE_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static GtkWidget *
make_view (KeelNoteArea *self)
{
  GtkWidget *view = gtk_text_view_new ();

  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_input_hints (self->view, GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_view_set_top_margin (self->view, 8);
  gtk_text_view_set_bottom_margin (self->view, 8);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_widget_set_size_request (view, -1, LEAST_HEIGHT);
  gtk_widget_add_css_class (view, "keel-writing");
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return view;
}

static void
keel_note_area_init (KeelNoteArea *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *view = make_view (self);

  self->title = make_label ("caption-heading");
  self->hint = make_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (box), view);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
keel_note_area_set_title (KeelNoteArea *self, const char *title, const char *hint)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (hint != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint,
                                    -1);
}

void
keel_note_area_set_text (KeelNoteArea *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  /* Ctrl+Z takes back what was typed, not this. */
  self->setting = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->setting = FALSE;
}

char *
keel_note_area_dup_text (KeelNoteArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}
