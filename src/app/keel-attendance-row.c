#include "config.h"

#include "keel-attendance-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-attendance-dialog.h"
#include "keel-attendance-put.h"
#include "keel-chip-choice.h"
#include "keel-date-words.h"
#include "keel-stage-offer.h"
#include "keel-wrap-box.h"

struct _KeelAttendanceRow
{
  AdwBin parent_instance;

  GtkBox *box;
  KeelChipChoice *states;
  GtkButton *write;
  GtkLabel *words;
  GtkWidget *offer;

  KeelSession *session;
  KeelAgendaItem *item;
};

G_DEFINE_FINAL_TYPE (KeelAttendanceRow, keel_attendance_row, ADW_TYPE_BIN)

static KeelAttendance *
find_attendance (KeelAttendanceRow *self)
{
  return keel_attendance_book_find (keel_session_get_attendance (self->session), self->item->series->uuid,
                                    self->item->occurrence.original);
}

/* What is known, to be changed; or what there is to begin with. */
static KeelAttendance *
take_attendance (KeelAttendanceRow *self)
{
  KeelAttendance *known = find_attendance (self);

  if (known != NULL)
    return keel_attendance_copy (known);
  return keel_attendance_new (self->item->series->uuid, self->item->occurrence.original,
                              self->item->occurrence.start, KEEL_ATTENDANCE_WENT);
}

static gboolean
has_words (KeelAttendance *attendance)
{
  return attendance != NULL && (attendance->heard != NULL || attendance->note != NULL);
}

static char *
join_words (KeelAttendance *attendance)
{
  if (attendance->heard != NULL && attendance->note != NULL)
    return g_strdup_printf ("%s\n%s", attendance->heard, attendance->note);
  return g_strdup (attendance->heard != NULL ? attendance->heard : attendance->note);
}

static void
refresh (KeelAttendanceRow *self)
{
  KeelAttendance *attendance = find_attendance (self);
  g_autofree char *words = has_words (attendance) ? join_words (attendance) : NULL;
  gint64 now = keel_session_get_now (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self), !self->item->cancelled && self->item->occurrence.start <= now);
  keel_chip_choice_select (self->states,
                           attendance != NULL ? keel_attendance_words[attendance->state] : NULL);
  gtk_button_set_label (self->write, words != NULL ? _ ("Change the Note…") : _ ("Add a Note…"));
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  keel_stage_offer_refresh (KEEL_STAGE_OFFER (self->offer));
}

static void
chosen_cb (KeelChipChoice *states, const char *id, KeelAttendanceRow *self)
{
  g_autoptr (KeelAttendance) wanted = take_attendance (self);

  wanted->state = keel_word_find (keel_attendance_words, id);
  keel_attendance_put (GTK_WIDGET (self), self->session, find_attendance (self), wanted,
                       self->item->series->meeting->name);
}

static void
write_cb (GtkButton *button, KeelAttendanceRow *self)
{
  g_autoptr (KeelAttendance) attendance = take_attendance (self);

  keel_attendance_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                  attendance, self->item->series->meeting->name);
}

static void
keel_attendance_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (keel_attendance_row_parent_class)->map (widget);
  refresh (KEEL_ATTENDANCE_ROW (widget));
}

static void
keel_attendance_row_dispose (GObject *object)
{
  KeelAttendanceRow *self = KEEL_ATTENDANCE_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_attendance_row_parent_class)->dispose (object);
}

static void
keel_attendance_row_class_init (KeelAttendanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_attendance_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = keel_attendance_row_map;
}

static GtkWidget *
make_states (KeelAttendanceRow *self)
{
  self->states = g_object_new (KEEL_TYPE_CHIP_CHOICE, NULL);
  for (guint i = 0; keel_attendance_words[i] != NULL; i++)
    keel_chip_choice_add (self->states, keel_attendance_words[i], keel_date_words_attendance (i));
  g_signal_connect (self->states, "chosen", G_CALLBACK (chosen_cb), self);
  return GTK_WIDGET (self->states);
}

static GtkWidget *
make_words (KeelAttendanceRow *self)
{
  GtkWidget *words = gtk_label_new (NULL);

  self->words = GTK_LABEL (words);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->words, 4);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  return words;
}

static void
keel_attendance_row_init (KeelAttendanceRow *self)
{
  GtkWidget *line = g_object_new (KEEL_TYPE_WRAP_BOX, NULL);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  self->write = GTK_BUTTON (gtk_button_new_with_label (_ ("Add a Note…")));
  gtk_widget_add_css_class (GTK_WIDGET (self->write), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->write), "keel-chip");
  g_signal_connect (self->write, "clicked", G_CALLBACK (write_cb), self);
  keel_wrap_box_append (KEEL_WRAP_BOX (line), make_states (self));
  keel_wrap_box_append (KEEL_WRAP_BOX (line), GTK_WIDGET (self->write));
  gtk_box_append (self->box, line);
  gtk_box_append (self->box, make_words (self));
}

/* Whoever listens to a list of many such rows has to know which one this is. */
static void
name_states (KeelAttendanceRow *self)
{
  g_autoptr (GTimeZone) person = keel_session_get_zone (self->session);
  g_autofree char *date = keel_sentence_date (self->item->occurrence.start, person,
                                              keel_session_get_now (self->session));
  /* Translators: %1$s is a meeting, %2$s a date. */
  g_autofree char *name = g_strdup_printf (_ ("Were you at %1$s, %2$s?"), self->item->series->meeting->name,
                                           date);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->states), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
keel_attendance_row_new (KeelSession *session, KeelAgendaItem *item)
{
  KeelAttendanceRow *self = g_object_new (KEEL_TYPE_ATTENDANCE_ROW, NULL);

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  self->offer = keel_stage_offer_new (session, item->series->uuid, item->occurrence.original);
  gtk_box_append (self->box, self->offer);
  g_signal_connect_object (session, "attendance-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  name_states (self);
  refresh (self);
  return GTK_WIDGET (self);
}
