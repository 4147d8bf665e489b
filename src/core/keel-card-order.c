#include "keel-card-order.h"

struct _KeelCardOrder
{
  GPtrArray *ids;     /* of char* */
  GHashTable *hidden; /* set of ids */
};

static int
find (const KeelCardOrder *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->ids, i), id) == 0)
        return (int) i;
    }
  return -1;
}

static KeelCardOrder *
make (void)
{
  KeelCardOrder *self = g_new0 (KeelCardOrder, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

static void
take_text (KeelCardOrder *self, const char *const *usual, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean hidden = words[i][0] == '-';
      const char *id = words[i] + (hidden ? 1 : 0);

      if (!g_strv_contains (usual, id) || find (self, id) >= 0)
        continue;
      g_ptr_array_add (self->ids, g_strdup (id));
      if (hidden)
        g_hash_table_add (self->hidden, g_strdup (id));
    }
}

KeelCardOrder *
keel_card_order_new (const char *const *usual, const char *text)
{
  KeelCardOrder *self = make ();

  g_return_val_if_fail (usual != NULL, self);

  take_text (self, usual, text);
  for (guint i = 0; usual[i] != NULL; i++)
    {
      if (find (self, usual[i]) < 0)
        g_ptr_array_insert (self->ids, i > 0 ? find (self, usual[i - 1]) + 1 : 0, g_strdup (usual[i]));
    }
  return self;
}

KeelCardOrder *
keel_card_order_copy (const KeelCardOrder *self)
{
  KeelCardOrder *copy = make ();

  for (guint i = 0; i < self->ids->len; i++)
    {
      const char *id = g_ptr_array_index (self->ids, i);

      g_ptr_array_add (copy->ids, g_strdup (id));
      if (keel_card_order_is_hidden (self, id))
        g_hash_table_add (copy->hidden, g_strdup (id));
    }
  return copy;
}

void
keel_card_order_free (KeelCardOrder *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->hidden);
  g_free (self);
}

char *
keel_card_order_format (const KeelCardOrder *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->ids->len; i++)
    {
      const char *id = g_ptr_array_index (self->ids, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                              keel_card_order_is_hidden (self, id) ? "-" : "", id);
    }
  return g_string_free (text, FALSE);
}

guint
keel_card_order_get_length (const KeelCardOrder *self)
{
  return self->ids->len;
}

const char *
keel_card_order_get (const KeelCardOrder *self, guint position)
{
  g_return_val_if_fail (position < self->ids->len, NULL);

  return g_ptr_array_index (self->ids, position);
}

gboolean
keel_card_order_is_hidden (const KeelCardOrder *self, const char *id)
{
  return g_hash_table_contains (self->hidden, id);
}

void
keel_card_order_set_hidden (KeelCardOrder *self, const char *id, gboolean hidden)
{
  if (hidden)
    g_hash_table_add (self->hidden, g_strdup (id));
  else
    g_hash_table_remove (self->hidden, id);
}

gboolean
keel_card_order_move (KeelCardOrder *self, const char *id, int by)
{
  int from = find (self, id);
  int to = from + by;

  if (from < 0 || to < 0 || to >= (int) self->ids->len)
    return FALSE;
  g_ptr_array_insert (self->ids, to, g_ptr_array_steal_index (self->ids, (guint) from));
  return TRUE;
}
