#include "config.h"

#include "keel-content-note.h"

#include <glib/gi18n-lib.h>

#include "keel-program-list.h"
#include "keel-strategy-acts.h"
#include "keel-template-acts.h"
#include "keel-wrap-box.h"

struct _KeelContentNote
{
  AdwBin parent_instance;

  GtkLabel *words;
  GtkWidget *more;

  char *details;
};

G_DEFINE_FINAL_TYPE (KeelContentNote, keel_content_note, ADW_TYPE_BIN)

static void
details_cb (KeelContentNote *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _ ("Files that are left out"), self->details);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
dismiss_cb (KeelContentNote *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
keel_content_note_finalize (GObject *object)
{
  g_free (KEEL_CONTENT_NOTE (object)->details);
  G_OBJECT_CLASS (keel_content_note_parent_class)->finalize (object);
}

static void
keel_content_note_class_init (KeelContentNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_content_note_finalize;
}

static GtkWidget *
add_button (KeelContentNote *self, KeelWrapBox *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  keel_wrap_box_append (box, button);
  return button;
}

static void
keel_content_note_init (KeelContentNote *self)
{
  GtkWidget *box = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);
  GtkWidget *words = gtk_label_new (NULL);

  self->words = GTK_LABEL (words);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (box, "keel-problem");
  keel_wrap_box_append (KEEL_WRAP_BOX (box), words);
  self->more = add_button (self, KEEL_WRAP_BOX (box), _ ("Details"), G_CALLBACK (details_cb));
  add_button (self, KEEL_WRAP_BOX (box), _ ("Dismiss"), G_CALLBACK (dismiss_cb));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* NULL: all of them can be read. */
static char *
describe_problems (const GPtrArray *problems)
{
  if (problems->len == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u of Keel’s files cannot be read and is left out. "
                                    "Everything else works.",
                                    "%u of Keel’s files cannot be read and are left out. "
                                    "Everything else works.",
                                    problems->len),
                          problems->len);
}

static void
show_details (KeelContentNote *self, const GPtrArray *problems)
{
  g_autoptr (GString) details = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (details, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (problems, i));
  g_free (self->details);
  self->details = g_strdup (details->str);
  gtk_widget_set_visible (self->more, problems->len > 0);
}

void
keel_content_note_show (KeelContentNote *self, KeelSession *session)
{
  const GPtrArray *problems = keel_content_get_problems (keel_session_get_content (session));
  g_autofree char *files = describe_problems (problems);
  g_autofree char *worksheets = keel_template_trouble_describe (session);
  g_autofree char *programs = keel_program_trouble_describe (session);
  g_autofree char *cards = keel_strategy_trouble_describe (session);
  const char *const sentences[] = { files, worksheets, programs, cards };
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (sentences[i] != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", sentences[i]);
    }
  gtk_label_set_text (self->words, words->str);
  show_details (self, problems);
  gtk_widget_set_visible (GTK_WIDGET (self), words->len > 0);
}
