#include "config.h"

#include "keel-entry-share-window.h"

#include <glib/gi18n-lib.h>

#include "content/keel-entry-text.h"
#include "content/keel-sentences.h"
#include "core/keel-progress.h"
#include "paper/keel-entry-paper.h"

#include "keel-announcer.h"
#include "keel-entry-gate.h"
#include "keel-entry-share-choice.h"
#include "keel-entry-share-mark.h"
#include "keel-local-paper.h"
#include "keel-names.h"
#include "keel-paper-preview.h"
#include "keel-save-file.h"
#include "keel-session-programs.h"
#include "keel-window.h"
#include "keel-wrap-box.h"

struct _KeelEntryShareWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkBox *notes;
  GtkBox *entries;
  AdwBin *gate_bin;
  GtkWidget *preview;
  KeelWrapBox *ways;
  GtkSwitch *initials;
  GtkSwitch *dates;
  GtkWidget *programs_row;
  GtkSwitch *programs;
  GtkLabel *nothing;
  GtkLabel *note;

  KeelSession *session;
  GPtrArray *writings; /* of KeelWriting */
  GPtrArray *guarded;  /* likewise, until the passphrase was given again */
  GPtrArray *choices;  /* of KeelEntryShareChoice, the same */
};

G_DEFINE_FINAL_TYPE (KeelEntryShareWindow, keel_entry_share_window, ADW_TYPE_WINDOW)

/* What is chosen: of KeelGiven, which stay with the choices. */
static GPtrArray *
find_given (KeelEntryShareWindow *self)
{
  GPtrArray *given = g_ptr_array_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      KeelGiven *one = keel_entry_share_choice_get_given (self->choices->pdata[i]);

      if (one != NULL)
        g_ptr_array_add (given, one);
    }
  return given;
}

/* The entries of which something is chosen: of char *. */
static GPtrArray *
find_uuids (KeelEntryShareWindow *self)
{
  GPtrArray *uuids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->choices->len; i++)
    if (keel_entry_share_choice_get_given (self->choices->pdata[i]) != NULL)
      g_ptr_array_add (uuids, g_strdup (((KeelWriting *) self->writings->pdata[i])->entry->uuid));
  return uuids;
}

static KeelGivenOptions
get_options (KeelEntryShareWindow *self)
{
  const KeelGivenOptions options = { .initials = gtk_switch_get_active (self->initials),
                                     .dates = gtk_switch_get_active (self->dates),
                                     .programs = gtk_switch_get_active (self->programs) };

  return options;
}

static char *
write_text (KeelEntryShareWindow *self, KeelTextKind kind)
{
  g_autoptr (GPtrArray) given = find_given (self);
  const KeelGivenOptions options = get_options (self);

  return keel_entry_text_write (given, &options, kind);
}

static void
show_chosen (KeelEntryShareWindow *self)
{
  g_autoptr (GPtrArray) given = find_given (self);
  gboolean any = given->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.preview", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.markdown", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.text", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.copy", any);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !any);
}

static void
initials_cb (KeelEntryShareWindow *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    keel_entry_share_choice_set_initials (self->choices->pdata[i], gtk_switch_get_active (self->initials));
}

/* It is out of the program's hands now: whether it was given to somebody, the person knows. */
static void
offer_mark (KeelEntryShareWindow *self, const char *sentence)
{
  g_autoptr (GPtrArray) uuids = find_uuids (self);

  keel_entry_share_mark_offer (GTK_WIDGET (self), self->session, uuids, sentence);
}

static void
given_cb (KeelPaperPreview *preview, const char *sentence, KeelEntryShareWindow *self)
{
  g_autoptr (GPtrArray) uuids = find_uuids (self);

  keel_entry_share_mark_offer (GTK_WIDGET (preview), self->session, uuids, sentence);
}

