#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-json-output.h"
#include "keel-profile-protection.h"
#include "store/keel-secret.h"
#include "keel-terminal.h"

typedef struct
{
  char *name;  /* what stands after the action; NULL: nothing */
  char *pages; /* these three are options; NULL: not given */
  char *confirm;
  gboolean remove;
} ProfileRequest;

typedef struct
{
  const char *name;
  KeelExit (*run) (KeelInvocation *invocation, const ProfileRequest *request);
  gboolean takes_name;
} ProfileAction;

static void
clear_request (ProfileRequest *request)
{
  g_free (request->name);
  g_free (request->pages);
  g_free (request->confirm);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProfileRequest, clear_request)

static const char *
describe_pages (KeelPageGroups pages)
{
  if (pages == KEEL_PAGES_FAMILY)
    /* Translators: for whom a profile has pages. */
    return C_ ("pages", "family");
  /* Translators: for whom a profile has pages. */
  return pages == KEEL_PAGES_MEMBER ? C_ ("pages", "member") : C_ ("pages", "member and family");
}

static void
print_card (KeelInvocation *invocation, const KeelProfileCard *card)
{
  keel_invocation_print (invocation, "%s", card->name);
  keel_invocation_print (invocation, "  %s · %s", describe_pages (card->settings->pages),
                         card->protected ? _ ("has a passphrase") : _ ("no passphrase"));
}

static void
print_cards_as_json (GPtrArray *cards)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < cards->len; i++)
    {
      const KeelProfileCard *card = g_ptr_array_index (cards, i);

      json_builder_begin_object (builder);
      keel_profile_card_add_to_json (card, card->protected, builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  keel_json_print (builder);
}

static KeelExit
list (KeelInvocation *invocation, const ProfileRequest *request)
{
  g_autoptr (GPtrArray) cards = keel_profiles_list (invocation->data_dir);
  guint i;

  if (invocation->json)
    {
      print_cards_as_json (cards);
      return KEEL_EXIT_DONE;
    }
  if (cards->len == 0)
    keel_invocation_print (invocation, "%s",
                           _ ("There is no profile yet. “keelctl profile create NAME” makes one."));
  for (i = 0; i < cards->len; i++)
    print_card (invocation, g_ptr_array_index (cards, i));
  return KEEL_EXIT_DONE;
}

/* 0 for what is none. */
static KeelPageGroups
parse_pages (const char *text)
{
  if (text == NULL || g_str_equal (text, "member"))
    return KEEL_PAGES_MEMBER;
  if (g_str_equal (text, "family"))
    return KEEL_PAGES_FAMILY;
  return g_str_equal (text, "both") ? KEEL_PAGES_MEMBER | KEEL_PAGES_FAMILY : 0;
}

static void
answer_creation (KeelInvocation *invocation, const char *id)
{
  g_autoptr (KeelProfileCard) card = keel_profiles_find (invocation->data_dir, id);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!invocation->json)
    {
      keel_invocation_print (invocation, _ ("The profile “%s” was created. Choose it with --profile."),
                             card->name);
      return;
    }
  json_builder_begin_object (builder);
  keel_profile_card_add_to_json (card, card->protected, builder);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static KeelExit
create (KeelInvocation *invocation, const ProfileRequest *request)
{
  KeelPageGroups pages = parse_pages (request->pages);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (pages == 0)
    return keel_invocation_refuse (invocation,
                                   _ ("“%s” is no choice for --pages. Use member, family or both."),
                                   request->pages);
  if (!keel_profiles_check_name (invocation->data_dir, NULL, request->name, &error) &&
      g_error_matches (error, KEEL_STORE_ERROR, KEEL_STORE_ERROR_INVALID))
    return keel_invocation_refuse (
        invocation, _ ("“%s” cannot be the name of a profile. Give one line of at most %u characters."),
        request->name, KEEL_PROFILE_MAX_NAME);
  if (error == NULL)
    id = keel_profiles_create (invocation->data_dir, request->name, pages, NULL, &error);
  if (id == NULL)
    return keel_invocation_fail (invocation, error, request->name);
  answer_creation (invocation, id);
  return KEEL_EXIT_DONE;
}

/* The one that an action which takes no name is about. */
static KeelProfileCard *
choose (KeelInvocation *invocation)
{
  KeelProfileCard *card;

  if (keel_invocation_choose_profile (invocation, &card) && card == NULL)
    keel_invocation_give_up (invocation, "%s",
                             _ ("There is no profile yet. “keelctl profile create NAME” makes one."));
  return card;
}

static KeelExit
protect (KeelInvocation *invocation, const ProfileRequest *request)
{
  g_autoptr (KeelProfileCard) card = choose (invocation);

  return card != NULL ? keel_profile_protection_turn_on (invocation, card) : (KeelExit) invocation->status;
}

static KeelExit
unprotect (KeelInvocation *invocation, const ProfileRequest *request)
{
  g_autoptr (KeelProfileCard) card = choose (invocation);

  return card != NULL ? keel_profile_protection_turn_off (invocation, card) : (KeelExit) invocation->status;
}

static KeelExit
change_passphrase (KeelInvocation *invocation, const ProfileRequest *request)
{
  g_autoptr (KeelProfileCard) card = choose (invocation);

  return card != NULL ? keel_profile_protection_change (invocation, card) : (KeelExit) invocation->status;
}

static KeelExit
change_code (KeelInvocation *invocation, const ProfileRequest *request)
{
  g_autoptr (KeelProfileCard) card = choose (invocation);

  if (card == NULL)
    return invocation->status;
  return request->remove ? keel_profile_protection_remove_code (invocation, card)
                         : keel_profile_protection_renew_code (invocation, card);
}

/* The name typed once more, from an option or the person. */
static char *
take_confirmation (KeelInvocation *invocation, const ProfileRequest *request, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  const char *paragraphs[] = { NULL, NULL };
  char *typed;

  if (request->confirm != NULL)
    return g_strdup (request->confirm);
  warning = g_strdup_printf (_ ("This deletes “%s” for good, with everything in it."), name);
  paragraphs[0] = warning;
  keel_terminal_say (paragraphs);
  typed = keel_terminal_ask (_ ("Type its name to go on: "), FALSE, &error);
  if (typed == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    keel_invocation_give_up (invocation,
                             _ ("There is no terminal to ask whether you are sure. Nothing was deleted. "
                                "Give the profile’s name once more, with --confirm."));
  else if (typed == NULL)
    keel_invocation_give_up (invocation, "%s", _ ("Nothing was deleted."));
  return typed;
}

static gboolean
confirm (KeelInvocation *invocation, const ProfileRequest *request, const char *name)
{
  g_autofree char *typed = take_confirmation (invocation, request, name);

  if (typed == NULL)
    return FALSE;
  if (g_str_equal (g_strstrip (typed), name))
    return TRUE;
  keel_invocation_give_up (invocation, _ ("The profile is called “%s”. Nothing was deleted."), name);
  return FALSE;
}

static void
answer_removal (KeelInvocation *invocation, const KeelProfileCard *card)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!invocation->json)
    {
      keel_invocation_print (invocation, _ ("The profile “%s” was deleted."), card->name);
      return;
    }
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", card->id);
  keel_json_add_text (builder, "name", card->name);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static KeelExit
remove_profile (KeelInvocation *invocation, const ProfileRequest *request)
{
  g_autoptr (KeelProfileCard) card = NULL;
  g_autoptr (KeelVaultKey) key = NULL;
  g_autoptr (GError) error = NULL;

  if (invocation->profile_id != NULL)
    return keel_invocation_refuse (invocation, "%s",
                                   _ ("remove takes the name of the profile, not --profile."));
  invocation->profile_id = g_strdup (request->name);
  if (!keel_invocation_choose_profile (invocation, &card))
    return invocation->status;
  if (card->protected)
    {
      key = keel_invocation_unlock (invocation, card);
      if (key == NULL)
        return invocation->status;
    }
  if (!confirm (invocation, request, card->name))
    return invocation->status;
  if (!keel_profiles_remove (invocation->data_dir, card->id, &error))
    return keel_invocation_fail (invocation, error, card->name);
  answer_removal (invocation, card);
  return KEEL_EXIT_DONE;
}

static const ProfileAction actions[] = {
  { "list", list, FALSE },
  { "create", create, TRUE },
  { "protect", protect, FALSE },
  { "unprotect", unprotect, FALSE },
  { "passphrase", change_passphrase, FALSE },
  { "recovery-code", change_code, FALSE },
  { "remove", remove_profile, TRUE },
};

static const ProfileAction *
find_action (const char *name)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i].name, name))
        return &actions[i];
    }
  return NULL;
}

