#include "config.h"

#include "keel-field-table-view.h"

#include <glib/gi18n-lib.h>

#include "keel-field-agenda.h"
#include "keel-field-row-layout.h"
#include "keel-field-row.h"
#include "keel-field-sum.h"
#include "keel-field-wheel.h"
#include "keel-rating-scale.h"
#include "keel-undo-toast.h"

/* Rows that are shown at first, the last ones of them: each has many widgets. */
#define MOST_ROWS 30

struct _KeelFieldTableView
{
  KeelFieldView parent_instance;

  GtkBox *rows_box;
  GPtrArray *rows; /* of KeelFieldRow */
  KeelFieldRowLayout *heads_layout;
  guint adding; /* idle source */
  GtkWidget *earlier;
  GtkWidget *add;
  GtkLabel *sums;
  GtkWidget *wheel; /* nullable */
  guint first;      /* row of the answers that the first of them is */
  guint most;
};

G_DEFINE_FINAL_TYPE (KeelFieldTableView, keel_field_table_view, KEEL_TYPE_FIELD_VIEW)

/* What was taken away. */
typedef struct
{
  KeelFieldTableView *table; /* weak */
  KeelAnswers *row;
  guint place;
  guint step;
} Removed;

static const char *
get_id (KeelFieldTableView *self)
{
  return keel_field_view_get_field (KEEL_FIELD_VIEW (self))->id;
}

static KeelAnswers *
get_answers (KeelFieldTableView *self)
{
  return keel_field_view_get_answers (KEEL_FIELD_VIEW (self));
}

static void
refresh (KeelFieldTableView *self)
{
  keel_field_view_refresh (KEEL_FIELD_VIEW (self), get_answers (self));
}

static char *
describe_time (KeelFieldTableView *self, guint place)
{
  KeelEntryDocument *document = keel_field_view_get_document (KEEL_FIELD_VIEW (self));

  return keel_field_agenda_describe_time (keel_entry_document_get_worksheet (document),
                                          keel_field_view_get_field (KEEL_FIELD_VIEW (self)),
                                          keel_entry_document_get_answers (document), place);
}

/* What it all comes to. */
static char *
describe_end (KeelFieldTableView *self)
{
  g_autofree char *sums = keel_field_sum_describe (keel_field_view_get_field (KEEL_FIELD_VIEW (self)),
                                                   get_answers (self));
  g_autofree char *end = sums != NULL ? describe_time (self, G_MAXUINT) : NULL;

  if (end == NULL)
    return g_steal_pointer (&sums);
  /* Translators: below a plan; %1$s says how long it is: "How long: 90 minutes", %2$s is a time. */
  return g_strdup_printf (_ ("%1$s, until %2$s"), sums, end);
}

static void
tell_sums (KeelFieldTableView *self)
{
  g_autofree char *words = describe_end (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *time = describe_time (self, self->first + i);

      keel_field_row_set_time (self->rows->pdata[i], time);
    }
  gtk_label_set_text (self->sums, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sums), words != NULL);
  if (self->wheel != NULL)
    keel_field_wheel_show (KEEL_FIELD_WHEEL (self->wheel), get_answers (self));
}

static guint
find_place (KeelFieldTableView *self, KeelFieldRow *row)
{
  guint index = 0;

  g_ptr_array_find (self->rows, row, &index);
  return self->first + index;
}

static void
focus_cell (KeelFieldTableView *self, guint place, int column)
{
  if (place >= self->first && place - self->first < self->rows->len)
    keel_field_row_focus (self->rows->pdata[place - self->first], MAX (column, 0));
}

static void
removed_free (Removed *removed)
{
  g_clear_weak_pointer (&removed->table);
  keel_answers_unref (removed->row);
  g_free (removed);
}

/* Ctrl+Z may have brought it back before. */
static gboolean
is_removed (const Removed *removed)
{
  return removed->table != NULL &&
         keel_entry_document_has_step (keel_field_view_get_document (KEEL_FIELD_VIEW (removed->table)),
                                       removed->step);
}

