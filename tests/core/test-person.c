/* Names that say more than they should, and what is dialled for a number as it was written. */

#include "core/keel-own-line.h"
#include "core/keel-person.h"

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean says_more;
  } rows[] = {
    { "Anna", FALSE },        { "Anna B", FALSE },      { "Anna B.", FALSE },   { " Anna  B. ", FALSE },
    { "Jean-Luc P.", FALSE }, { "Anna B. (", FALSE },   { "Олег К.", FALSE },   { "", FALSE },
    { "Anna Berg", TRUE },    { "Anna B. Berg", TRUE }, { "Anna, Berg", TRUE }, { "Dr. Berg", TRUE },
    { "Олег Ким", TRUE },     { "My sister", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("“%s”", rows[i].name);
      g_assert_cmpint (keel_person_name_says_more (rows[i].name), ==, rows[i].says_more);
    }
}

static void
test_dial (void)
{
  static const struct
  {
    const char *number;
    const char *dial; /* NULL: cannot be dialled */
  } rows[] = {
    { "112", "112" },
    { "116 123", "116123" },
    { "+44 (0)20 7946 0123", "+442079460123" },
    { "(020) 7946-0123", "02079460123" },
    { "0176 / 12 34 56", "0176123456" },
    { "+49.170.123", "+49170123" },
    { "*55#", "*55#" },
    { "٩٩٧", "997" },
    { "12+3", "123" },
    { "0 (0) 12", "0012" },
    { "0800 HELP", NULL },
    { "1", NULL },
    { "+", NULL },
    { "", NULL },
    { "ask Tom", NULL },
    { "\xff\xfe 12", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *dial = keel_number_dup_dial (rows[i].number);

      g_assert_cmpstr (dial, ==, rows[i].dial);
    }
}

static void
test_copies (void)
{
  g_autoptr (KeelPerson) person = keel_person_new ("Anna B.");
  g_autoptr (KeelOwnLine) line = keel_own_line_new ("Night doctor");
  g_autoptr (KeelPerson) person_copy = NULL;
  g_autoptr (KeelOwnLine) line_copy = NULL;

  person->role = g_strdup ("Sponsor");
  person->number = g_strdup ("112");
  person->message = g_strdup ("Can you talk?");
  person->on_lock = TRUE;
  person_copy = keel_person_copy (person);
  g_assert_cmpstr (person_copy->role, ==, "Sponsor");
  g_assert_cmpstr (person_copy->number, ==, "112");
  g_assert_cmpstr (person_copy->message, ==, "Can you talk?");
  g_assert_true (person_copy->on_lock);
  g_assert_cmpint (person_copy->position, ==, -1);

  line->address = g_strdup ("https://example.org/");
  line->hours = g_strdup ("always");
  line->note = g_strdup ("Ring twice");
  line_copy = keel_own_line_copy (line);
  g_assert_cmpstr (line_copy->name, ==, "Night doctor");
  g_assert_cmpstr (line_copy->address, ==, "https://example.org/");
  g_assert_cmpstr (line_copy->hours, ==, "always");
  g_assert_cmpstr (line_copy->note, ==, "Ring twice");
  g_assert_null (line_copy->number);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/person/names", test_names);
  g_test_add_func ("/core/person/dial", test_dial);
  g_test_add_func ("/core/person/copies", test_copies);
  return g_test_run ();
}
