#include "keel-programs.h"

#include "keel-program-reader.h"

struct _KeelPrograms
{
  GPtrArray *shipped; /* of KeelProgram, by order: those that came with Keel */
  GPtrArray *own;     /* of KeelProgram; nullable */
  GPtrArray *offered; /* of const KeelProgram: both, without those that are gone */
  GPtrArray *former;  /* of GPtrArray: what @own and @offered were before */
};

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const KeelProgram *const *) a)->order - (*(const KeelProgram *const *) b)->order;
}

/* Others may be reading what there was. */
static void
offer (KeelPrograms *self)
{
  GPtrArray *offered = g_ptr_array_new ();

  for (guint i = 0; i < self->shipped->len; i++)
    g_ptr_array_add (offered, self->shipped->pdata[i]);
  for (guint i = 0; self->own != NULL && i < self->own->len; i++)
    if (!((KeelProgram *) self->own->pdata[i])->gone)
      g_ptr_array_add (offered, self->own->pdata[i]);
  if (self->offered != NULL)
    g_ptr_array_add (self->former, self->offered);
  g_atomic_pointer_set (&self->offered, offered);
}

static const KeelProgram *
find (const GPtrArray *programs, const char *code)
{
  for (guint i = 0; programs != NULL && code != NULL && i < programs->len; i++)
    {
      const KeelProgram *program = g_ptr_array_index (programs, i);

      if (g_str_equal (program->code, code))
        return program;
    }
  return NULL;
}

static gboolean
has_symbol (const GPtrArray *programs, const char *symbol)
{
  for (guint i = 0; i < programs->len; i++)
    if (g_str_equal (((const KeelProgram *) g_ptr_array_index (programs, i))->symbol, symbol))
      return TRUE;
  return FALSE;
}

KeelPrograms *
keel_programs_new (void)
{
  KeelPrograms *self = g_new0 (KeelPrograms, 1);

  self->shipped = g_ptr_array_new_with_free_func ((GDestroyNotify) keel_program_unref);
  self->former = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  offer (self);
  return self;
}

void
keel_programs_free (KeelPrograms *self)
{
  g_ptr_array_unref (self->offered);
  g_ptr_array_unref (self->former);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_ptr_array_unref (self->shipped);
  g_free (self);
}

gboolean
keel_programs_add (KeelPrograms *self, const KeelElement *element, GError **error)
{
  g_autoptr (KeelProgram) program = keel_program_read (element, error);

  if (program == NULL)
    return FALSE;
  if (find (self->shipped, program->code) != NULL)
    return keel_element_refuse (element, error, "Program “%s” is there twice", program->code);
  if (has_symbol (self->shipped, program->symbol))
    return keel_element_refuse (element, error, "Symbol “%s” is taken", program->symbol);
  g_ptr_array_add (self->shipped, g_steal_pointer (&program));
  g_ptr_array_sort (self->shipped, compare);
  offer (self);
  return TRUE;
}

void
keel_programs_set_own (KeelPrograms *self, GPtrArray *own)
{
  GPtrArray *before = self->own;

  if (before == own)
    return;
  g_atomic_pointer_set (&self->own, own != NULL ? g_ptr_array_ref (own) : NULL);
  if (before != NULL)
    g_ptr_array_add (self->former, before);
  offer (self);
}

guint
keel_programs_get_n (KeelPrograms *self)
{
  const GPtrArray *offered = g_atomic_pointer_get (&self->offered);

  return offered->len;
}

const KeelProgram *
keel_programs_get (KeelPrograms *self, guint position)
{
  const GPtrArray *offered = g_atomic_pointer_get (&self->offered);

  return position < offered->len ? g_ptr_array_index (offered, position) : NULL;
}

const KeelProgram *
keel_programs_find (KeelPrograms *self, const char *code)
{
  const KeelProgram *program = find (self->shipped, code);

  return program != NULL ? program : find (g_atomic_pointer_get (&self->own), code);
}

const char *
keel_programs_pick_symbol (KeelPrograms *self)
{
  static const char *const symbols[] = {
    "◎", "▣", "◩", "▶", "◒", "◭", "▤", "◓", "◀", "◪", "▥", "◑", "◮", "▨"
  };
  const GPtrArray *offered = g_atomic_pointer_get (&self->offered);

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (!has_symbol (offered, symbols[i]))
      return symbols[i];
  return symbols[0];
}
