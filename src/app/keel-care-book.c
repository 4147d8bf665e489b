#include "keel-care-book.h"

#include "keel-minute-watch.h"

#define KEY "keel-care-book"

struct _KeelCareBook
{
  GObject parent_instance;

  KeelSession *session; /* not owned: it is what owns this */
  KeelCare *care;       /* nullable */
  KeelMinuteWatch *watch;
  gint64 today;
  guint reading; /* how many have begun; the last one counts */
};

G_DEFINE_FINAL_TYPE (KeelCareBook, keel_care_book, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
find_today (KeelCareBook *self)
{
  g_autoptr (GTimeZone) zone = keel_session_get_zone (self->session);

  return keel_local_time_get_days (keel_local_time_from_utc (keel_session_get_now (self->session), zone));
}

/* What cannot be read stays as it was; whoever changes something is told why that cannot be. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KeelCareBook) self = data;
  g_autoptr (GError) error = NULL;
  KeelCare *care = keel_session_read_care_finish (KEEL_SESSION (source), result, &error);

  self->reading--;
  if (care == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The plans cannot be read: %s", error->message);
      return;
    }
  g_clear_pointer (&self->care, keel_care_unref);
  self->care = care;
  self->today = find_today (self);
  if (self->reading == 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_again (KeelCareBook *self)
{
  if (!keel_session_is_open (self->session))
    return;
  self->reading++;
  keel_session_read_care_async (self->session, read_cb, g_object_ref (self));
}

static void
look_cb (KeelCareBook *self)
{
  gint64 today = find_today (self);

  keel_minute_watch_arm (self->watch, keel_session_get_now (self->session));
  if (today == self->today)
    return;
  self->today = today;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
keel_care_book_finalize (GObject *object)
{
  KeelCareBook *self = KEEL_CARE_BOOK (object);

  g_clear_pointer (&self->care, keel_care_unref);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (keel_care_book_parent_class)->finalize (object);
}

static void
keel_care_book_class_init (KeelCareBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = keel_care_book_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KEEL_TYPE_CARE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
keel_care_book_init (KeelCareBook *self)
{
  self->watch = keel_minute_watch_new ();
  g_signal_connect_object (self->watch, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
}

static KeelCareBook *
make (KeelSession *session)
{
  static const char *const changes[] = { "opened", "care-changed", "entries-changed", "people-changed",
                                         "plans-changed" };
  KeelCareBook *self = g_object_new (KEEL_TYPE_CARE_BOOK, NULL);

  self->session = session;
  self->today = find_today (self);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (session, changes[i], G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  keel_minute_watch_arm (self->watch, keel_session_get_now (session));
  read_again (self);
  return self;
}

KeelCareBook *
keel_care_book_get (KeelSession *session)
{
  KeelCareBook *self = g_object_get_data (G_OBJECT (session), KEY);

  if (self != NULL)
    return self;
  self = make (session);
  g_object_set_data_full (G_OBJECT (session), KEY, self, g_object_unref);
  return self;
}

const KeelCare *
keel_care_book_peek (KeelCareBook *self)
{
  return self->care;
}

gint64
keel_care_book_get_today (KeelCareBook *self)
{
  return self->today;
}

const KeelRiskDate *
keel_care_book_find_date (KeelCareBook *self, gint64 day)
{
  for (guint i = 0; self->care != NULL && i < self->care->dates->len; i++)
    {
      const KeelRiskDate *date = g_ptr_array_index (self->care->dates, i);

      if (keel_risk_date_is_on (date, day))
        return date;
    }
  return NULL;
}

const KeelPlan *
keel_care_find_plan (const KeelCare *care, const char *uuid)
{
  for (guint i = 0; uuid != NULL && i < care->plans->len; i++)
    {
      const KeelPlan *plan = g_ptr_array_index (care->plans, i);

      if (g_strcmp0 (plan->uuid, uuid) == 0)
        return plan;
    }
  return NULL;
}

const KeelPerson *
keel_care_find_person (const KeelCare *care, const char *uuid)
{
  for (guint i = 0; uuid != NULL && i < care->people->len; i++)
    {
      const KeelPerson *person = g_ptr_array_index (care->people, i);

      if (g_strcmp0 (person->uuid, uuid) == 0)
        return person;
    }
  return NULL;
}
