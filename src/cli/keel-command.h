#pragma once

#include "keel-invocation.h"

G_BEGIN_DECLS

typedef enum
{
  KEEL_EXIT_DONE = 0,
  KEEL_EXIT_COULD_NOT = 1,
  KEEL_EXIT_WRONG_USAGE = 2,
} KeelExit;

/* Takes what stands after the command's name; @arguments[0] is the program. */
typedef KeelExit (*KeelCommandFunc) (KeelInvocation *invocation, char ***arguments);

struct _KeelCommand
{
  const char *name;
  KeelCommandFunc run;
  const char *usage;   /* what follows the name; translated where it is shown; nullable */
  const char *summary; /* one line; translated where it is shown */
};

/* The table of all commands; ends with one without a name. */
extern const KeelCommand keel_commands[];

const KeelCommand *keel_command_find (const char *name); /* nullable */

KeelExit keel_import_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_lists_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_places_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_help_lines_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_search_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_follow_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_unfollow_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_move_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_cancel_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_attend_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_agenda_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_next_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_worksheets_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_urges_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_medicine_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_check_in_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_days_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_people_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_entries_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_export_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_profile_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_demo_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_programs_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_readings_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_strategies_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_summary_command_run (KeelInvocation *invocation, char ***arguments);
KeelExit keel_reminders_command_run (KeelInvocation *invocation, char ***arguments);

G_END_DECLS
