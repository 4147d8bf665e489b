#include "keel-command.h"

#include <glib/gi18n-lib.h>

#include "content/keel-sentences.h"
#include "keel-json-output.h"
#include "keel-region-choice.h"

static gboolean
is_near (const KeelSite *site, const char *region)
{
  return site->country == NULL || g_strcmp0 (site->country, region) == 0;
}

static void
add_place (JsonBuilder *builder, const KeelPlace *place, const char *region)
{
  for (guint i = 0; i < place->sites->len; i++)
    {
      const KeelSite *site = g_ptr_array_index (place->sites, i);

      if (!is_near (site, region))
        continue;
      json_builder_begin_object (builder);
      keel_json_add_text (builder, "program", place->program);
      keel_json_add_text (builder, "name", place->name);
      keel_json_add_text (builder, "kind", site->kind == KEEL_SITE_STORIES ? "stories" : "meetings");
      keel_json_add_text (builder, "about", site->name);
      keel_json_add_text (builder, "country", site->country);
      keel_json_add_text (builder, "address", site->address);
      keel_json_add_text (builder, "note", site->note);
      keel_json_add_text (builder, "checked", site->checked);
      keel_json_add_text (builder, "source", site->source);
      json_builder_end_object (builder);
    }
}

static void
print_site (KeelInvocation *invocation, const KeelSite *site)
{
  const KeelCountry *country = keel_content_find_country (keel_invocation_get_content (invocation),
                                                          site->country);
  g_autofree char *title = keel_sentence_site_title (site, country != NULL ? country->name : NULL);
  g_autofree char *checked = keel_sentence_site (site);

  /* Translators: what a web page is about, and its address. */
  keel_invocation_print (invocation, _ ("  %1$s: %2$s"), title, site->address);
  if (site->note != NULL)
    keel_invocation_print (invocation, "    %s", site->note);
  keel_invocation_print (invocation, "    %s", checked);
}

static void
print_place (KeelInvocation *invocation, const KeelPlace *place, const char *region)
{
  keel_invocation_print (invocation, "%s", place->name);
  for (guint i = 0; i < place->sites->len; i++)
    {
      const KeelSite *site = g_ptr_array_index (place->sites, i);

      if (is_near (site, region))
        print_site (invocation, site);
    }
}

static void
print_tips (KeelInvocation *invocation)
{
  GPtrArray *tips = keel_content_get_tips (keel_invocation_get_content (invocation));
  g_autofree char *independence = keel_sentence_independence ();

  keel_invocation_print (invocation, "%s", _ ("Who else may know"));
  for (guint i = 0; i < tips->len; i++)
    {
      const KeelTip *tip = g_ptr_array_index (tips, i);

      keel_invocation_print (invocation, "  %s: %s", tip->name, tip->text);
    }
  keel_invocation_tell (invocation, "%s", independence);
}

/* All places, or that of one program. */
static GPtrArray *
choose_places (KeelInvocation *invocation, const char *program)
{
  GPtrArray *all = keel_content_get_places (keel_invocation_get_content (invocation));
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      KeelPlace *place = g_ptr_array_index (all, i);

      if (program == NULL || g_strcmp0 (place->program, program) == 0)
        g_ptr_array_add (chosen, place);
    }
  return chosen;
}

static void
show_places (KeelInvocation *invocation, const char *program, const char *region)
{
  g_autoptr (GPtrArray) places = choose_places (invocation, program);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    if (invocation->json)
      add_place (builder, g_ptr_array_index (places, i), region);
    else
      print_place (invocation, g_ptr_array_index (places, i), region);
  json_builder_end_array (builder);
  if (invocation->json)
    {
      keel_json_print (builder);
      return;
    }
  if (places->len == 0)
    keel_invocation_print (
        invocation, "%s",
        _ ("Keel knows no page of this program that it is sure of. You can follow its meetings "
           "with “keelctl follow --new”."));
  print_tips (invocation);
}

KeelExit
keel_places_command_run (KeelInvocation *invocation, char ***arguments)
{
  g_autofree char *program = NULL;
  g_autofree char *named = NULL;
  g_autofree char *region = NULL;
  const GOptionEntry entries[] = { { "program", 0, 0, G_OPTION_ARG_STRING, &program,
                                     N_ ("Only the pages of this program"), N_ ("CODE") },
                                   { "region", 0, 0, G_OPTION_ARG_STRING, &named,
                                     N_ ("Also pages for this country, such as GB"), N_ ("COUNTRY") },
                                   { NULL } };
  int status;

  if (!keel_invocation_parse (invocation, entries, arguments, &status))
    return status;
  if ((*arguments)[1] != NULL)
    return keel_invocation_refuse (invocation, _ ("“%s” is too much here."), (*arguments)[1]);
  if (named != NULL && !keel_region_is_code (named))
    return keel_invocation_refuse (invocation, _ ("“%s” is no country. Give two letters, such as GB."),
                                   named);
  if (!keel_invocation_check_program (invocation, program))
    return invocation->status;
  region = keel_region_choose (invocation, named, NULL);
  show_places (invocation, program, region);
  return KEEL_EXIT_DONE;
}
