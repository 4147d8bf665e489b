#include "config.h"

#include "keel-series-card.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-chip-choice.h"
#include "keel-note-area.h"
#include "keel-series-mark.h"
#include "keel-series-remark.h"
#include "keel-series-words.h"
#include "keel-text-row.h"
#include "keel-window.h"

#define PAUSE_MS 700

struct _KeelSeriesCard
{
  AdwBin parent_instance;

  GtkWidget *rows;
  GtkSwitch *home_group;
  KeelTextRow *service;
  GtkWidget *leader_box;
  KeelChipChoice *leader;
  GtkWidget *kind_box;
  KeelChipChoice *kind;
  KeelChipChoice *colour;
  KeelNoteArea *note;
  GtkWidget *saved;

  KeelSession *session;
  KeelSeries *series;   /* both nullable */
  gboolean showing;     /* what changes is not the person's doing */
  KeelRemarks typed;    /* what was typed and is not on its way yet */
  guint n_on_their_way; /* texts */
  guint pause;          /* a source */
};

G_DEFINE_FINAL_TYPE (KeelSeriesCard, keel_series_card, ADW_TYPE_BIN)

/* --- What is typed --- */

typedef struct
{
  KeelSeriesCard *card;
  char *uuid;
  KeelRemarks which;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->card);
  g_free (saving->uuid);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* What could not be kept stays where it is, and is tried again with the next key. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  KeelSeriesCard *self = saving->card;
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelSeries) before = keel_session_dates_finish (KEEL_SESSION (source), result, &error);
  gboolean shown = self->series != NULL && strcmp (self->series->uuid, saving->uuid) == 0;
  g_autofree char *sentence = NULL;

  self->n_on_their_way--;
  if (before == NULL)
    {
      sentence = keel_sentence_for_error (error, NULL);
      keel_say (GTK_WIDGET (self), sentence);
      self->typed |= shown ? saving->which : 0;
    }
  if (shown && self->typed == 0)
    gtk_widget_set_visible (self->saved, TRUE);
}

static char *
dup_service (KeelSeriesCard *self)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->service))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
flush (KeelSeriesCard *self)
{
  g_autoptr (KeelSeries) wanted = NULL;
  Saving *saving;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->typed == 0 || self->series == NULL)
    return;
  wanted = keel_series_copy (self->series);
  g_free (wanted->note);
  wanted->note = keel_note_area_dup_text (self->note);
  g_free (wanted->service);
  wanted->service = dup_service (self);
  saving = g_new (Saving, 1);
  *saving = (Saving){ g_object_ref (self), g_strdup (self->series->uuid), self->typed };
  self->typed = 0;
  self->n_on_their_way++;
  keel_session_set_remarks_async (self->session, wanted, saving->which, saved_cb, saving);
}

static gboolean
pause_cb (gpointer data)
{
  KeelSeriesCard *self = data;

  self->pause = 0;
  flush (self);
  return G_SOURCE_REMOVE;
}

static void
note_typed (KeelSeriesCard *self, KeelRemarks what)
{
  if (self->showing)
    return;
  self->typed |= what;
  gtk_widget_set_visible (self->saved, FALSE);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/* Whoever goes on to a button may stop following or open the form with it. */
static void
left_cb (KeelSeriesCard *self)
{
  flush (self);
}

static void
service_typed_cb (KeelSeriesCard *self)
{
  note_typed (self, KEEL_REMARK_SERVICE);
}

static void
note_written_cb (KeelSeriesCard *self)
{
  note_typed (self, KEEL_REMARK_NOTE);
}

/* --- What is chosen --- */

static void
put (KeelSeriesCard *self, KeelSeries *wanted, KeelRemarks which, const char *what)
{
  /* Translators: %1$s is a meeting, %2$s what was chosen for it: "Blue", "A peer". */
  g_autofree char *sentence = g_strdup_printf (C_ ("meeting: choice", "%1$s: %2$s."), wanted->meeting->name,
                                               what);

  flush (self);
  keel_series_remark_put (GTK_WIDGET (self), self->session, wanted, which, sentence);
}

static void
home_group_cb (KeelSeriesCard *self)
{
  g_autoptr (KeelSeries) wanted = NULL;

  if (self->showing)
    return;
  wanted = keel_series_copy (self->series);
  wanted->home_group = gtk_switch_get_active (self->home_group);
  put (self, wanted, KEEL_REMARK_HOME_GROUP,
       wanted->home_group ? _ ("my home group") : _ ("not my home group"));
}

static void
leader_chosen_cb (KeelChipChoice *choice, const char *id, KeelSeriesCard *self)
{
  g_autoptr (KeelSeries) wanted = keel_series_copy (self->series);

  wanted->led_by = atoi (id);
  put (self, wanted, KEEL_REMARK_LEADER, keel_series_words_leader (wanted->led_by));
}

static void
kind_chosen_cb (KeelChipChoice *choice, const char *id, KeelSeriesCard *self)
{
  g_autoptr (KeelSeries) wanted = keel_series_copy (self->series);

  wanted->kind = atoi (id);
  put (self, wanted, KEEL_REMARK_KIND, keel_series_words_kind (wanted->kind));
}

static void
colour_chosen_cb (KeelChipChoice *choice, const char *id, KeelSeriesCard *self)
{
  g_autoptr (KeelSeries) wanted = keel_series_copy (self->series);

  wanted->colour = atoi (id);
  put (self, wanted, KEEL_REMARK_COLOUR, keel_series_words_colour (wanted->colour));
}

/* --- The widget --- */

static void
keel_series_card_unmap (GtkWidget *widget)
{
  flush (KEEL_SERIES_CARD (widget));
  GTK_WIDGET_CLASS (keel_series_card_parent_class)->unmap (widget);
}

static void
keel_series_card_dispose (GObject *object)
{
  KeelSeriesCard *self = KEEL_SERIES_CARD (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->series);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (keel_series_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, rows);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, home_group);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, service);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, leader_box);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, leader);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, kind_box);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, kind);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, colour);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, note);
  gtk_widget_class_bind_template_child (widget_class, KeelSeriesCard, saved);
  gtk_widget_class_bind_template_callback (widget_class, home_group_cb);
  gtk_widget_class_bind_template_callback (widget_class, service_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, leader_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_chosen_cb);
}

