#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-person-sentences.h"
#include "core/keel-local-time.h"
#include "core/keel-series.h"
#include "keel-json-output.h"
#include "keel-option-words.h"
#include "store/keel-journal-people.h"
#include "store/keel-profile-contacts.h"
#include "store/keel-profile-people.h"

/* What stands behind the command. */
typedef struct
{
  char *kind;
  char *number;
  int every;
  char *next;
  char *how;
  char *topic;
  char *to_do;
  char *note;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->kind);
  g_free (options->number);
  g_free (options->next);
  g_free (options->how);
  g_free (options->topic);
  g_free (options->to_do);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What was understood of them. */
typedef struct
{
  KeelPersonKind kind;
  KeelContactHow how;
  gint64 next; /* KEEL_PERSON_NO_DAY */
} Wish;

static KeelJournal *
get_journal (KeelInvocation *invocation)
{
  return keel_profile_get_journal (invocation->profile);
}

static void
add_day (JsonBuilder *builder, const char *name, gint64 day)
{
  g_autofree char *text = NULL;
  int year, month, day_of_month;

  if (day != KEEL_PERSON_NO_DAY)
    {
      keel_civil_from_days (day, &year, &month, &day_of_month);
      text = g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
    }
  keel_json_add_text (builder, name, text);
}

static gint64
find_next (const KeelPerson *person, const KeelContact *last)
{
  return keel_contact_find_next (person, last != NULL ? keel_contact_get_day (last) : KEEL_PERSON_NO_DAY);
}

static void
add_person (JsonBuilder *builder, const KeelPerson *person, const KeelContact *last)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", person->uuid);
  keel_json_add_text (builder, "name", person->name);
  keel_json_add_text (builder, "kind", keel_person_kind_words[person->kind]);
  keel_json_add_text (builder, "role", person->role);
  keel_json_add_text (builder, "number", person->number);
  keel_json_add_number (builder, "rhythm", person->rhythm);
  add_day (builder, "last", last != NULL ? keel_contact_get_day (last) : KEEL_PERSON_NO_DAY);
  add_day (builder, "next", find_next (person, last));
  json_builder_end_object (builder);
}

static void
print_person (KeelInvocation *invocation, const KeelPerson *person, const KeelContact *last)
{
  g_autoptr (GTimeZone) zone = keel_invocation_get_zone (invocation);
  gint64 today = keel_local_time_get_days (
      keel_local_time_from_utc (keel_invocation_get_now (invocation), zone));
  g_autofree char *role = keel_sentence_person_role (person);
  g_autofree char *next = keel_sentence_next_contact (find_next (person, last), today);
  g_autofree char *was = keel_sentence_last_contact (last, today);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *line = NULL;

  g_ptr_array_add (parts, person->name);
  if (role != NULL)
    g_ptr_array_add (parts, role);
  if (next != NULL)
    g_ptr_array_add (parts, next);
  g_ptr_array_add (parts, was);
  g_ptr_array_add (parts, NULL);
  line = g_strjoinv (" · ", (char **) parts->pdata);
  keel_invocation_print (invocation, "%s", line);
}

/* As JSON into @builder, or as a line. */
static gboolean
show_person (KeelInvocation *invocation, JsonBuilder *builder, const KeelPerson *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelContact) last = keel_journal_find_last_contact (get_journal (invocation), person->uuid,
                                                                 &error);

  if (error != NULL)
    {
      keel_invocation_fail (invocation, error, NULL);
      return FALSE;
    }
  if (invocation->json)
    add_person (builder, person, last);
  else
    print_person (invocation, person, last);
  return TRUE;
}

static KeelExit
list (KeelInvocation *invocation)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = keel_journal_get_people (get_journal (invocation), &error);

  if (people == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    {
      if (!show_person (invocation, builder, people->pdata[i]))
        return invocation->status;
    }
  json_builder_end_array (builder);
  if (invocation->json)
    keel_json_print (builder);
  else if (people->len == 0)
    keel_invocation_print (invocation, "%s", _ ("Nobody is in your list yet."));
  return KEEL_EXIT_DONE;
}

static KeelExit
show_one (KeelInvocation *invocation, const char *uuid)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KeelPerson) person = keel_journal_find_person (get_journal (invocation), uuid, &error);

  if (person == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  if (!show_person (invocation, builder, person))
    return invocation->status;
  if (invocation->json)
    keel_json_print (builder);
  return KEEL_EXIT_DONE;
}

static KeelExit
add (KeelInvocation *invocation, const char *name, const Options *options, const Wish *wish)
{
  g_autoptr (KeelPerson) person = keel_person_new (name);
  g_autoptr (GError) error = NULL;

  person->kind = wish->kind;
  person->number = g_strdup (options->number);
  person->rhythm = (guint) options->every;
  person->next = wish->next;
  if (!keel_profile_set_person (invocation->profile, person, &error))
    return keel_invocation_fail (invocation, error, NULL);
  if (keel_person_name_says_more (name))
    keel_invocation_warn (
        invocation, "%s",
        _ ("A first name and an initial are enough. Others may see this screen, and who you "
           "know is their secret, too."));
  return show_one (invocation, person->uuid);
}

