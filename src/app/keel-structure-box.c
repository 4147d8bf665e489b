#include "config.h"

#include "keel-structure-box.h"

#include <glib/gi18n-lib.h>

#include "content/keel-program-sentences.h"
#include "content/keel-sentences.h"

#include "keel-headed-list.h"
#include "keel-part-dialog.h"
#include "keel-part-row.h"
#include "keel-part-work-lists.h"
#include "keel-session-progress.h"
#include "keel-text-label.h"
#include "keel-window.h"

struct _KeelStructureBox
{
  AdwBin parent_instance;

  GtkBox *place;      /* where the person is */
  GtkWidget *section; /* the rows, with their heading */
  GtkListBox *rows;   /* NULL: no structure */
  guint n_rows;
  GArray *numbers; /* of guint: the parts that the rows are, also those that are no longer there */

  KeelSession *session;
  KeelProgram *program;
};

G_DEFINE_FINAL_TYPE (KeelStructureBox, keel_structure_box, ADW_TYPE_BIN)

static const char *
get_structure (KeelStructureBox *self)
{
  const KeelPartPlace place = keel_part_place_of (self->program, 1);

  return keel_part_place_get_structure (&place);
}

static void
row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, KeelStructureBox *self)
{
  guint i = (guint) gtk_list_box_row_get_index (row);
  KeelPartPlace place = keel_part_place_of (self->program, g_array_index (self->numbers, guint, i));

  keel_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, &place);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = keel_text_label_new (text, style);

  gtk_box_append (box, label);
  return label;
}

/* One part that the person is at, with what can be written next. */
static void
add_place (KeelStructureBox *self, guint part, const char *caption, const KeelProgramWork *work)
{
  KeelPartPlace place = keel_part_place_of (self->program, part);
  g_autofree char *topic = keel_part_place_describe (&place);
  GtkWidget *next = keel_part_work_make_next (self->session, &place, work->entries);

  gtk_widget_set_margin_top (add_label (self->place, caption, "dim-label"), 6);
  add_label (self->place, topic, "heading");
  if (next != NULL)
    gtk_box_append (self->place, next);
}

static guint
show_worked_on (KeelStructureBox *self, const KeelProgramWork *work, const GArray *numbers)
{
  guint found = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      guint part = g_array_index (numbers, guint, i);

      if (keel_progress_get_state (work->parts, self->program->code, get_structure (self), part) !=
          KEEL_PART_WORKING)
        continue;
      add_place (self, part, found == 0 ? _ ("You are working on") : _ ("And on"), work);
      found++;
    }
  return found;
}

/* Where the parts follow each other, the next one is offered; else nothing is next. */
static void
show_place (KeelStructureBox *self, const KeelProgramWork *work, const GArray *numbers)
{
  guint worked_on, place;
  gboolean offered = FALSE;

  clear (self->place);
  worked_on = show_worked_on (self, work, numbers);
  if (numbers->len == 0)
    return;
  if (!self->program->sequence)
    {
      add_label (self->place, _ ("In any order, whatever you want to work on."), "dim-label");
      return;
    }
  place = keel_progress_find_place (work->parts, self->program->code, get_structure (self), numbers,
                                    &offered);
  if (worked_on == 0 && offered)
    add_place (self, place, _ ("When you are ready, you could go on here"), work);
  else if (worked_on == 0 && place == 0)
    add_label (self->place, _ ("You have marked all of it as done. You can come back to any part."),
               "dim-label");
}

static void
match_rows (KeelStructureBox *self, guint n_rows)
{
  for (; self->n_rows < n_rows; self->n_rows++)
    gtk_list_box_append (self->rows, keel_part_row_new ());
  for (; self->n_rows > n_rows; self->n_rows--)
    gtk_list_box_remove (self->rows,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int) self->n_rows - 1)));
}

static void
show_rows (KeelStructureBox *self, const KeelProgramWork *work)
{
  match_rows (self, self->numbers->len);
  gtk_widget_set_visible (self->section, self->n_rows > 0);
  for (guint i = 0; i < self->n_rows; i++)
    {
      guint part = g_array_index (self->numbers, guint, i);
      KeelPartPlace place = keel_part_place_of (self->program, part);
      g_autoptr (GPtrArray) own = keel_part_work_find_entries (self->session, &place, work->entries);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) i);

      keel_part_row_show (KEEL_PART_ROW (row), self->session, &place,
                          keel_progress_find (work->parts, self->program->code, get_structure (self), part),
                          own->len);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelStructureBox) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelProgramWork) work = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GArray) there = NULL;
  guint n_there;

  work = keel_session_read_program_work_finish (KEEL_SESSION (source), result, &error);
  if (self->session == NULL) /* it went meanwhile */
    return;
  if (work == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      return;
    }
  g_array_unref (self->numbers);
  self->numbers = keel_part_work_list_parts (keel_session_get_content (self->session), self->program,
                                             work->parts, work->entries, &n_there);
  there = g_array_copy (self->numbers);
  g_array_set_size (there, n_there);
  show_place (self, work, there);
  show_rows (self, work);
}

static void
refresh (KeelStructureBox *self)
{
  keel_session_read_program_work_async (self->session, self->program->code, read_cb, g_object_ref (self));
}

static void
keel_structure_box_dispose (GObject *object)
{
  KeelStructureBox *self = KEEL_STRUCTURE_BOX (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_structure_box_parent_class)->dispose (object);
}

static void
keel_structure_box_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_STRUCTURE_BOX (object)->program, keel_program_unref);
  g_array_unref (KEEL_STRUCTURE_BOX (object)->numbers);
  G_OBJECT_CLASS (keel_structure_box_parent_class)->finalize (object);
}

static void
keel_structure_box_class_init (KeelStructureBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_structure_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_structure_box_finalize;
}

static void
keel_structure_box_init (KeelStructureBox *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
build (KeelStructureBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const KeelStructure *first = keel_program_get_structure (self->program);
  g_autofree char *heading = NULL;

  adw_bin_set_child (ADW_BIN (self), box);
  if (first == NULL && !self->program->own)
    return;
  /* Of one's own what was said and written of parts that are gone is still there. */
  heading = first != NULL ? keel_sentence_structure (first->kind, first->parts->len)
                          : g_strdup (_ ("Parts that are no longer there"));
  self->place = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_margin_top (GTK_WIDGET (self->place), 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  self->section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (self->section, first != NULL);
  gtk_box_append (GTK_BOX (box), self->section);
  self->rows = keel_headed_list_append (GTK_BOX (self->section), heading, heading);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
}

GtkWidget *
keel_structure_box_new (KeelSession *session, const KeelProgram *program)
{
  KeelStructureBox *self = g_object_new (KEEL_TYPE_STRUCTURE_BOX, NULL);

  self->session = g_object_ref (session);
  self->program = keel_program_ref (program);
  build (self);
  if (self->rows == NULL)
    return GTK_WIDGET (self);
  g_signal_connect_object (session, "progress-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "entries-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
