#include "keel-together.h"

#include <string.h>

#define FORMAT "(usa(ss)ss)"

static void
help_free (KeelTogetherHelp *help)
{
  g_free (help->when);
  g_free (help->what);
  g_free (help);
}

KeelTogether *
keel_together_new (void)
{
  KeelTogether *self = g_new0 (KeelTogether, 1);

  self->parts = KEEL_TOGETHER_ALL_PARTS;
  self->helps = g_ptr_array_new_with_free_func ((GDestroyNotify) help_free);
  return self;
}

KeelTogether *
keel_together_copy (const KeelTogether *self)
{
  KeelTogether *copy = keel_together_new ();

  copy->parts = self->parts;
  copy->whom = g_strdup (self->whom);
  copy->signs = g_strdup (self->signs);
  copy->asks = g_strdup (self->asks);
  for (guint i = 0; i < self->helps->len; i++)
    {
      const KeelTogetherHelp *help = self->helps->pdata[i];

      keel_together_add_help (copy, help->when, help->what);
    }
  return copy;
}

void
keel_together_free (KeelTogether *self)
{
  if (self == NULL)
    return;
  g_free (self->whom);
  g_ptr_array_unref (self->helps);
  g_free (self->signs);
  g_free (self->asks);
  g_free (self);
}

/* NULL where nothing is left. */
static char *
strip (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

void
keel_together_add_help (KeelTogether *self, const char *when, const char *what)
{
  g_autofree char *stripped_when = strip (when);
  g_autofree char *stripped_what = strip (what);
  KeelTogetherHelp *help;

  if (stripped_when == NULL && stripped_what == NULL)
    return;
  for (guint i = 0; i < self->helps->len; i++)
    {
      const KeelTogetherHelp *other = self->helps->pdata[i];

      if (g_strcmp0 (other->when, stripped_when) == 0 && g_strcmp0 (other->what, stripped_what) == 0)
        return;
    }
  help = g_new0 (KeelTogetherHelp, 1);
  help->when = g_steal_pointer (&stripped_when);
  help->what = g_steal_pointer (&stripped_what);
  g_ptr_array_add (self->helps, help);
}

char **
keel_together_split_lines (const char *text)
{
  g_auto (GStrv) all = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (char **line = all; *line != NULL; line++)
    {
      char *stripped = strip (*line);

      if (stripped != NULL)
        g_ptr_array_add (lines, stripped);
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static gboolean
has_lines (const char *text)
{
  g_auto (GStrv) lines = keel_together_split_lines (text);

  return lines[0] != NULL;
}

gboolean
keel_together_is_empty (const KeelTogether *self)
{
  return !((self->parts & (1u << KEEL_TOGETHER_PART_HELPS) && self->helps->len > 0) ||
           (self->parts & (1u << KEEL_TOGETHER_PART_SIGNS) && has_lines (self->signs)) ||
           (self->parts & (1u << KEEL_TOGETHER_PART_ASKS) && has_lines (self->asks)));
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

char *
keel_together_to_string (const KeelTogether *self)
{
  GVariantBuilder helps;
  g_autoptr (GVariant) variant = NULL;

  g_variant_builder_init (&helps, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < self->helps->len; i++)
    {
      const KeelTogetherHelp *help = self->helps->pdata[i];

      g_variant_builder_add (&helps, "(ss)", or_empty (help->when), or_empty (help->what));
    }
  variant = g_variant_ref_sink (g_variant_new (FORMAT, self->parts, or_empty (self->whom), &helps,
                                               or_empty (self->signs), or_empty (self->asks)));
  return g_variant_print (variant, FALSE);
}

KeelTogether *
keel_together_from_string (const char *text)
{
  KeelTogether *self = keel_together_new ();
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariantIter) helps = NULL;
  const char *whom, *signs, *asks, *when, *what;

  if (text != NULL)
    variant = g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);
  if (variant == NULL)
    return self;
  g_variant_get (variant, "(u&sa(ss)&s&s)", &self->parts, &whom, &helps, &signs, &asks);
  self->parts &= KEEL_TOGETHER_ALL_PARTS;
  self->whom = strip (whom);
  self->signs = strip (signs);
  self->asks = strip (asks);
  while (g_variant_iter_next (helps, "(&s&s)", &when, &what))
    keel_together_add_help (self, when, what);
  return self;
}
