#include "config.h"

#include "keel-program-place.h"

#include <glib/gi18n-lib.h>

#include "content/keel-part-work.h"

#include "keel-program-window.h"
#include "keel-session-progress.h"

struct _KeelProgramPlace
{
  AdwBin parent_instance;

  GtkLabel *label;

  KeelSession *session;
  KeelProgram *program;
};

G_DEFINE_FINAL_TYPE (KeelProgramPlace, keel_program_place, ADW_TYPE_BIN)

static void
clicked_cb (KeelProgramPlace *self)
{
  keel_program_window_present_program (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                       self->program->code);
}

/* "Step 4 · Looking at myself"; NULL: of another structure than the first, which the others go beside. */
static char *
describe_part (KeelProgramPlace *self, const KeelPartProgress *progress)
{
  g_autofree char *target = keel_part_target_format (self->program->code, NULL, progress->part);
  KeelPartPlace place;

  for (guint i = 1; i < self->program->structures->len; i++)
    {
      const KeelStructure *other = g_ptr_array_index (self->program->structures, i);

      if (g_str_equal (progress->structure, keel_structure_kind_words[other->kind]))
        return NULL;
    }
  if (!keel_part_place_parse (keel_session_get_content (self->session), target, &place))
    return NULL;
  return keel_part_place_describe (&place);
}

/* Nothing is said where nothing was: whoever works on nothing is nowhere behind. */
static char *
describe (KeelProgramPlace *self, const GPtrArray *parts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const KeelPartProgress *progress = g_ptr_array_index (parts, i);
      g_autofree char *part = progress->state == KEEL_PART_WORKING ? describe_part (self, progress) : NULL;

      if (part != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", part);
    }
  if (words->len == 0)
    return g_strdup (_ ("Where I am"));
  /* Translators: %s is what the person works on in a program: “Step 4 · Looking at myself” */
  return g_strdup_printf (_ ("Where I am: %s"), words->str);
}

static void
show (KeelProgramPlace *self, const GPtrArray *parts)
{
  g_autofree char *words = describe (self, parts);
  /* Translators: a line that leads to the page of a program; %1$s is “Where I am: Step 4”, %2$s the program.
   */
  g_autofree char *name = g_strdup_printf (_ ("%1$s (%2$s)"), words, self->program->short_name);

  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (adw_bin_get_child (ADW_BIN (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What cannot be read is told where it is asked for: on the page that this leads to. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelProgramPlace) self = data;
  g_autoptr (GPtrArray) parts = keel_session_read_progress_finish (KEEL_SESSION (source), result, NULL);

  if (self->session != NULL && parts != NULL)
    show (self, parts);
}

static void
refresh (KeelProgramPlace *self)
{
  keel_session_read_progress_async (self->session, self->program->code, read_cb, g_object_ref (self));
}

static void
keel_program_place_dispose (GObject *object)
{
  g_clear_object (&KEEL_PROGRAM_PLACE (object)->session);
  G_OBJECT_CLASS (keel_program_place_parent_class)->dispose (object);
}

static void
keel_program_place_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_PROGRAM_PLACE (object)->program, keel_program_unref);
  G_OBJECT_CLASS (keel_program_place_parent_class)->finalize (object);
}

static void
keel_program_place_class_init (KeelProgramPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_program_place_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_program_place_finalize;
}

static void
keel_program_place_init (KeelProgramPlace *self)
{
  GtkWidget *button = gtk_button_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (self->label));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
keel_program_place_new (KeelSession *session, const KeelProgram *program)
{
  KeelProgramPlace *self = g_object_new (KEEL_TYPE_PROGRAM_PLACE, NULL);

  self->session = g_object_ref (session);
  self->program = keel_program_ref (program);
  show (self, NULL);
  g_signal_connect_object (session, "progress-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
