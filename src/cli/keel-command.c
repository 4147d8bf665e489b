#include "keel-command.h"

#include <glib/gi18n-lib.h>

/* Translators: in the usage lines, words in capitals stand for what a person types and may be
 * translated; commands, options and single words such as "show" may not. */
/* clang-format off */
const KeelCommand keel_commands[] = {
  { "import", keel_import_command_run,
    N_ ("FILE|ADDRESS… [--program CODE] [--timezone ZONE] [--list NAME] [--formats FILE] [--dry-run]"),
    N_ ("Read lists of meetings from files or addresses") },
  { "lists", keel_lists_command_run,
    N_ ("[show [NAME]|refresh [NAME]|changes [--take ID|--keep ID]|remove NAME]"),
    N_ ("Show the lists that were imported, bring them up to date, or remove one") },
  { "places", keel_places_command_run,
    N_ ("[--program CODE] [--region COUNTRY]"),
    N_ ("Show where programs tell of their meetings, and who else may know") },
  { "help-lines", keel_help_lines_command_run,
    N_ ("[--country COUNTRY] [--kind KIND]"),
    N_ ("Show whom one can call: the emergency number and help lines") },
  { "search", keel_search_command_run,
    N_ ("[WORDS…] [--program CODE] [--day DAY]… [--part PART]… [--soon] [--now] [--type TYPE]… [--spoken LANGUAGE] "
        "[--open] [--access NEED]… [--online|--in-person] [--near TOWN|LAT,LON] [--within KM] [--order ORDER] "
        "[--limit N] [--counts]"),
    N_ ("Find meetings in the imported lists") },
  { "follow", keel_follow_command_run,
    N_ ("ID|--new NAME --start LOCAL --zone ZONE [--rrule RULE] [--duration MINUTES] [--link URL] [--place TEXT] "
       "[--remind MINUTES]… [--reminder-text TEXT] [--open-reminder|--no-open-reminder] [--silent|--sound] "
       "[--important|--no-important] [--travel MINUTES] [--kind KIND] [--home-group|--no-home-group] [--note TEXT]"),
    N_ ("Put a meeting into your calendar and be reminded of it") },
  { "unfollow", keel_unfollow_command_run,
    N_ ("ID"),
    N_ ("Take a meeting out of your calendar") },
  { "move", keel_move_command_run,
    N_ ("ID DATE NEW [--duration MINUTES]|ID DATE --undo"),
    N_ ("Move one date of a meeting that you follow") },
  { "cancel", keel_cancel_command_run,
    N_ ("ID DATE [--undo]"),
    N_ ("Note that one date of a meeting does not take place") },
  { "attend", keel_attend_command_run,
    N_ ("ID DATE went|not|left [--heard TEXT] [--note TEXT]|ID DATE --undo"),
    N_ ("Note how it was: went, not this time, or left early") },
  { "agenda", keel_agenda_command_run,
    N_ ("[--from DATE] [--days N]"),
    N_ ("Show what the coming days hold") },
  { "next", keel_next_command_run,
    NULL,
    N_ ("Show what comes next") },
  { "worksheets", keel_worksheets_command_run,
    NULL,
    N_ ("Show the worksheets") },
  { "strategies", keel_strategies_command_run,
    N_ ("[show ID] [--for TAG]"),
    N_ ("Show what one can do when it is hard") },
  { "readings", keel_readings_command_run,
    N_ ("[show ID]"),
    N_ ("Show the small pages to read for families") },
  { "urges", keel_urges_command_run,
    N_ ("[list]|add --strength N [--after N] [--tags TAGS] [--strategy ID] [--note TEXT]"),
    N_ ("Show the urges that you wrote down, or write one down") },
  { "check-in", keel_check_in_command_run,
    N_ ("[list]|add [--mood N] [--craving N] [--energy N] [--sleep HOURS] [--word TEXT]"),
    N_ ("Show how it was, or put down how it is now") },
  { "days", keel_days_command_run,
    N_ ("[list]|start DATE [--name NAME] [--mode MODE] [--day-one] [--program CODE] [--goal GOAL]|"
       "lapse [ID] [--date DATE] [--choice CHOICE] [--note TEXT]|remove ID|restore ID"),
    N_ ("Show the days that you count, start to count some, or put down a lapse") },
  { "people", keel_people_command_run,
    N_ ("[list]|add NAME [--kind KIND] [--number NUMBER] [--every DAYS] [--next DATE]|"
       "contact NAME [--how HOW] [--topic TEXT] [--to-do TEXT] [--note TEXT] [--next DATE]"),
    N_ ("Show the people of your recovery, add one, or put down that you were in touch") },
  { "medicine", keel_medicine_command_run,
    N_ ("[list]|mark ID taken|not-taken|not-due|none [--date DATE]"),
    N_ ("Show your medicine plan, or note what became of a day") },
  { "entries", keel_entries_command_run,
    N_ ("[show ID|print ID FILE.pdf] [--format FORMAT] [--fields FIELDS] [--initials]"),
    N_ ("Show what you wrote, or write it into a file to be printed") },
  { "summary", keel_summary_command_run,
    N_ ("FILE.pdf|FILE.csv [--span SPAN] [--parts PARTS] [--each] [--name]"),
    N_ ("Write how it has gone into a file to hand over") },
  { "export", keel_export_command_run,
    N_ ("FILE.ics|FILE.csv|FILE.json [--what meetings] [--discreet]"),
    N_ ("Write what you follow into a file for other programs") },
  { "profile", keel_profile_command_run,
    N_ ("[list|create NAME [--pages member|family|both]|protect|unprotect|passphrase|recovery-code [--remove]|"
       "remove NAME [--confirm NAME]]"),
    N_ ("Show, make, protect or remove the profiles of the people who use this computer") },
  { "demo", keel_demo_command_run,
    N_ ("[create|remove] [--pages member|family|both]"),
    N_ ("Make or remove a profile of made-up data to look around in") },
  { "programs", keel_programs_command_run,
    N_ ("[show|choose CODE…|drop CODE…]"),
    N_ ("Show the programs that there are, and say which are yours") },
  { "reminders", keel_reminders_command_run,
    N_ ("[status|log [--limit N]|test|quiet [FROM-TO|off]|sound [on|off]|ask [on|off]|autostart [on|off]]"),
    N_ ("Show whether reminders work and what became of them, try one, or say how they come") },
  { NULL, NULL, NULL, NULL },
};
/* clang-format on */

const KeelCommand *
keel_command_find (const char *name)
{
  const KeelCommand *command;

  for (command = keel_commands; command->name != NULL; command++)
    {
      if (g_str_equal (command->name, name))
        return command;
    }
  return NULL;
}
