#include "config.h"

#include "keel-match-row.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"

#include "keel-choices.h"
#include "keel-meeting-facts.h"
#include "keel-program-mark.h"

#define EVERY_DAY 0x7f /* of KeelMatch.days */

struct _KeelMatchRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *time;
  GtkLabel *day;
  KeelProgramMark *mark;
  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *more;
  GtkLabel *rhythm;
  GtkLabel *sources;
  GtkWidget *followed;

  KeelMatch *match;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (KeelMatchRow, keel_match_row, GTK_TYPE_LIST_BOX_ROW)

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
describe_place (KeelMatch *match)
{
  KeelMeeting *meeting = match->meeting;
  g_autofree char *venue = keel_sentence_venue (meeting);
  g_autofree char *distance = match->distance_km >= 0 ? keel_sentence_distance (match->distance_km) : NULL;
  g_autofree char *host = meeting->conference_url != NULL ? keel_link_get_host (meeting->conference_url)
                                                          : NULL;
  GString *text = g_string_new (NULL);

  append_part (text, distance);
  append_part (text, meeting->location != NULL ? meeting->location : meeting->address);
  if (keel_meeting_is_online (meeting) || text->len == 0)
    append_part (text, venue);
  append_part (text, host);
  if (host == NULL && meeting->phone != NULL)
    append_part (text, _ ("By phone"));
  append_part (text, meeting->location == NULL && meeting->address == NULL ? NULL : meeting->region);
  return g_string_free (text, FALSE);
}

static const char *
describe_admission (KeelAdmission admission)
{
  switch (admission)
    {
    case KEEL_ADMISSION_OPEN:
      return C_ ("meeting", "Open");
    case KEEL_ADMISSION_CLOSED:
      return C_ ("meeting", "Closed");
    case KEEL_ADMISSION_UNKNOWN:
    default:
      return NULL;
    }
}

/* What the row is about: what is going on, else what comes next. */
static gint64
get_start (KeelMatch *match)
{
  return match->began_at > 0 ? match->began_at : match->next_start;
}

/* The meeting's own day and time, where they are not the person's. */
static char *
describe_their_time (KeelMatch *match, GTimeZone *person)
{
  KeelMeeting *meeting = match->meeting;
  gint64 start = get_start (match);
  g_autoptr (GTimeZone) theirs = NULL;
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;

  if (meeting->timezone == NULL || start == 0 || meeting->any_time)
    return NULL;
  theirs = g_time_zone_new_identifier (meeting->timezone);
  if (theirs == NULL || keel_local_time_from_utc (start, theirs) == keel_local_time_from_utc (start, person))
    return NULL;
  time = keel_sentence_clock_time (start, theirs);
  city = keel_sentence_zone (meeting->timezone);
  return g_strdup_printf (C_ ("time in a zone", "%s in %s"), time, city);
}

static char *
describe_more (KeelMatch *match, KeelSession *session, GTimeZone *person)
{
  KeelMeeting *meeting = match->meeting;
  const KeelProgram *program = keel_choices_find_program (keel_session_get_content (session),
                                                          meeting->program);
  g_autofree char *their_time = describe_their_time (match, person);
  g_autofree char *access = keel_meeting_facts_describe_access (meeting, keel_session_get_content (session));
  GString *text = g_string_new (NULL);

  append_part (text, their_time);
  append_part (text, describe_admission (meeting->admission));
  append_part (text, program != NULL ? program->short_name : NULL);
  append_part (text, access);
  return g_string_free (text, FALSE);
}

/* The same meeting may be in several lists. */
static char *
describe_sources (KeelMatch *match)
{
  g_autoptr (GString) lists = g_string_new (NULL);

  if (match->sources->len < 2)
    return g_strdup ("");
  for (guint i = 0; i < match->sources->len; i++)
    append_part (lists, ((KeelMatchSource *) match->sources->pdata[i])->list);
  /* Translators: several names of lists that have the same meeting, e.g. "In the lists Harbour · Bay" */
  return g_strdup_printf (_ ("In the lists %s"), lists->str);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static char *
make_sentence (KeelMatchRow *self)
{
  gboolean on = self->match->began_at > 0;
  GtkLabel *labels[] = { on ? self->time : self->day,
                         on ? self->day : self->time,
                         self->name,
                         self->place,
                         self->more,
                         self->rhythm,
                         self->sources };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *part = gtk_label_get_text (labels[i]);

      if (*part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }
  /* A listener would hear "middle dot". */
  g_string_replace (text, " · ", ", ", 0);
  g_string_replace (text, "\n", ", ", 0);
  return g_string_free (text, FALSE);
}

static void
keel_match_row_dispose (GObject *object)
{
  KeelMatchRow *self = KEEL_MATCH_ROW (object);

  g_clear_object (&self->match);
  g_clear_pointer (&self->sentence, g_free);
  G_OBJECT_CLASS (keel_match_row_parent_class)->dispose (object);
}

static void
keel_match_row_class_init (KeelMatchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = keel_match_row_dispose;

  g_type_ensure (KEEL_TYPE_PROGRAM_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/keel/Keel/keel-match-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, time);
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, day);
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, mark);
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, name);
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, place);
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, more);
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, rhythm);
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, sources);
  gtk_widget_class_bind_template_child (widget_class, KeelMatchRow, followed);
}

