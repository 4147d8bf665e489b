#include "keel-quiet-note.h"

#include "keel-wrap-box.h"

struct _KeelQuietNote
{
  AdwBin parent_instance;

  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (KeelQuietNote, keel_quiet_note, ADW_TYPE_BIN)

static void
keel_quiet_note_class_init (KeelQuietNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KEEL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-quiet-note.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelQuietNote, words);
}

static void
keel_quiet_note_init (KeelQuietNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
keel_quiet_note_tell (KeelQuietNote *self, const char *words)
{
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
}
