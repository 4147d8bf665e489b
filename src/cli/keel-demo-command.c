#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "keel-json-output.h"
#include "keel-profile-protection.h"
#include "store/keel-demo.h"

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
print_as_json (const KeelProfileCard *card)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  keel_profile_card_add_to_json (card, card->protected, builder);
  json_builder_end_object (builder);
  keel_json_print (builder);
}

static KeelExit
create (KeelInvocation *invocation, KeelPageGroups pages)
{
  g_autofree char *id = keel_demo_find (invocation->data_dir, pages);
  g_autoptr (KeelProfileCard) card = NULL;
  g_autoptr (GError) error = NULL;

  if (id != NULL)
    return keel_invocation_give_up (
        invocation, "%s", _ ("There is a demo of this kind already. “keelctl demo remove” takes it away."));
  id = keel_demo_create (invocation->data_dir, pages, keel_invocation_get_content (invocation),
                         invocation->clock, &error);
  if (id == NULL)
    return keel_invocation_fail (invocation, error, NULL);
  card = keel_profiles_find (invocation->data_dir, id);
  if (invocation->json)
    print_as_json (card);
  else
    keel_invocation_print (invocation,
                           _ ("The demo “%s” is ready. All of it is made up. Choose it with --profile."),
                           card->name);
  return KEEL_EXIT_DONE;
}

/* All that there are, or the one with these pages. */
static KeelExit
remove_demos (KeelInvocation *invocation, KeelPageGroups pages)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (;;)
    {
      g_autofree char *id = keel_demo_find (invocation->data_dir, pages);

      if (id == NULL)
        break;
      if (!keel_demo_remove (invocation->data_dir, id, &error))
        return keel_invocation_fail (invocation, error, NULL);
      n++;
    }
  if (n == 0)
    return keel_invocation_give_up (invocation, "%s", _ ("There is no demo."));
  if (!invocation->json)
    keel_invocation_print (invocation, "%s", _ ("The demo was removed. Your own profiles stay as they are."));
  return KEEL_EXIT_DONE;
}

KeelExit
keel_demo_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *pages_word = NULL;
  const GOptionEntry entries[] = {
    { "pages", 0, 0, G_OPTION_ARG_STRING, &pages_word,
      N_ ("For whom the demo has pages: member, family or both (member)"), N_ ("PAGES") },
    G_OPTION_ENTRY_NULL,
  };
  KeelPageGroups pages;
  const char *what;
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  what = g_strv_length (*arguments) > 1 ? (*arguments)[1] : "create";
  pages = parse_pages (pages_word);
  if (pages == 0)
    return keel_invocation_refuse (invocation,
                                   _ ("“%s” is no choice for --pages. Use member, family or both."),
                                   pages_word);
  if (g_strv_length (*arguments) > 2 || !(g_str_equal (what, "create") || g_str_equal (what, "remove")))
    return keel_invocation_refuse (invocation, "%s", _ ("“demo” takes “create” or “remove”."));
  if (g_str_equal (what, "create"))
    return create (invocation, pages);
  return remove_demos (invocation, pages_word != NULL ? pages : 0);
}
