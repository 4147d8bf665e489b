#include "config.h"

#include "keel-today-cards.h"

#include <glib/gi18n-lib.h>

#include "keel-check-in-form.h"
#include "keel-contact-card.h"
#include "keel-days-card.h"
#include "keel-goal-card.h"
#include "keel-medicine-card.h"
#include "keel-plans-card.h"
#include "keel-reasons-card.h"
#include "keel-reminder-notes.h"
#include "keel-risk-card.h"
#include "keel-session-settings.h"
#include "keel-session-welcome.h"
#include "keel-today-first.h"
#include "keel-today-invitation.h"
#include "keel-today-later.h"
#include "keel-today-meeting.h"
#include "keel-today-places.h"
#include "keel-today-strategy.h"
#include "keel-today-writing.h"

struct _KeelTodayCards
{
  GPtrArray *cards; /* of KeelTodayCard */
  KeelSession *session;

  KeelReminderNotes *reminders;
  KeelTodayMeeting *meeting;
  KeelTodayLater *later;
  GtkWidget *program;
  GtkWidget *first_coping;
  GtkWidget *first_help;
  KeelTodayWriting *review;
  KeelTodayWriting *writing;
};

/* What is next, how am I, what helps me stay. */
static const char *const usual[] = { "reminders", "meeting",    "first-coping", "first-help", "later",
                                     "risk",      "medicine",   "check-in",     "days",       "program",
                                     "review",    "plans",      "contact",      "places",     "reasons",
                                     "strategy",  "worksheets", "goals",        NULL };

static KeelTodayCard *
add (KeelTodayCards *self, const char *id, const char *title, GtkWidget *child)
{
  KeelTodayCard *card = g_object_ref_sink (keel_today_card_new (id, title, child));

  g_ptr_array_add (self->cards, card);
  return card;
}

static void
add_reminders (KeelTodayCards *self, KeelSession *session)
{
  KeelTodayCard *card;

  self->reminders = g_object_new (KEEL_TYPE_REMINDER_NOTES, NULL);
  keel_reminder_notes_set_brief (self->reminders);
  keel_reminder_notes_set_session (self->reminders, session);
  card = add (self, "reminders", _ ("Reminders"), GTK_WIDGET (self->reminders));
  keel_today_card_set_shows_title (card, FALSE);
  keel_today_card_set_framed (card, FALSE);
}

static void
add_meetings (KeelTodayCards *self, KeelSession *session)
{
  self->meeting = KEEL_TODAY_MEETING (keel_today_meeting_new (session));
  keel_today_card_set_shows_title (add (self, "meeting", _ ("Next meeting"), GTK_WIDGET (self->meeting)),
                                   FALSE);
  self->later = KEEL_TODAY_LATER (keel_today_later_new (session));
  /* Translators: the heading of the other meetings and appointments of today */
  add (self, "later", _ ("Also today"), GTK_WIDGET (self->later));
}

static void
add_first (KeelTodayCards *self)
{
  self->first_coping = keel_today_first_coping_new (self->session);
  /* Translators: the heading of a card for whoever is new: something that helps at once */
  keel_today_card_set_shows_title (add (self, "first-coping", _ ("Something that helps"), self->first_coping),
                                   FALSE);
  self->first_help = keel_today_first_help_new ();
  keel_today_card_set_shows_title (add (self, "first-help", _ ("Help now"), self->first_help), FALSE);
}

static void
add_program (KeelTodayCards *self)
{
  KeelTodayInvitation *invitation;

  self->program = keel_today_invitation_new (
      _ ("A program"),
      _ ("You can use Keel with any number of programs, or with none. See what there is, and "
         "what fits you."));
  invitation = KEEL_TODAY_INVITATION (self->program);
  keel_today_invitation_add (invitation, _ ("Choose Programs"), "win.programs");
  gtk_widget_set_visible (self->program, FALSE);
  keel_today_card_set_shows_title (add (self, "program", _ ("A program"), self->program), FALSE);
}

static void
add_writing (KeelTodayCards *self, KeelSession *session)
{
  KeelTodayCard *card;

  self->review = KEEL_TODAY_WRITING (keel_today_writing_new (session, KEEL_TODAY_REVIEW));
  /* Translators: the heading of a worksheet for the evening */
  card = add (self, "review", _ ("Look back on the day"), GTK_WIDGET (self->review));
  keel_today_card_set_framed (card, FALSE);
  keel_today_card_set_shows_title (card, FALSE);
  card = add (self, "places", _ ("Where I am"), keel_today_places_new (session));
  keel_today_card_set_framed (card, FALSE);
  self->writing = KEEL_TODAY_WRITING (keel_today_writing_new (session, KEEL_TODAY_EVERY_DAY));
  card = add (self, "worksheets", _ ("Worksheets"), GTK_WIDGET (self->writing));
  keel_today_card_set_framed (card, FALSE);
  keel_today_card_set_shows_title (card, FALSE);
}