static void
put_back_cb (gpointer data)
{
  Removed *removed = data;
  KeelFieldTableView *self = removed->table;
  const KeelField *field;
  g_autoptr (KeelAnswers) row = NULL;

  if (!is_removed (removed))
    return;
  field = keel_field_view_get_field (KEEL_FIELD_VIEW (self));
  keel_field_view_begin (KEEL_FIELD_VIEW (self), FALSE);
  row = keel_answers_insert_row (get_answers (self), field->id, removed->place, NULL);
  for (guint i = 0; row != NULL && i < field->columns->len; i++)
    keel_answers_set_same (row, ((const KeelField *) g_ptr_array_index (field->columns, i))->id,
                           removed->row);
  refresh (self);
  keel_field_view_end (KEEL_FIELD_VIEW (self));
  focus_cell (self, removed->place, 0);
}

static void
offer_back (KeelFieldTableView *self, KeelAnswers *row, guint place)
{
  Removed *removed = g_new0 (Removed, 1);

  g_set_weak_pointer (&removed->table, self);
  removed->row = keel_answers_copy (row);
  removed->place = place;
  removed->step = keel_entry_document_get_step (keel_field_view_get_document (KEEL_FIELD_VIEW (self)));
  keel_undo_toast_show (GTK_WIDGET (self), _ ("The row is removed."), put_back_cb, removed,
                        (GDestroyNotify) removed_free);
}

static void
remove_cb (KeelFieldRow *row, KeelFieldTableView *self)
{
  guint place = find_place (self, row);

  keel_field_view_begin (KEEL_FIELD_VIEW (self), FALSE);
  if (!keel_answers_is_empty (keel_field_row_get_answers (row)))
    offer_back (self, keel_field_row_get_answers (row), place);
  keel_answers_remove_row (get_answers (self), get_id (self), place);
  refresh (self);
  keel_field_view_end (KEEL_FIELD_VIEW (self));
  focus_cell (self, MIN (place, self->first + self->rows->len - 1), 0);
}

static void
move_cb (KeelFieldRow *row, int by, KeelFieldTableView *self)
{
  guint from = find_place (self, row), to = from + (guint) by;
  int column = keel_field_row_find_focus (row);

  if ((by < 0 && from == self->first) || to >= self->first + self->rows->len)
    return;
  keel_field_view_begin (KEEL_FIELD_VIEW (self), FALSE);
  keel_answers_move_row (get_answers (self), get_id (self), from, to);
  refresh (self);
  keel_field_view_end (KEEL_FIELD_VIEW (self));
  focus_cell (self, to, column);
}

static void
add_row (KeelFieldTableView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelAnswers) row = NULL;

  keel_field_view_begin (KEEL_FIELD_VIEW (self), FALSE);
  row = keel_answers_insert_row (get_answers (self), get_id (self), G_MAXUINT, &error);
  self->most++;
  refresh (self);
  keel_field_view_end (KEEL_FIELD_VIEW (self));
  if (row == NULL)
    keel_entry_document_refuse (keel_field_view_get_document (KEEL_FIELD_VIEW (self)), error);
}

static void
add_cb (KeelFieldTableView *self)
{
  add_row (self);
  focus_cell (self, self->first + self->rows->len - 1, 0);
}

static void
earlier_cb (KeelFieldTableView *self)
{
  self->most += MOST_ROWS;
  refresh (self);
}

static gboolean
add_lines_cb (gpointer data)
{
  KeelFieldTableView *self = data;

  self->adding = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Not while all is being laid out. */
static void
wide_changed_cb (KeelFieldTableView *self)
{
  if (self->adding == 0 && keel_field_row_layout_is_wide (self->heads_layout))
    self->adding = g_idle_add_full (G_PRIORITY_HIGH_IDLE, add_lines_cb, self, NULL);
}

static KeelFieldRow *
find_focus (KeelFieldTableView *self, int *column)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      *column = keel_field_row_find_focus (self->rows->pdata[i]);
      if (*column >= 0)
        return self->rows->pdata[i];
    }
  return NULL;
}

static gboolean
go_up (KeelFieldTableView *self, KeelFieldRow *row, int column)
{
  guint place = find_place (self, row);

  if (place == self->first)
    return FALSE;
  focus_cell (self, place - 1, column);
  return TRUE;
}

static gboolean
go_down (KeelFieldTableView *self, KeelFieldRow *row, int column)
{
  guint place = find_place (self, row);

  if (place + 1 == self->first + self->rows->len)
    return FALSE;
  focus_cell (self, place + 1, column);
  return TRUE;
}