static void
preview_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KeelEntryShareWindow *self = KEEL_ENTRY_SHARE_WINDOW (widget);
  g_autoptr (GPtrArray) given = find_given (self);
  g_autoptr (KeelPaper) paper = keel_local_paper_new (FALSE);
  const KeelGivenOptions options = get_options (self);
  KeelPaperPreview *preview;

  /* Translators: the title that a PDF has, which readers show. It says nothing. */
  keel_paper_set_title (paper, C_ ("print job", "Document"));
  keel_entry_paper_add (paper, given, &options);
  /* Translators: the name of a file with pages that were written. It says nothing of what is in it. */
  preview = keel_paper_preview_new (GTK_WINDOW (self), self->session, _ ("pages.pdf"));
  keel_paper_preview_set_paper (preview, paper);
  g_signal_connect_object (preview, "given", G_CALLBACK (given_cb), self, 0);
  gtk_window_present (GTK_WINDOW (preview));
}

static void
tell_error (KeelEntryShareWindow *self, const GError *error, const char *name)
{
  g_autofree char *sentence = keel_sentence_for_error (error, name);
  g_autofree char *title = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
  keel_say (GTK_WIDGET (self), sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KeelEntryShareWindow *self = KEEL_ENTRY_SHARE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = keel_save_file_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (error != NULL)
    {
      tell_error (self, error, name);
      return;
    }
  if (name == NULL)
    return;
  /* Translators: %s is the name of a file. */
  sentence = g_strdup_printf (_ ("Saved as %s."), name);
  offer_mark (self, sentence);
}

static void
save (KeelEntryShareWindow *self, KeelTextKind kind, const char *name)
{
  char *text = write_text (self, kind);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  keel_save_file_async (GTK_WINDOW (self), _ ("Save the File"), name, bytes, saved_cb, NULL);
}

static void
markdown_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* Translators: the name of a file with pages that were written. It says nothing of what is in it. */
  save (KEEL_ENTRY_SHARE_WINDOW (widget), KEEL_TEXT_MARKDOWN, _ ("pages.md"));
}

static void
text_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  /* Translators: the name of a file with pages that were written. It says nothing of what is in it. */
  save (KEEL_ENTRY_SHARE_WINDOW (widget), KEEL_TEXT_PLAIN, _ ("pages.txt"));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KeelEntryShareWindow *self = KEEL_ENTRY_SHARE_WINDOW (widget);
  g_autofree char *text = write_text (self, KEEL_TEXT_PLAIN);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  offer_mark (self, _ ("Copied. Other programs can read it until you copy something else."));
}

static void
keel_entry_share_window_dispose (GObject *object)
{
  KeelEntryShareWindow *self = KEEL_ENTRY_SHARE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->writings, g_ptr_array_unref);
  g_clear_pointer (&self->guarded, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (keel_entry_share_window_parent_class)->dispose (object);
}

static void
keel_entry_share_window_class_init (KeelEntryShareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_entry_share_window_dispose;

  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-entry-share-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, entries);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, gate_bin);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, ways);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, initials);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, dates);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, programs_row);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, programs);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, KeelEntryShareWindow, note);
  gtk_widget_class_bind_template_callback (widget_class, initials_cb);
  gtk_widget_class_install_action (widget_class, "share.preview", NULL, preview_cb);
  gtk_widget_class_install_action (widget_class, "share.markdown", NULL, markdown_cb);
  gtk_widget_class_install_action (widget_class, "share.text", NULL, text_cb);
  gtk_widget_class_install_action (widget_class, "share.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_way (KeelEntryShareWindow *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  keel_wrap_box_append (self->ways, button);
}

static void
keel_entry_share_window_init (KeelEntryShareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_way (self, _ ("Copy Text"), "share.copy");
  add_way (self, _ ("Save as Text…"), "share.text");
  add_way (self, _ ("Save as Markdown…"), "share.markdown");
  keel_names_mend_toasts (self->toasts);
  keel_announcer_greet (GTK_WINDOW (self));
}