static void
keel_match_row_init (KeelMatchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Now", and until when. */
static void
show_now (KeelMatchRow *self, GTimeZone *person)
{
  KeelMeeting *meeting = self->match->meeting;
  g_autofree char *time = NULL;
  g_autofree char *until = NULL;

  time = keel_sentence_clock_time (self->match->began_at + (gint64) meeting->duration * 60, person);
  /* Translators: %s is a time: a meeting goes on until then */
  until = meeting->duration > 0 ? g_strdup_printf (_ ("until %s"), time) : g_strdup ("");
  show_text (self->time, _ ("Now"));
  show_text (self->day, until);
}

static void
show_next (KeelMatchRow *self, KeelSession *session, GTimeZone *person)
{
  g_autofree char *time = keel_sentence_clock_time (self->match->next_start, person);
  g_autofree char *day = keel_sentence_date (self->match->next_start, person, keel_session_get_now (session));

  show_text (self->time, time);
  show_text (self->day, day);
}

/* A room that is always open, or a whole day. */
static void
show_any_time (KeelMatchRow *self, KeelSession *session, GTimeZone *person)
{
  const KeelMatch *match = self->match;
  g_autofree char *day = NULL;
  g_autofree char *both = NULL;

  if (match->began_at > 0 || match->days == EVERY_DAY || match->next_start == 0)
    {
      show_text (self->time, match->began_at > 0 ? _ ("Now") : "");
      show_text (self->day, _ ("Any time"));
      return;
    }
  day = keel_sentence_date (match->next_start, person, keel_session_get_now (session));
  both = g_strdup_printf ("%s\n%s", day, _ ("Any time"));
  show_text (self->time, "");
  show_text (self->day, both);
}

static void
show_when (KeelMatchRow *self, KeelSession *session, GTimeZone *person)
{
  g_autofree char *day = keel_sentence_weekday (self->match->meeting->day);
  gboolean on = self->match->began_at > 0;

  if (self->match->meeting->any_time)
    show_any_time (self, session, person);
  else if (on)
    show_now (self, person);
  else if (self->match->next_start > 0)
    show_next (self, session, person);
  else
    {
      show_text (self->time, "");
      show_text (self->day, day);
    }
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self->time), "accent");
}

GtkWidget *
keel_match_row_new (KeelMatch *match, KeelSession *session)
{
  KeelMatchRow *self = g_object_new (KEEL_TYPE_MATCH_ROW, NULL);
  g_autoptr (GTimeZone) person = keel_session_get_zone (session);
  g_autofree char *place = describe_place (match);
  g_autofree char *more = describe_more (match, session, person);
  g_autofree char *sources = describe_sources (match);
  g_autofree char *rhythm = keel_meeting_facts_describe_rhythm (match->meeting, NULL);

  self->match = g_object_ref (match);
  show_when (self, session, person);
  keel_program_mark_show (self->mark, keel_choices_find_program (keel_session_get_content (session),
                                                                 match->meeting->program));
  show_text (self->name, match->meeting->name);
  show_text (self->place, place);
  show_text (self->more, more);
  show_text (self->rhythm, rhythm != NULL ? rhythm : "");
  show_text (self->sources, sources);
  self->sentence = make_sentence (self);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED);
  keel_match_row_show_followed (self, keel_session_find_followed (session, match->meeting) != NULL);
  return GTK_WIDGET (self);
}

KeelMatch *
keel_match_row_get_match (KeelMatchRow *self)
{
  return self->match;
}

void
keel_match_row_show_followed (KeelMatchRow *self, gboolean followed)
{
  g_autofree char *with_state = NULL;

  /* Translators: %s is a whole description of a meeting, for people who listen to it */
  with_state = followed ? g_strdup_printf (_ ("%s, you follow it"), self->sentence)
                        : g_strdup (self->sentence);
  gtk_widget_set_visible (self->followed, followed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, with_state, -1);
}