/* Whether column after column is done once @row has been: it is empty at the end, or the next one is. */
static gboolean
ends_column (KeelFieldTableView *self, KeelFieldRow *row, int column)
{
  guint next = find_place (self, row) + 1;
  g_autoptr (KeelAnswers) after = NULL;

  if (keel_answers_is_empty (keel_field_row_get_answers (row)))
    return TRUE;
  if (column == 0)
    return FALSE;
  after = next < keel_answers_get_n_rows (get_answers (self), get_id (self))
              ? keel_answers_get_row (get_answers (self), get_id (self), next)
              : NULL;
  return after == NULL || keel_answers_is_empty (after);
}

static void
go_to_next_column (KeelFieldTableView *self, int column)
{
  const KeelField *field = keel_field_view_get_field (KEEL_FIELD_VIEW (self));

  if (column + 1 < (int) field->columns->len)
    focus_cell (self, self->first, column + 1);
  else
    gtk_widget_grab_focus (self->add);
}

/* Down the column; at its end there is a new row, and after the last one that was filled in the next column
 * begins, where it is done so. */
static gboolean
go_on (KeelFieldTableView *self, KeelFieldRow *row, int column)
{
  if (keel_field_view_get_field (KEEL_FIELD_VIEW (self))->down && ends_column (self, row, column))
    {
      go_to_next_column (self, column);
      return TRUE;
    }
  if (go_down (self, row, column))
    return TRUE;
  if (keel_answers_is_empty (keel_field_row_get_answers (row)))
    {
      gtk_widget_grab_focus (self->add);
      return TRUE;
    }
  add_row (self);
  go_down (self, row, column);
  return TRUE;
}

/* In a text of many lines the cursor has to be at its edge. */
static gboolean
is_at_edge (GtkTextView *view, gboolean up)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return up ? !gtk_text_view_backward_display_line (view, &iter) && gtk_text_iter_is_start (&iter)
            : !gtk_text_view_forward_display_line (view, &iter);
}

/* Chips and buttons have the arrows and Return for themselves. */
static gboolean
leaves (GtkWidget *focus, gboolean enter, gboolean up)
{
  if (GTK_IS_TEXT_VIEW (focus))
    return !enter && is_at_edge (GTK_TEXT_VIEW (focus), up);
  return GTK_IS_TEXT (focus) || GTK_IS_CHECK_BUTTON (focus) || KEEL_IS_RATING_SCALE (focus);
}

static gboolean
handle_enter (KeelFieldTableView *self, KeelFieldRow *row, int column, GtkWidget *focus,
              GdkModifierType state)
{
  gboolean down = keel_field_view_get_field (KEEL_FIELD_VIEW (self))->down;

  if ((state & GDK_CONTROL_MASK) != 0 && (state & GDK_SHIFT_MASK) != 0)
    return go_up (self, row, column);
  if ((state & GDK_CONTROL_MASK) != 0 ||
      (leaves (focus, TRUE, FALSE) && (down || keel_field_row_is_wide (row))))
    return go_on (self, row, column);
  return FALSE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        KeelFieldTableView *self)
{
  int column = -1;
  KeelFieldRow *row = find_focus (self, &column);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;

  if (row == NULL)
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    return handle_enter (self, row, column, focus, state);
  if (!up && !down)
    return FALSE;
  if ((state & GDK_ALT_MASK) != 0)
    {
      move_cb (row, up ? -1 : 1, self);
      return TRUE;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 || !leaves (focus, FALSE, up))
    return FALSE;
  return up ? go_up (self, row, column) : go_down (self, row, column);
}

/* The heads of the columns, above the rows where these are lines of a table. */
static void
add_heads (KeelFieldTableView *self, const KeelField *field)
{
  GtkWidget *heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->heads_layout = keel_field_row_layout_new (field);
  gtk_widget_set_layout_manager (heads, GTK_LAYOUT_MANAGER (self->heads_layout));
  g_signal_connect_object (self->heads_layout, "notify::wide", G_CALLBACK (wide_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < field->columns->len; i++)
    gtk_box_append (GTK_BOX (heads), keel_field_view_make_head (g_ptr_array_index (field->columns, i)));
  gtk_box_append (keel_field_view_get_box (KEEL_FIELD_VIEW (self)), heads);
}

static void
keel_field_table_view_build (KeelFieldView *view)
{
  KeelFieldTableView *self = KEEL_FIELD_TABLE_VIEW (view);
  GtkBox *box = keel_field_view_get_box (view);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->add = gtk_button_new_with_label (_ ("Add a Row"));
  self->earlier = gtk_button_new_with_label (_ ("Show Earlier Rows"));
  self->rows_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->sums = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sums, 0);
  gtk_label_set_wrap (self->sums, TRUE);
  gtk_label_set_max_width_chars (self->sums, 40);
  gtk_widget_add_css_class (GTK_WIDGET (self->sums), "heading");
  gtk_widget_set_halign (self->earlier, GTK_ALIGN_START);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->earlier, "clicked", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->rows_box), keys);
  g_signal_connect_object (keel_field_view_get_document (view), "changed", G_CALLBACK (tell_sums), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, self->earlier);
  add_heads (self, keel_field_view_get_field (view));
  gtk_box_append (box, GTK_WIDGET (self->rows_box));
  gtk_box_append (box, GTK_WIDGET (self->sums));
  gtk_box_append (box, self->add);
  self->wheel = keel_field_wheel_new (keel_field_view_get_field (view));
  if (self->wheel != NULL)
    gtk_box_append (box, self->wheel);
}

