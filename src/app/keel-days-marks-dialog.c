#include "config.h"

#include "keel-days-marks-dialog.h"

#include <glib/gi18n-lib.h>

#include "content/keel-day-sentences.h"

#include "keel-announcer.h"
#include "keel-colour-spot.h"
#include "keel-days-colour.h"
#include "keel-line-row.h"
#include "keel-names.h"
#include "keel-program-colour.h"

struct _KeelDaysMarksDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkListBox *list;

  KeelSession *session;
  char *scheme;
  GArray *marks; /* of KeelDayMark */
};

G_DEFINE_FINAL_TYPE (KeelDaysMarksDialog, keel_days_marks_dialog, ADW_TYPE_WINDOW)

static const KeelDayMark *
get_mark (KeelDaysMarksDialog *self, guint place)
{
  return &g_array_index (self->marks, KeelDayMark, place);
}

static char *
describe (const KeelDayMark *mark, const KeelMilestone *token)
{
  g_autofree char *time = keel_sentence_mark (mark->unit, mark->count);
  /* Translators: %s is a time: "1 year". */
  g_autofree char *when = mark->every ? g_strdup_printf (_ ("%s, and each year after"), time)
                                      : g_strdup (time);

  if (token->name == NULL)
    return g_steal_pointer (&when);
  /* Translators: when a milestone is reached, and what is given then: "6 months · Blue key tag" */
  return g_strdup_printf (_ ("%s · %s"), when, token->name);
}

static GtkWidget *
make_row (KeelDaysMarksDialog *self, const KeelDayMark *mark)
{
  KeelLineRow *row = g_object_new (KEEL_TYPE_LINE_ROW, NULL);
  const KeelProgram *program = NULL;
  KeelMilestone own;
  const KeelMilestone *token = keel_days_colour_find_token (self->session, self->scheme, mark->unit,
                                                            mark->count, &own, &program);
  g_autofree char *words = describe (mark, token);
  GtkWidget *spot = keel_colour_spot_new (
      keel_days_colour_name (self->session, self->scheme, mark->unit, mark->count));

  gtk_widget_set_margin_end (spot, 6);
  keel_line_row_add_before (row, spot);
  keel_line_row_add_line (row, words, NULL, 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), _ ("Choose its colour"));
  return GTK_WIDGET (row);
}

/* The focus stays where it is. */
static void
show (KeelDaysMarksDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int place = GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->marks->len; i++)
    gtk_list_box_append (self->list, make_row (self, get_mark (self, i)));
  if (place >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, place)));
}

static void
row_cb (KeelDaysMarksDialog *self, GtkListBoxRow *row)
{
  const KeelDayMark *mark = get_mark (self, (guint) gtk_list_box_row_get_index (row));
  const KeelProgram *program = NULL;
  KeelMilestone own;
  const KeelMilestone *token = keel_days_colour_find_token (self->session, self->scheme, mark->unit,
                                                            mark->count, &own, &program);

  if (program != NULL)
    keel_program_colour_present (GTK_WIDGET (self->list), self->session, program, token);
}

static void
keel_days_marks_dialog_dispose (GObject *object)
{
  KeelDaysMarksDialog *self = KEEL_DAYS_MARKS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scheme, g_free);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (keel_days_marks_dialog_parent_class)->dispose (object);
}

static void
keel_days_marks_dialog_class_init (KeelDaysMarksDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_days_marks_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-days-marks-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelDaysMarksDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, KeelDaysMarksDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
keel_days_marks_dialog_init (KeelDaysMarksDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  keel_announcer_greet (GTK_WINDOW (self));
  keel_names_mend_toasts (self->toasts);
}

void
keel_days_marks_dialog_present (GtkWindow *parent, KeelSession *session, const char *scheme)
{
  KeelDaysMarksDialog *self = g_object_new (KEEL_TYPE_DAYS_MARKS_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->scheme = g_strdup (scheme);
  self->marks = keel_day_marks_for (keel_session_get_content (session), scheme);
  g_signal_connect_object (session, "programs-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  gtk_window_present (GTK_WINDOW (self));
}