/* By UUID or by name. NULL where there is none or more than one; says so. */
static KeelPerson *
find_person (KeelInvocation *invocation, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = keel_journal_get_people (get_journal (invocation), &error);
  const KeelPerson *found = NULL;
  guint n = 0;

  if (people == NULL)
    {
      keel_invocation_fail (invocation, error, NULL);
      return NULL;
    }
  for (guint i = 0; i < people->len; i++)
    {
      const KeelPerson *person = people->pdata[i];

      if (!g_str_equal (person->uuid, words) && !g_str_equal (person->name, words))
        continue;
      found = person;
      n++;
    }
  if (n == 1)
    return keel_person_copy (found);
  if (n == 0)
    keel_invocation_give_up (invocation, _ ("“%s” is nobody in your list. “keelctl people” shows who is."),
                             words);
  else
    keel_invocation_give_up (invocation, _ ("More than one person is called “%s”. Take the ID."), words);
  return NULL;
}

static KeelExit
put_down (KeelInvocation *invocation, const char *words, const Options *options, const Wish *wish)
{
  g_autoptr (KeelPerson) person = find_person (invocation, words);
  g_autoptr (KeelContact) contact = NULL;
  g_autoptr (GError) error = NULL;
  KeelNextContact next = { wish->next != KEEL_PERSON_NO_DAY, wish->next };

  if (person == NULL)
    return invocation->status;
  contact = keel_contact_new (person->uuid, wish->how);
  contact->topic = g_strdup (options->topic);
  contact->to_do = g_strdup (options->to_do);
  contact->note = g_strdup (options->note);
  if (!keel_profile_set_contact (invocation->profile, contact, &next, NULL, &error))
    return keel_invocation_fail (invocation, error, NULL);
  return show_one (invocation, person->uuid);
}

static gboolean
read_wish (KeelInvocation *invocation, const Options *options, Wish *wish)
{
  gint64 next = KEEL_PERSON_NO_DAY;
  int kind = KEEL_PERSON_OTHER;
  int how = KEEL_CONTACT_CALL;

  if (!keel_invocation_read_word (invocation, keel_person_kind_words, options->kind, &kind) ||
      !keel_invocation_read_word (invocation, keel_contact_how_words, options->how, &how))
    return FALSE;
  if (options->every < 0 || options->every > KEEL_PERSON_RHYTHM_MAX)
    {
      keel_invocation_refuse (invocation, _ ("Write a number of days from 1 to %d."), KEEL_PERSON_RHYTHM_MAX);
      return FALSE;
    }
  if (options->next != NULL && !keel_invocation_read_day (invocation, options->next, &next))
    return FALSE;
  *wish = (Wish){ (KeelPersonKind) kind, (KeelContactHow) how, next };
  return TRUE;
}

/* An option that says nothing of what is asked for is a mistake. */
static gboolean
goes_together (const char *what, const Options *options)
{
  gboolean of_person = options->kind != NULL || options->number != NULL || options->every != 0;
  gboolean of_contact = options->how != NULL || options->topic != NULL || options->to_do != NULL ||
                        options->note != NULL;

  if (g_str_equal (what, "add"))
    return !of_contact;
  if (g_str_equal (what, "contact"))
    return !of_person;
  return g_str_equal (what, "list") && !of_person && !of_contact && options->next == NULL;
}

static gboolean
parse (KeelInvocation *invocation, Options *options, char ***arguments, int *status)
{
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind, N_ ("What they are for you: sponsor, peer …"),
      N_ ("KIND") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options->number, N_ ("Their phone number"), N_ ("NUMBER") },
    { "every", 0, 0, G_OPTION_ARG_INT, &options->every, N_ ("Days from one contact to the next"), "N" },
    { "next", 0, 0, G_OPTION_ARG_STRING, &options->next, N_ ("The day of the next contact"), N_ ("DATE") },
    { "how", 0, 0, G_OPTION_ARG_STRING, &options->how, N_ ("What it was: call, text, meeting or visit"),
      N_ ("HOW") },
    { "topic", 0, 0, G_OPTION_ARG_STRING, &options->topic, N_ ("What you brought"), N_ ("TEXT") },
    { "to-do", 0, 0, G_OPTION_ARG_STRING, &options->to_do, N_ ("What you said you would do"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options->note, N_ ("A note about yourself"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  return keel_invocation_parse (invocation, entries, arguments, status);
}

KeelExit
keel_people_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (Options) options = { 0 };
  const char *what;
  Wish wish;
  int status;
  guint n;

  if (!parse (invocation, &options, arguments, &status))
    return status;
  n = g_strv_length (*arguments);
  what = n > 1 ? (*arguments)[1] : "list";
  if (!goes_together (what, &options) || n > 3 || (n == 3) == g_str_equal (what, "list"))
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("“people” takes nothing, “list”, “add” and a name, or “contact” and a "
                                      "name."));
  if (!read_wish (invocation, &options, &wish))
    return KEEL_EXIT_WRONG_USAGE;
  if (keel_invocation_open_profile (invocation) == NULL)
    return invocation->status;
  if (n < 3)
    return list (invocation);
  return g_str_equal (what, "add") ? add (invocation, (*arguments)[2], &options, &wish)
                                   : put_down (invocation, (*arguments)[2], &options, &wish);
}