/* Empty rows are there to be filled; those at the end are not saved. One card is enough to begin with. */
static guint
ensure_rows (KeelFieldTableView *self, const KeelField *field)
{
  guint wanted = keel_field_row_layout_is_wide (self->heads_layout) ? MAX (field->shown, 1) : 1;

  while (keel_answers_get_n_rows (get_answers (self), field->id) < wanted)
    {
      g_autoptr (KeelAnswers) row = keel_answers_insert_row (get_answers (self), field->id, G_MAXUINT, NULL);

      if (row == NULL)
        break;
    }
  return keel_answers_get_n_rows (get_answers (self), field->id);
}

static void
drop_row (KeelFieldTableView *self)
{
  gtk_box_remove (self->rows_box, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
}

static void
show_row (KeelFieldTableView *self, const KeelField *field, guint index, guint n_rows)
{
  g_autoptr (KeelAnswers) answers = keel_answers_get_row (get_answers (self), field->id, self->first + index);
  KeelFieldRow *row;

  if (index < self->rows->len)
    {
      row = self->rows->pdata[index];
      keel_field_row_refresh (row, answers);
    }
  else
    {
      row = keel_field_row_new (field, keel_field_view_get_document (KEEL_FIELD_VIEW (self)), answers);
      g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, 0);
      g_signal_connect_object (row, "move", G_CALLBACK (move_cb), self, 0);
      gtk_box_append (self->rows_box, GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
  keel_field_row_set_number (row, self->first + index + 1, n_rows);
}

static void
keel_field_table_view_show (KeelFieldView *view)
{
  KeelFieldTableView *self = KEEL_FIELD_TABLE_VIEW (view);
  const KeelField *field = keel_field_view_get_field (view);
  guint n_rows = ensure_rows (self, field);

  self->first = n_rows > self->most ? n_rows - self->most : 0;
  while (self->rows->len > n_rows - self->first)
    drop_row (self);
  for (guint i = 0; i < n_rows - self->first; i++)
    show_row (self, field, i, n_rows);
  keel_field_row_layout_set_model (self->heads_layout, self->rows->pdata[0]);
  gtk_widget_set_visible (self->earlier, self->first > 0);
  tell_sums (self);
}

static gboolean
keel_field_table_view_grab_focus (GtkWidget *widget)
{
  KeelFieldTableView *self = KEEL_FIELD_TABLE_VIEW (widget);

  focus_cell (self, self->first, 0);
  return TRUE;
}

static void
keel_field_table_view_dispose (GObject *object)
{
  g_clear_handle_id (&KEEL_FIELD_TABLE_VIEW (object)->adding, g_source_remove);
  G_OBJECT_CLASS (keel_field_table_view_parent_class)->dispose (object);
}

static void
keel_field_table_view_finalize (GObject *object)
{
  g_ptr_array_unref (KEEL_FIELD_TABLE_VIEW (object)->rows);
  G_OBJECT_CLASS (keel_field_table_view_parent_class)->finalize (object);
}

static void
keel_field_table_view_class_init (KeelFieldTableViewClass *klass)
{
  KeelFieldViewClass *view_class = KEEL_FIELD_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_field_table_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = keel_field_table_view_finalize;
  view_class->build = keel_field_table_view_build;
  view_class->show = keel_field_table_view_show;
  GTK_WIDGET_CLASS (klass)->grab_focus = keel_field_table_view_grab_focus;
}

static void
keel_field_table_view_init (KeelFieldTableView *self)
{
  self->rows = g_ptr_array_new ();
  self->most = MOST_ROWS;
}
