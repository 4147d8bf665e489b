#include "config.h"

#include "keel-link-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "content/keel-part-work.h"
#include "core/keel-series.h"

#include "keel-announcer.h"
#include "keel-chooser.h"
#include "keel-session-programs.h"

struct _KeelLinkDialog
{
  AdwWindow parent_instance;

  GtkLabel *what;
  KeelChooser *chooser;
};

G_DEFINE_FINAL_TYPE (KeelLinkDialog, keel_link_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Ids are "part aa/4", "series UUID", "strategy c01", "none w01" or "". */
static void
chosen_cb (KeelLinkDialog *self, const char *id)
{
  g_auto (GStrv) words = g_strsplit (id, " ", 2);
  gboolean some = g_strv_length (words) == 2;
  int link = some ? keel_word_find (keel_entry_link_words, words[0]) : KEEL_ENTRY_LINK_NONE;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, MAX (link, KEEL_ENTRY_LINK_NONE), some ? words[1] : NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
left_cb (KeelLinkDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
keel_link_dialog_class_init (KeelLinkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KEEL_TYPE_LINK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  g_type_ensure (KEEL_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelLinkDialog, what);
  gtk_widget_class_bind_template_child (widget_class, KeelLinkDialog, chooser);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_link_dialog_init (KeelLinkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
}

static void
add (KeelLinkDialog *self, KeelEntryLink link, const char *target, const char *title, const char *subtitle)
{
  g_autofree char *id = g_strdup_printf ("%s %s", keel_entry_link_words[link], target);

  keel_chooser_add (self->chooser, id, title, subtitle);
}

static void
add_parts (KeelLinkDialog *self, const KeelProgram *program)
{
  const KeelStructure *first = keel_program_get_structure (program);

  for (guint i = 0; first != NULL && i < first->parts->len; i++)
    {
      const KeelPart *part = g_ptr_array_index (first->parts, i);
      const KeelPartPlace place = keel_part_place_of (program, part->number);
      g_autofree char *title = keel_part_place_describe (&place);
      g_autofree char *target = keel_part_place_format (&place);

      add (self, KEEL_ENTRY_LINK_PART, target, title, program->name);
    }
}

static void
add_series (KeelLinkDialog *self, KeelSession *session)
{
  GPtrArray *all = keel_session_get_series (session);

  for (guint i = 0; i < all->len; i++)
    {
      KeelSeries *series = g_ptr_array_index (all, i);

      add (self, KEEL_ENTRY_LINK_SERIES, series->uuid, series->meeting->name, _ ("Something you follow"));
    }
}

static void
add_strategies (KeelLinkDialog *self, KeelSession *session)
{
  const GPtrArray *all = keel_content_get_strategies (keel_session_get_content (session));

  for (guint i = 0; i < all->len; i++)
    {
      const KeelStrategy *strategy = g_ptr_array_index (all, i);

      add (self, KEEL_ENTRY_LINK_STRATEGY, strategy->id, strategy->name, _ ("Something you can do"));
    }
}

KeelLinkDialog *
keel_link_dialog_new (GtkWindow *parent, KeelSession *session, gboolean linked)
{
  KeelLinkDialog *self = g_object_new (KEEL_TYPE_LINK_DIALOG, "transient-for", parent, NULL);
  GPtrArray *programs = keel_session_get_programs (session);

  if (linked)
    keel_chooser_add (self->chooser, "", _ ("Nothing"), _ ("Take the link away"));
  add_series (self, session);
  for (guint i = 0; i < programs->len; i++)
    add_parts (self, g_ptr_array_index (programs, i));
  add_strategies (self, session);
  gtk_label_set_text (self->what, _ ("What does this page belong to?"));
  keel_chooser_start (self->chooser);
  return self;
}

KeelLinkDialog *
keel_link_dialog_new_for_worksheets (GtkWindow *parent, KeelSession *session)
{
  KeelLinkDialog *self = g_object_new (KEEL_TYPE_LINK_DIALOG, "transient-for", parent, "title", _ ("Write"),
                                       NULL);
  const GPtrArray *all = keel_content_get_worksheets (keel_session_get_content (session));

  for (guint i = 0; i < all->len; i++)
    {
      const KeelWorksheet *worksheet = g_ptr_array_index (all, i);

      if (!worksheet->quiet && !worksheet->undated)
        add (self, KEEL_ENTRY_LINK_NONE, worksheet->id, worksheet->name, worksheet->about);
    }
  gtk_label_set_text (self->what, _ ("Which worksheet do you want to write?"));
  keel_chooser_start (self->chooser);
  return self;
}