static void
add_care (KeelTodayCards *self, KeelSession *session)
{
  /* Translators: the heading of a hard date that is near, and what the person planned for it */
  add (self, "risk", _ ("A day with a plan"), keel_risk_card_new (session));
  add (self, "medicine", _ ("Medicine plan"), keel_medicine_card_new (session));
  /* Translators: the heading of what the person wants to do every week */
  add (self, "goals", _ ("This week"), keel_goal_card_new (session));
}

static void
add_people (KeelTodayCards *self, KeelSession *session)
{
  add (self, "days", _ ("My days"), keel_days_card_new (session));
  /* Translators: the heading of if-then plans of today */
  add (self, "plans", _ ("What you planned"), keel_plans_card_new (session));
  add (self, "contact", _ ("People to call"), keel_contact_card_new (session));
}

void
keel_today_cards_suit (KeelTodayCards *self, KeelSession *session)
{
  gboolean families = keel_session_is_for_family_alone (session);

  keel_today_card_set_withheld (keel_today_cards_find (self, "medicine"), families);
  keel_today_card_set_title (keel_today_cards_find (self, "days"),
                             families ? _ ("My time in the group") : _ ("My days"));
  keel_today_card_set_title (keel_today_cards_find (self, "reasons"),
                             families ? _ ("What I want for my life") : _ ("My reasons"));
}

KeelTodayCards *
keel_today_cards_new (KeelSession *session)
{
  KeelTodayCards *self = g_new0 (KeelTodayCards, 1);

  self->session = g_object_ref (session);
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  add_reminders (self, session);
  add_meetings (self, session);
  add_care (self, session);
  add (self, "check-in", _ ("How is it right now?"), keel_check_in_form_new (session, FALSE));
  add_program (self);
  add_first (self);
  add_writing (self, session);
  add_people (self, session);
  add (self, "reasons", _ ("My reasons"), keel_reasons_card_new (session));
  /* Translators: the heading of the person's favorite cards of the coping library */
  add (self, "strategy", _ ("What helps me"), keel_today_strategy_new (session));
  keel_today_cards_suit (self, session);
  return self;
}

void
keel_today_cards_free (KeelTodayCards *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cards);
  g_object_unref (self->session);
  g_free (self);
}

const char *const *
keel_today_cards_get_usual (void)
{
  return usual;
}

KeelTodayCard *
keel_today_cards_find (KeelTodayCards *self, const char *id)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      KeelTodayCard *card = g_ptr_array_index (self->cards, i);

      if (g_strcmp0 (keel_today_card_get_id (card), id) == 0)
        return card;
    }
  return NULL;
}

/* These are there for everybody, also where nobody did anything yet. */
static gboolean
is_for_everybody (const char *id)
{
  static const char *const ids[] = { "reminders", "meeting", "first-coping", "first-help", "check-in",
                                     "program",   "review",  "worksheets",   NULL };

  return g_strv_contains (ids, id);
}

/* Whoever was just welcomed, follows no meeting and wrote nothing sees three cards. */
static gboolean
is_first (KeelTodayCards *self, const KeelToday *today)
{
  if (!keel_session_is_first_time (self->session) || today->any ||
      keel_session_get_series (self->session)->len > 0)
    return FALSE;
  for (guint i = 0; i < self->cards->len; i++)
    {
      KeelTodayCard *card = g_ptr_array_index (self->cards, i);

      if (!is_for_everybody (keel_today_card_get_id (card)) && keel_today_card_get_has_content (card))
        return FALSE;
    }
  return TRUE;
}

void
keel_today_cards_show (KeelTodayCards *self, const KeelToday *today, gboolean new_profile)
{
  gboolean first = is_first (self, today);
  gboolean welcomed = keel_session_get_welcome (self->session) == 0;

  new_profile = new_profile || first;
  keel_today_meeting_set_new_profile (self->meeting, new_profile);
  /* The welcome asked for it. */
  gtk_widget_set_visible (self->program, new_profile && !welcomed && !first);
  gtk_widget_set_visible (self->first_coping, first);
  gtk_widget_set_visible (self->first_help, first);
  keel_today_card_set_withheld (keel_today_cards_find (self, "check-in"), first);
  keel_today_writing_show (self->review, today, new_profile);
  keel_today_writing_show (self->writing, today, new_profile);
}

void
keel_today_cards_refresh (KeelTodayCards *self)
{
  keel_reminder_notes_refresh (self->reminders);
  keel_today_meeting_refresh (self->meeting);
  keel_today_later_refresh (self->later);
}
