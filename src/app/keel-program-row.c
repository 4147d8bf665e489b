#include "keel-program-row.h"

#include "keel-program-mark.h"

struct _KeelProgramRow
{
  KeelLineRow parent_instance;

  KeelProgram *program;
};

G_DEFINE_FINAL_TYPE (KeelProgramRow, keel_program_row, KEEL_TYPE_LINE_ROW)

static void
keel_program_row_finalize (GObject *object)
{
  g_clear_pointer (&KEEL_PROGRAM_ROW (object)->program, keel_program_unref);
  G_OBJECT_CLASS (keel_program_row_parent_class)->finalize (object);
}

static void
keel_program_row_class_init (KeelProgramRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_program_row_finalize;
}

static void
keel_program_row_init (KeelProgramRow *self)
{
}

static GtkWidget *
make_mark (const KeelProgram *program)
{
  GtkWidget *mark = g_object_new (KEEL_TYPE_PROGRAM_MARK, NULL);

  keel_program_mark_show (KEEL_PROGRAM_MARK (mark), program);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_size_request (mark, 18, -1);
  return mark;
}

GtkWidget *
keel_program_row_new (const KeelProgram *program)
{
  KeelProgramRow *self = g_object_new (KEEL_TYPE_PROGRAM_ROW, NULL);

  self->program = keel_program_ref (program);
  keel_line_row_add_before (KEEL_LINE_ROW (self), make_mark (program));
  keel_line_row_add_line (KEEL_LINE_ROW (self), program->name, "heading", 0);
  keel_line_row_add_line (KEEL_LINE_ROW (self), program->for_whom, "dim-label", 0);
  return GTK_WIDGET (self);
}

const KeelProgram *
keel_program_row_get_program (KeelProgramRow *self)
{
  return self->program;
}
