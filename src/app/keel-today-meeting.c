#include "config.h"

#include "keel-today-meeting.h"

#include <glib/gi18n-lib.h>

#include "keel-quiet-note.h"
#include "keel-today-invitation.h"
#include "keel-today-meeting-card.h"

struct _KeelTodayMeeting
{
  AdwBin parent_instance;

  KeelTodayMeetingCard *next;
  KeelQuietNote *none;
  GtkWidget *first;

  KeelSession *session;
  gboolean new_profile;
};

G_DEFINE_FINAL_TYPE (KeelTodayMeeting, keel_today_meeting, ADW_TYPE_BIN)

/* NULL: there is one, or it is said already how to come to one. */
static const char *
describe_none (KeelTodayMeeting *self, const KeelAgendaItem *next)
{
  if (next != NULL || self->new_profile)
    return NULL;
  return keel_session_get_series (self->session)->len == 0 ? _ ("You do not follow a meeting yet.")
                                                           : _ ("No meeting in the next two weeks.");
}

static void
keel_today_meeting_dispose (GObject *object)
{
  g_clear_object (&KEEL_TODAY_MEETING (object)->session);
  G_OBJECT_CLASS (keel_today_meeting_parent_class)->dispose (object);
}

static void
keel_today_meeting_class_init (KeelTodayMeetingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = keel_today_meeting_dispose;
}

static void
keel_today_meeting_init (KeelTodayMeeting *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  KeelTodayInvitation *first;

  self->next = keel_today_meeting_card_new ();
  self->none = g_object_new (KEEL_TYPE_QUIET_NOTE, NULL);
  self->first = keel_today_invitation_new (
      _ ("A meeting"), _ ("Add one that you know, or find one. Keel reminds you before it starts."));
  first = KEEL_TODAY_INVITATION (self->first);
  keel_today_invitation_add (first, _ ("Add a Meeting I Know"), "win.add-meeting");
  keel_today_invitation_add (first, _ ("Find a Meeting"), "win.find");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->next));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->none));
  gtk_box_append (GTK_BOX (box), self->first);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
keel_today_meeting_new (KeelSession *session)
{
  static const char *const changes[] = { "series-changed", "attendance-changed" };
  KeelTodayMeeting *self = g_object_new (KEEL_TYPE_TODAY_MEETING, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (session, changes[i], G_CALLBACK (keel_today_meeting_refresh), self,
                             G_CONNECT_SWAPPED);
  keel_today_meeting_refresh (self);
  return GTK_WIDGET (self);
}

void
keel_today_meeting_set_new_profile (KeelTodayMeeting *self, gboolean new_profile)
{
  self->new_profile = new_profile;
  keel_today_meeting_refresh (self);
}

void
keel_today_meeting_refresh (KeelTodayMeeting *self)
{
  g_autoptr (KeelAgendaItem) item = NULL;

  if (self->session == NULL || !keel_session_is_open (self->session))
    return;
  item = keel_today_find_next (self->session);
  gtk_widget_set_visible (GTK_WIDGET (self->next), item != NULL);
  gtk_widget_set_visible (self->first, item == NULL && self->new_profile);
  if (item != NULL)
    keel_today_meeting_card_show (self->next, self->session, item);
  keel_quiet_note_tell (self->none, describe_none (self, item));
}
