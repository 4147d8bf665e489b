#include "config.h"

#include "keel-paper-preview.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-announcer.h"
#include "keel-names.h"
#include "keel-paper-printing.h"
#include "keel-paper-sheet.h"
#include "keel-save-file.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

#define ZOOM_STEP 1.25
#define NARROWEST 240 /* pixels of a page */
#define WIDEST 3000

struct _KeelPaperPreview
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkLabel *note;
  KeelWrapBox *choices;
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
  GtkBox *sheets;
  GtkBox *ways;

  KeelSession *session;
  KeelPaper *paper;
  char *file_name;
};

G_DEFINE_FINAL_TYPE (KeelPaperPreview, keel_paper_preview, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_place (KeelPaperPreview *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  double middle = gtk_adjustment_get_value (place) + gtk_adjustment_get_page_size (place) / 2;
  double upper = MAX (1, gtk_adjustment_get_upper (place));
  guint n_pages = self->paper != NULL ? keel_paper_get_n_pages (self->paper) : 1;
  guint page = MIN ((guint) (middle / upper * n_pages), n_pages - 1);
  g_autofree char *words = keel_sentence_page (page + 1, n_pages);

  if (g_strcmp0 (words, adw_window_title_get_subtitle (self->title)) != 0)
    adw_window_title_set_subtitle (self->title, words);
}

/* @width: of a page in pixels; 0: as wide as the window. */
static void
set_sheet_width (KeelPaperPreview *self, int width)
{
  int usual = (int) (keel_paper_get_width (self->paper) * 96 / 72);

  gtk_widget_set_size_request (GTK_WIDGET (self->sheets), width > 0 ? width : -1, -1);
  adw_clamp_set_maximum_size (self->clamp, width > 0 ? width : usual);
  gtk_scrolled_window_set_policy (self->scroller, width > 0 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.fit", width > 0);
}

static void
zoom_by (GtkWidget *widget, double factor)
{
  KeelPaperPreview *self = KEEL_PAPER_PREVIEW (widget);
  int width = gtk_widget_get_width (gtk_widget_get_first_child (GTK_WIDGET (self->sheets)));

  set_sheet_width (self, CLAMP ((int) (width * factor), NARROWEST, WIDEST));
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (widget, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (widget, 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_sheet_width (KEEL_PAPER_PREVIEW (widget), 0);
}

static void
tell (KeelPaperPreview *self, const char *sentence)
{
  g_autofree char *title = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
  keel_say (GTK_WIDGET (self), sentence);
}

/* Whoever waits for it tells it in words of their own. */
static void
tell_given (KeelPaperPreview *self, const char *sentence)
{
  if (g_signal_has_handler_pending (self, signals[SIGNAL_GIVEN], 0, FALSE))
    g_signal_emit (self, signals[SIGNAL_GIVEN], 0, sentence);
  else
    tell (self, sentence);
}

static void
tell_error (KeelPaperPreview *self, const GError *error, const char *subject)
{
  g_autofree char *sentence = keel_sentence_for_error (error, subject);

  tell (self, sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelPaperPreview *self = KEEL_PAPER_PREVIEW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = keel_save_file_finish (result, &error);

  keel_paper_preview_tell_saved (self, name, error);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KeelPaperPreview *self = KEEL_PAPER_PREVIEW (widget);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!keel_paper_write_pdf (self->paper, stream, NULL, &error) ||
      !g_output_stream_close (stream, NULL, &error))
    {
      tell_error (self, error, NULL);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  keel_save_file_async (GTK_WINDOW (self), _ ("Save as PDF"), self->file_name, bytes, saved_cb, NULL);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelPaperPreview *self = KEEL_PAPER_PREVIEW (source);
  g_autoptr (GError) error = NULL;

  if (keel_paper_printing_finish (result, &error))
    tell_given (self, _ ("The pages are on their way to the printer."));
  else if (error != NULL)
    tell_error (self, error, NULL);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KeelPaperPreview *self = KEEL_PAPER_PREVIEW (widget);

  keel_paper_printing_async (GTK_WINDOW (self), self->paper, printed_cb, NULL);
}

static void
show_note (KeelPaperPreview *self)
{
  const char *words = keel_session_is_protected (self->session)
                          ? _ ("Paper and PDF files are not protected by your passphrase.")
                          : _ ("Whoever has the paper or the file can read it.");

  gtk_label_set_text (self->note, words);
}

static void
keel_paper_preview_dispose (GObject *object)
{
  KeelPaperPreview *self = KEEL_PAPER_PREVIEW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->file_name, g_free);
  G_OBJECT_CLASS (keel_paper_preview_parent_class)->dispose (object);
}

static void
add_zoom_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "preview.zoom-in" },  { GDK_KEY_KP_Add, "preview.zoom-in" },
    { GDK_KEY_equal, "preview.zoom-in" }, { GDK_KEY_minus, "preview.zoom-out" },
    { GDK_KEY_0, "preview.fit" },         { GDK_KEY_KP_Subtract, "preview.zoom-out" },
    { GDK_KEY_KP_0, "preview.fit" },      { GDK_KEY_p, "preview.print" },
    { GDK_KEY_s, "preview.save" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
}

static void
keel_paper_preview_class_init (KeelPaperPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_paper_preview_dispose;
  signals[SIGNAL_GIVEN] = g_signal_new ("given", KEEL_TYPE_PAPER_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-paper-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelPaperPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelPaperPreview, title);
  gtk_widget_class_bind_template_child (widget_class, KeelPaperPreview, note);
  gtk_widget_class_bind_template_child (widget_class, KeelPaperPreview, choices);
  gtk_widget_class_bind_template_child (widget_class, KeelPaperPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, KeelPaperPreview, clamp);
  gtk_widget_class_bind_template_child (widget_class, KeelPaperPreview, sheets);
  gtk_widget_class_bind_template_child (widget_class, KeelPaperPreview, ways);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "preview.fit", NULL, fit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  add_zoom_keys (widget_class);
}

static void
keel_paper_preview_init (KeelPaperPreview *self)
{
  GtkAdjustment *place;

  gtk_widget_init_template (GTK_WIDGET (self));
  place = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (place, "value-changed", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (place, "changed", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  keel_names_mend_toasts (self->toasts);
  keel_announcer_greet (GTK_WINDOW (self));
}

KeelPaperPreview *
keel_paper_preview_new (GtkWindow *parent, KeelSession *session, const char *file_name)
{
  KeelPaperPreview *self = g_object_new (KEEL_TYPE_PAPER_PREVIEW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->file_name = g_strdup (file_name);
  show_note (self);
  return self;
}

void
keel_paper_preview_set_paper (KeelPaperPreview *self, KeelPaper *paper)
{
  gboolean first = self->paper == NULL;
  GtkWidget *sheet;

  while ((sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_box_remove (self->sheets, sheet);
  g_set_object (&self->paper, paper);
  for (guint i = 0; i < keel_paper_get_n_pages (paper); i++)
    gtk_box_append (self->sheets, keel_paper_sheet_new (paper, i));
  if (first)
    set_sheet_width (self, 0);
  show_place (self);
}

void
keel_paper_preview_add_choice (KeelPaperPreview *self, GtkWidget *choice)
{
  keel_wrap_box_append (self->choices, choice);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), TRUE);
}

void
keel_paper_preview_add_way (KeelPaperPreview *self, GtkWidget *button)
{
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (self->ways, button);
}

void
keel_paper_preview_tell_saved (KeelPaperPreview *self, const char *name, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (error != NULL)
    tell_error (self, error, name);
  if (error != NULL || name == NULL)
    return;
  if (keel_session_is_protected (self->session))
    /* Translators: %s is the name of a file. */
    sentence = g_strdup_printf (_ ("Saved as %s. Your passphrase does not protect this file."), name);
  else
    /* Translators: %s is the name of a file. */
    sentence = g_strdup_printf (_ ("Saved as %s."), name);
  tell_given (self, sentence);
}
