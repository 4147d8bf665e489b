#include "keel-wording.h"

/* The program whose words are neutral: it has every key but one. */
#define NEUTRAL "none"

static const char *
find (const KeelProgram *program, gboolean labels, const char *key)
{
  const KeelWord *word = program != NULL ? keel_program_find_word (program, key) : NULL;

  return word != NULL && (labels || !word->label) ? word->text : NULL;
}

const char *
keel_wording_get (KeelContent *content, const GPtrArray *chosen, gboolean labels, const char *key)
{
  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    {
      const KeelProgram *program = g_ptr_array_index (chosen, i);
      const char *text = find (program, labels, key);

      if (text != NULL && !g_str_equal (program->code, NEUTRAL))
        return text;
    }
  return find (keel_content_find_program (content, NEUTRAL), TRUE, key);
}

const char *
keel_wording_get_for (KeelContent *content, const KeelProgram *program, gboolean labels, const char *key)
{
  const char *text = find (program, labels, key);

  return text != NULL ? text : find (keel_content_find_program (content, NEUTRAL), TRUE, key);
}