static KeelExit
check_request (KeelInvocation *invocation, const ProfileAction *action, const ProfileRequest *request,
               guint n_words)
{
  if (action->takes_name && n_words == 0)
    return keel_invocation_refuse (invocation, _ ("“%s” takes the name of a profile."), action->name);
  if (n_words > (action->takes_name ? 1 : 0))
    return keel_invocation_refuse (invocation,
                                   action->takes_name
                                       ? _ ("“%s” takes one name: put it in quotes.")
                                       : _ ("“%s” takes no name. Choose a profile with --profile."),
                                   action->name);
  if (request->pages != NULL && action->run != create)
    return keel_invocation_refuse (invocation, "%s", _ ("--pages goes with create."));
  if (request->confirm != NULL && action->run != remove_profile)
    return keel_invocation_refuse (invocation, "%s", _ ("--confirm goes with remove."));
  if (request->remove && action->run != change_code)
    return keel_invocation_refuse (invocation, "%s", _ ("--remove goes with recovery-code."));
  return KEEL_EXIT_DONE;
}

KeelExit
keel_profile_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_auto (ProfileRequest) request = { 0 };
  const GOptionEntry entries[] = {
    { "pages", 0, 0, G_OPTION_ARG_STRING, &request.pages,
      N_ ("For whom a new profile has pages: member, family or both (member)"), N_ ("PAGES") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &request.remove,
      N_ ("With recovery-code: take it away and make no new one"), NULL },
    { "confirm", 0, 0, G_OPTION_ARG_STRING, &request.confirm,
      N_ ("With remove: the profile’s name once more, where nobody can be asked"), N_ ("NAME") },
    { NULL }
  };
  const ProfileAction *action;
  guint n_words;
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  n_words = g_strv_length (*arguments) - 1;
  action = find_action (n_words > 0 ? (*arguments)[1] : "list");
  if (action == NULL)
    return keel_invocation_refuse (invocation, _ ("profile has no “%s”."), (*arguments)[1]);
  n_words = n_words > 0 ? n_words - 1 : 0;
  status = check_request (invocation, action, &request, n_words);
  if (status != KEEL_EXIT_DONE)
    return status;
  request.name = n_words > 0 ? g_strdup ((*arguments)[2]) : NULL;
  return action->run (invocation, &request);
}
