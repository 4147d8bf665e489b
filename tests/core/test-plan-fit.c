/* Where a plan is shown. */

#include "core/keel-plan-fit.h"

#define SERIES "11111111-2222-4333-8444-555555555555"

typedef struct
{
  KeelPlanBind bind;
  const char *target;
  const char *name, *location, *address; /* of a meeting */
  gboolean fits;
} MeetingRow;

static const MeetingRow meetings[] = {
  { KEEL_PLAN_MEETING, SERIES, "Candlelight", NULL, NULL, TRUE },
  { KEEL_PLAN_MEETING, "66666666-2222-4333-8444-555555555555", "Candlelight", NULL, NULL, FALSE },
  { KEEL_PLAN_MEETING, "candlelight", "Candlelight Group", NULL, NULL, TRUE },
  { KEEL_PLAN_MEETING, "candle", "Candlelight Group", NULL, NULL, FALSE },
  { KEEL_PLAN_MEETING, "St Mark's Hall", "Candlelight", "St Mark's Hall", NULL, FALSE },
  { KEEL_PLAN_PLACE, "st mark's hall", "Candlelight", "St Mark's Hall, upstairs", NULL, TRUE },
  { KEEL_PLAN_PLACE, "Café Éléphant", "Candlelight", "cafe  elephant", NULL, TRUE },
  { KEEL_PLAN_PLACE, "Elm Street", "Candlelight", NULL, "12 Elm Street, Exampletown", TRUE },
  { KEEL_PLAN_PLACE, "Elm", "Candlelight", "Helmet Factory", "12 Elmwood Road", FALSE },
  { KEEL_PLAN_PLACE, "Elm", "Candlelight", "Helm, the Elm", NULL, TRUE },
  { KEEL_PLAN_PLACE, "at", "Candlelight", "House at the park", NULL, FALSE },
  { KEEL_PLAN_PLACE, "Candlelight", "Candlelight", NULL, NULL, FALSE },
  { KEEL_PLAN_PLACE, "the kitchen", "Candlelight", NULL, NULL, FALSE },
  { KEEL_PLAN_PERSON, "Candlelight", "Candlelight", "Candlelight", NULL, FALSE },
  { KEEL_PLAN_FREE, NULL, "Candlelight", NULL, NULL, FALSE },
};

static void
test_meetings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      const MeetingRow *row = &meetings[i];
      g_autoptr (KeelPlan) plan = keel_plan_new ("it is payday", "leave");
      g_autoptr (KeelMeeting) meeting = keel_meeting_new ();

      plan->bind = row->bind;
      plan->target = g_strdup (row->target);
      g_free (meeting->name);
      meeting->name = g_strdup (row->name);
      meeting->location = g_strdup (row->location);
      meeting->address = g_strdup (row->address);
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, row->target != NULL ? row->target : "none");
      g_assert_cmpint (keel_plan_fits_meeting (plan, SERIES, meeting), ==, row->fits);
    }
}

/* What is not followed has no UUID: its name is all there is. */
static void
test_not_followed (void)
{
  g_autoptr (KeelPlan) plan = keel_plan_new ("it is payday", "leave");
  g_autoptr (KeelMeeting) meeting = keel_meeting_new ();

  plan->bind = KEEL_PLAN_MEETING;
  plan->target = g_strdup (SERIES);
  g_free (meeting->name);
  meeting->name = g_strdup ("Candlelight");
  g_assert_false (keel_plan_fits_meeting (plan, NULL, meeting));
}

typedef struct
{
  KeelPlanBind bind;
  const char *target;
  const char *name;
  gboolean fits;
} PersonRow;

static const PersonRow people[] = {
  { KEEL_PLAN_PERSON, SERIES, "Alex K.", TRUE },
  { KEEL_PLAN_PERSON, "66666666-2222-4333-8444-555555555555", "Alex K.", FALSE },
  { KEEL_PLAN_PERSON, "alex", "Alex K.", TRUE },
  { KEEL_PLAN_PERSON, "Alexander", "Alex K.", FALSE },
  { KEEL_PLAN_PERSON, "my cousin Alex K. from work", "Alex K.", TRUE },
  { KEEL_PLAN_PERSON, "Jo", "Jo", TRUE },
  { KEEL_PLAN_PERSON, "Jo", "Jordan", FALSE },
  { KEEL_PLAN_PLACE, "alex", "Alex K.", FALSE },
};

static void
test_people (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (KeelPlan) plan = keel_plan_new ("it is payday", "leave");
      KeelPerson person = { .uuid = (char *) SERIES, .name = (char *) people[i].name };

      plan->bind = people[i].bind;
      plan->target = g_strdup (people[i].target);
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, people[i].target);
      g_assert_cmpint (keel_plan_fits_person (plan, &person), ==, people[i].fits);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-fit/meetings", test_meetings);
  g_test_add_func ("/plan-fit/not-followed", test_not_followed);
  g_test_add_func ("/plan-fit/people", test_people);
  return g_test_run ();
}