/* The program whose part it belongs to, else the first of those chosen that has this worksheet. Nullable. */
static const KeelProgram *
find_program (KeelSession *session, const KeelWriting *writing)
{
  GPtrArray *chosen = keel_session_get_programs (session);
  g_autofree char *code = NULL, *structure = NULL;
  guint part;

  if (writing->entry->link == KEEL_ENTRY_LINK_PART &&
      keel_part_target_parse (writing->entry->target, &code, &structure, &part))
    return keel_content_find_program (keel_session_get_content (session), code);
  for (guint i = 0; i < chosen->len; i++)
    {
      const KeelProgram *program = g_ptr_array_index (chosen, i);

      if (keel_worksheet_is_used_by (writing->worksheet, program->code, 0))
        return program;
    }
  return NULL;
}

static KeelGiven *
make_given (KeelSession *session, const KeelWriting *writing)
{
  KeelGiven *given = keel_given_new (writing->worksheet, writing->answers, writing->entry->title);
  const KeelProgram *program = find_program (session, writing);
  g_autoptr (GTimeZone) zone = keel_session_get_zone (session);

  if (program != NULL)
    given->program = g_strdup (program->name);
  /* One that is written on again and again has no day of its own. */
  if (!writing->worksheet->undated)
    given->day = keel_local_time_get_days (keel_local_time_from_utc (writing->entry->created_at, zone));
  return given;
}

/* Each of self->writings in turn. */
static void
add_choice (KeelEntryShareWindow *self, const KeelWriting *writing, gboolean alone)
{
  KeelGiven *given = make_given (self->session, writing);
  KeelEntryShareChoice *choice;

  if (given->program != NULL)
    gtk_widget_set_visible (self->programs_row, TRUE);
  if (writing->worksheet->readers || writing->worksheet->quiet)
    gtk_widget_set_visible (GTK_WIDGET (self->notes), TRUE);
  choice = keel_entry_share_choice_new (given, alone);
  keel_entry_share_choice_set_initials (choice, gtk_switch_get_active (self->initials));
  g_signal_connect_object (choice, "changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, choice);
  gtk_box_append (self->entries, GTK_WIDGET (choice));
}

static void
opened_cb (KeelEntryShareWindow *self)
{
  g_autoptr (GPtrArray) guarded = g_steal_pointer (&self->guarded);
  guint before = self->writings->len;

  adw_bin_set_child (self->gate_bin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->gate_bin), FALSE);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->preview);
  g_ptr_array_extend_and_steal (self->writings, g_steal_pointer (&guarded));
  for (guint i = before; i < self->writings->len; i++)
    add_choice (self, self->writings->pdata[i], self->writings->len == 1);
  show_chosen (self);
  if (self->choices->len > before)
    gtk_widget_child_focus (self->choices->pdata[before], GTK_DIR_TAB_FORWARD);
}

/* Those that ask for the passphrase again ask here as they do on their page. */
static void
add_gate (KeelEntryShareWindow *self)
{
  KeelEntryGate *gate;

  if (self->guarded->len == 0)
    return;
  gate = keel_entry_gate_new_for_several (self->session, self->guarded->len);
  g_signal_connect_object (gate, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->gate_bin, GTK_WIDGET (gate));
  gtk_widget_set_visible (GTK_WIDGET (self->gate_bin), TRUE);
}

static void
add_note (KeelEntryShareWindow *self)
{
  GtkWidget *label = gtk_label_new (
      _ ("Paper and files can be read by others, also by somebody at home or by a court. "
         "Give only what you want to be known."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "keel-note");
  gtk_box_append (self->notes, label);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
}

KeelEntryShareWindow *
keel_entry_share_window_new (GtkWindow *parent, KeelSession *session, GPtrArray *writings, GPtrArray *guarded)
{
  KeelEntryShareWindow *self = g_object_new (KEEL_TYPE_ENTRY_SHARE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->writings = writings;
  self->choices = g_ptr_array_new ();
  self->guarded = guarded;
  add_note (self);
  gtk_widget_set_visible (self->programs_row, FALSE);
  for (guint i = 0; i < writings->len; i++)
    add_choice (self, writings->pdata[i], writings->len + guarded->len == 1);
  add_gate (self);
  gtk_label_set_text (self->note, keel_session_is_protected (session)
                                      ? _ ("Paper and files are not protected by your passphrase.")
                                      : _ ("Whoever has the paper or the file can read it."));
  show_chosen (self);
  return self;
}