static void
keel_series_card_class_init (KeelSeriesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_series_card_dispose;
  widget_class->unmap = keel_series_card_unmap;

  g_type_ensure (KEEL_TYPE_CHIP_CHOICE);
  g_type_ensure (KEEL_TYPE_NOTE_AREA);
  g_type_ensure (KEEL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-series-card.ui");
  bind_children (widget_class);
}

static void
add_number (KeelChipChoice *choice, int number, const char *label, const GdkRGBA *colour)
{
  g_autofree char *id = g_strdup_printf ("%d", number);

  if (colour != NULL)
    keel_chip_choice_add_coloured (choice, id, label, colour);
  else
    keel_chip_choice_add (choice, id, label);
}

static void
select_number (KeelChipChoice *choice, int number)
{
  g_autofree char *id = g_strdup_printf ("%d", number);

  keel_chip_choice_select (choice, id);
}

static void
keel_series_card_init (KeelSeriesCard *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  for (int leader = KEEL_LEADER_UNKNOWN; leader <= KEEL_LEADER_CLINICIAN; leader++)
    add_number (self->leader, leader, keel_series_words_leader (leader), NULL);
  for (int kind = KEEL_SERIES_THERAPY; kind <= KEEL_SERIES_OTHER; kind++)
    add_number (self->kind, kind, keel_series_words_kind (kind), NULL);
  keel_note_area_set_title (self->note, _ ("A private note"), NULL);
}

/* Once the first series is known, since its mark knows the palette. */
static void
add_colours (KeelSeriesCard *self, KeelSeries *series)
{
  g_autoptr (KeelSeries) painted = keel_series_copy (series);
  KeelSeriesMark mark;

  if (keel_chip_choice_has (self->colour, "0"))
    return;
  add_number (self->colour, KEEL_SERIES_OWN_COLOUR, keel_series_words_colour (KEEL_SERIES_OWN_COLOUR), NULL);
  for (int colour = 0; colour < KEEL_SERIES_COLOURS; colour++)
    {
      painted->colour = colour;
      keel_series_mark_read (&mark, keel_session_get_content (self->session), painted);
      add_number (self->colour, colour, keel_series_words_colour (colour), &mark.colour);
    }
}

/* Not while the person writes: what they see is newer. */
static void
show_texts (KeelSeriesCard *self, gboolean other)
{
  g_autofree char *note = keel_note_area_dup_text (self->note);
  g_autofree char *service = dup_service (self);

  if (!other && (self->typed != 0 || self->n_on_their_way > 0))
    return;
  if (g_strcmp0 (note, self->series->note) != 0)
    keel_note_area_set_text (self->note, self->series->note);
  if (g_strcmp0 (service, self->series->service) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->service),
                           self->series->service != NULL ? self->series->service : "");
  if (other)
    gtk_widget_set_visible (self->saved, FALSE);
}

static void
show_choices (KeelSeriesCard *self)
{
  gboolean appointment = keel_series_is_appointment (self->series);

  gtk_widget_set_visible (self->rows, !appointment);
  gtk_widget_set_visible (self->leader_box, !appointment);
  gtk_widget_set_visible (self->kind_box, appointment);
  gtk_switch_set_active (self->home_group, self->series->home_group);
  select_number (self->leader, self->series->led_by);
  select_number (self->kind, self->series->kind);
  select_number (self->colour, self->series->colour);
}

void
keel_series_card_show (KeelSeriesCard *self, KeelSession *session, KeelSeries *series)
{
  gboolean other = series != NULL && (self->series == NULL || strcmp (self->series->uuid, series->uuid) != 0);

  if (other || series == NULL)
    flush (self);
  gtk_widget_set_visible (GTK_WIDGET (self), series != NULL);
  if (self->session == NULL)
    /* Before the profile is closed there is still time to keep what was typed. */
    g_signal_connect_object (session, "ending", G_CALLBACK (flush), self, G_CONNECT_SWAPPED);
  g_set_object (&self->session, session);
  g_set_object (&self->series, series);
  if (series == NULL)
    return;
  self->showing = TRUE;
  add_colours (self, series);
  show_choices (self);
  show_texts (self, other);
  self->showing = FALSE;
}
