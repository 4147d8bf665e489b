#include "keel-day-sentences.h"

#define GENERIC "generic"

static KeelDayMark
get_mark (const KeelMilestone *milestone)
{
  return (KeelDayMark){ (KeelDayMarkUnit) milestone->unit, milestone->count, milestone->every };
}

/* The program itself, or the one whose milestones it uses. NULL: it has none but Keel's. */
static const KeelProgram *
find_source (KeelContent *content, const char *scheme)
{
  const KeelProgram *program = scheme != NULL ? keel_content_find_program (content, scheme) : NULL;
  const KeelProgram *other;

  if (program == NULL || program->marks->len > 0 || g_strcmp0 (program->milestones, GENERIC) == 0)
    return program;
  other = program->milestones != NULL ? keel_content_find_program (content, program->milestones) : NULL;
  return other != NULL ? other : program;
}

static gboolean
uses_generic (const KeelProgram *source)
{
  return source == NULL || source->marks->len == 0 || g_strcmp0 (source->milestones, GENERIC) == 0;
}

GArray *
keel_day_marks_for (KeelContent *content, const char *scheme)
{
  const KeelProgram *source = find_source (content, scheme);
  GArray *marks;

  if (uses_generic (source))
    marks = keel_day_marks_new_generic ();
  else
    marks = g_array_new (FALSE, FALSE, sizeof (KeelDayMark));
  for (guint i = 0; source != NULL && i < source->marks->len; i++)
    {
      const KeelDayMark mark = get_mark (g_ptr_array_index (source->marks, i));
      gboolean there = FALSE;

      for (guint j = 0; !there && j < marks->len; j++)
        {
          const KeelDayMark *other = &g_array_index (marks, KeelDayMark, j);

          there = other->unit == mark.unit && other->count == mark.count;
        }
      if (!there)
        g_array_append_val (marks, mark);
    }
  return marks;
}

const KeelMilestone *
keel_day_mark_find_token (KeelContent *content, const char *scheme, KeelDayMarkUnit unit, guint count,
                          const KeelProgram **program)
{
  const KeelProgram *source = find_source (content, scheme);
  const KeelMilestone *found = NULL;

  for (guint i = 0; source != NULL && i < source->marks->len; i++)
    {
      const KeelMilestone *milestone = g_ptr_array_index (source->marks, i);
      gboolean again = milestone->every && count > milestone->count;

      if ((KeelDayMarkUnit) milestone->unit == unit &&
          (milestone->count == count || (again && found == NULL)))
        found = milestone;
    }
  if (program != NULL)
    *program = found != NULL ? source : NULL;
  return found;
}
