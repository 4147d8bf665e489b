#include "keel-days-colour.h"

#include <gtk/gtk.h>

#include "content/keel-day-sentences.h"

#include "keel-session-programs.h"

/* Of what no program gives anything for. */
#define OWN_COLOUR "#0D6E6E"
#define NO_PROGRAM "none"

static KeelMilestoneUnit
get_unit (KeelDayMarkUnit unit)
{
  switch (unit)
    {
    case KEEL_DAY_MARK_HOURS:
      return KEEL_MILESTONE_HOURS;
    case KEEL_DAY_MARK_MONTHS:
      return KEEL_MILESTONE_MONTHS;
    case KEEL_DAY_MARK_YEARS:
      return KEEL_MILESTONE_YEARS;
    case KEEL_DAY_MARK_DAYS:
    default:
      return KEEL_MILESTONE_DAYS;
    }
}

const KeelMilestone *
keel_days_colour_find_token (KeelSession *session, const char *scheme, KeelDayMarkUnit unit, guint count,
                             KeelMilestone *own, const KeelProgram **program)
{
  static char colour[] = OWN_COLOUR;
  KeelContent *content = keel_session_get_content (session);
  const KeelMilestone *token = keel_day_mark_find_token (content, scheme, unit, count, program);

  if (token != NULL)
    return token;
  *own = (KeelMilestone){ .unit = get_unit (unit), .count = count, .colour = colour };
  *program = keel_content_find_program (content, NO_PROGRAM);
  return own;
}

const char *
keel_days_colour_name (KeelSession *session, const char *scheme, KeelDayMarkUnit unit, guint count)
{
  KeelMilestone own;
  const KeelProgram *program = NULL;
  const KeelMilestone *token = keel_days_colour_find_token (session, scheme, unit, count, &own, &program);

  return program != NULL ? keel_session_get_milestone_colour (session, program, token) : token->colour;
}

KeelWheelColour
keel_days_colour_of (KeelSession *session, const char *scheme, KeelDayMarkUnit unit, guint count)
{
  GdkRGBA colour;

  if (!gdk_rgba_parse (&colour, keel_days_colour_name (session, scheme, unit, count)))
    gdk_rgba_parse (&colour, OWN_COLOUR);
  return (KeelWheelColour){ colour.red, colour.green, colour.blue };
}
