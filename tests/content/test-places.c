#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "content/keel-content-documents.h"
#include "core/keel-meeting.h"

static const KeelSite *
find_site (const KeelPlace *place, KeelSiteKind kind, const char *country)
{
  for (guint i = 0; i < place->sites->len; i++)
    {
      const KeelSite *site = g_ptr_array_index (place->sites, i);

      if (site->kind == kind && g_strcmp0 (site->country, country) == 0)
        return site;
    }
  return NULL;
}

/* What a person of each program is led to. */
static void
test_sites (void)
{
  static const struct
  {
    const char *program;
    KeelSiteKind kind;
    const char *country;
    const char *host; /* NULL: none that is certain enough */
    const char *checked;
  } rows[] = {
    { "aa", KEEL_SITE_MEETINGS, NULL, "aa.org", "2026-09" },
    { "aa", KEEL_SITE_STORIES, NULL, "aagrapevine.org", "2026-11" },
    { "aa", KEEL_SITE_MEETINGS, "GB", "alcoholics-anonymous.org.uk", "2026-10-01" },
    { "na", KEEL_SITE_MEETINGS, NULL, "na.org", "2026" },
    { "na", KEEL_SITE_MEETINGS, "AT", "narcotics-anonymous.de", "2025-12-20" },
    { "cr", KEEL_SITE_MEETINGS, NULL, "celebraterecovery.com", "2026-11" },
    { "smart", KEEL_SITE_STORIES, NULL, "smartrecovery.org", "2026-09" },
    { "smartff", KEEL_SITE_MEETINGS, NULL, "meetings.smartrecovery.org", "2026-11" },
    { "wfs", KEEL_SITE_MEETINGS, NULL, "womenforsobriety.org", "2026-11" },
    { "wfs", KEEL_SITE_STORIES, NULL, NULL, NULL },
    { "lifering", KEEL_SITE_MEETINGS, NULL, "meetings.lifering.org", "2026" },
    { "al-anon", KEEL_SITE_STORIES, NULL, "al-anon.org", "2026-11" },
    { "al-anon", KEEL_SITE_MEETINGS, "NZ", NULL, NULL },
    { "nar-anon", KEEL_SITE_MEETINGS, NULL, "nar-anon.org", "2026-11" },
    { "moud", KEEL_SITE_MEETINGS, NULL, "mara-international.org", "2026-11" },
  };
  g_autoptr (KeelContent) content = keel_content_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KeelPlace *place = keel_content_find_place (content, rows[i].program);
      const KeelSite *site;

      g_test_message ("%s %s", rows[i].program, rows[i].country);
      g_assert_nonnull (place);
      site = find_site (place, rows[i].kind, rows[i].country);
      g_assert_cmpstr (site != NULL ? site->host : NULL, ==, rows[i].host);
      g_assert_cmpstr (site != NULL ? site->checked : NULL, ==, rows[i].checked);
    }
  /* Of these every address is in doubt, or there is none. */
  g_assert_null (keel_content_find_place (content, "dra"));
  g_assert_null (keel_content_find_place (content, "sos"));
  g_assert_null (keel_content_find_place (content, NULL));
}

static void
test_whole (void)
{
  g_autoptr (KeelContent) content = keel_content_new ();
  GPtrArray *places = keel_content_get_places (content);
  gboolean others = FALSE;

  g_assert_cmpuint (places->len, ==, 13);
  g_assert_cmpuint (keel_content_get_tips (content)->len, >=, 3);
  for (guint i = 0; i < places->len; i++)
    {
      const KeelPlace *place = g_ptr_array_index (places, i);

      g_assert_nonnull (place->name);
      g_assert_true (place->member || place->family);
      g_assert_nonnull (find_site (place, KEEL_SITE_MEETINGS, NULL));
      g_assert_true (place->program == NULL || !others);
      others |= place->program == NULL;
      for (guint j = 0; j < place->sites->len; j++)
        {
          const KeelSite *site = g_ptr_array_index (place->sites, j);
          g_autofree char *link = keel_link_check (site->address);

          g_assert_cmpstr (link, ==, site->address);
          g_assert_cmpstr (site->source, !=, "");
          g_assert_true (site->country == NULL || keel_content_find_country (content, site->country) != NULL);
        }
    }
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *checked, *sentence;
  } rows[] = {
    { "2026", "Checked: 2026 · Source: Its own page" },
    { "2026-09", "Checked: September 2026 · Source: Its own page" },
    { "2025-12-20", "Checked: December 2025 · Source: Its own page" },
  };
  KeelSite site = { .source = (char *) "Its own page" };
  g_autofree char *plain = keel_sentence_site_title (&site, NULL);
  g_autofree char *abroad = keel_sentence_site_title (&site, "Ireland");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = NULL;

      site.checked = (char *) rows[i].checked;
      sentence = keel_sentence_site (&site);
      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
  g_assert_cmpstr (plain, ==, "Meetings");
  g_assert_cmpstr (abroad, ==, "Meetings · Ireland");
}

#define GROUP(site) "<directory pages='both' context='x'><name>Group</name>" site "</directory>"
#define SITE(attributes) GROUP ("<site checked='2026' " attributes "><source>Its page</source></site>")

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *reason;
  } rows[] = {
    { "<directory program='nobody' context='x'/>", "nobody" },
    { "<directory context='x'/>", "pages" },
    { "<directory pages='both' context='x'/>", "name" },
    { SITE ("kind='songs' address='https://x.org'"), "songs" },
    { SITE ("kind='stories'"), "address" },
    { SITE ("kind='stories' address='http://x.org'"), "safe" },
    { SITE ("kind='stories' address='https://me@x.org'"), "safe" },
    { SITE ("kind='stories' address='javascript:alert(1)'"), "safe" },
    { GROUP ("<site kind='stories' address='https://x.org'><source>Y</source></site>"), "checked" },
    { GROUP ("<site kind='stories' address='https://x.org' checked='2026'/>"), "source" },
    { "<countries context='x'><country>X</country></countries>", "code" },
    { "<advice context='x'><tip><name>X</name></tip></advice>", "text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KeelContent) content = keel_content_new_empty ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_false (keel_content_add_document (content, bytes, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, rows[i].reason));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/sites", test_sites);
  g_test_add_func ("/places/whole", test_whole);
  g_test_add_func ("/places/sentences", test_sentences);
  g_test_add_func ("/places/refused", test_refused);
  return g_test_run ();
}
