#include "keel-entry-output.h"

#include "keel-json-output.h"

void
keel_entry_output_begin (JsonBuilder *builder, KeelEntry *entry, const char *title)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", entry->uuid);
  keel_json_add_text (builder, "worksheet", entry->worksheet);
  keel_json_add_text (builder, "name", entry->name);
  keel_json_add_text (builder, "title", title);
  keel_json_add_text (builder, "state", keel_entry_state_words[entry->state]);
  keel_json_add_truth (builder, "pinned", entry->pinned);
  keel_json_add_instant (builder, "created", entry->created_at);
  keel_json_add_instant (builder, "changed", entry->changed_at);
  keel_json_add_instant (builder, "shared", entry->shared_at);
}

static void
add_texts (JsonBuilder *builder, const char *name, GStrv texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_row (JsonBuilder *builder, const KeelPiece *piece, GStrv cells)
{
  json_builder_begin_object (builder);
  for (guint i = 0; i < piece->columns->len; i++)
    keel_json_add_text (builder, ((KeelField *) g_ptr_array_index (piece->columns, i))->id,
                        *cells[i] != '\0' ? cells[i] : NULL);
  json_builder_end_object (builder);
}

static void
add_quarter (JsonBuilder *builder, const KeelPiece *piece, guint i)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "row", ((KeelOption *) g_ptr_array_index (piece->field->rows, i / 2))->id);
  keel_json_add_text (builder, "column", ((KeelOption *) g_ptr_array_index (piece->field->sides, i % 2))->id);
  add_texts (builder, "lines", g_ptr_array_index (piece->rows, i));
  json_builder_end_object (builder);
}

static void
add_rows (JsonBuilder *builder, const KeelPiece *piece)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < piece->rows->len; i++)
    if (piece->kind == KEEL_PIECE_TABLE)
      add_row (builder, piece, g_ptr_array_index (piece->rows, i));
    else
      add_quarter (builder, piece, i);
  json_builder_end_array (builder);
}

static void
add_piece (JsonBuilder *builder, const KeelPiece *piece)
{
  json_builder_begin_object (builder);
  keel_json_add_text (builder, "id", piece->field->id);
  keel_json_add_text (builder, "type", keel_field_type_words[piece->field->type]);
  keel_json_add_text (builder, "label", piece->label);
  if (piece->rows != NULL)
    add_rows (builder, piece);
  else if (piece->lines != NULL)
    add_texts (builder, "lines", piece->lines);
  else
    keel_json_add_text (builder, "text", piece->words);
  json_builder_end_object (builder);
}

void
keel_entry_output_add_fields (JsonBuilder *builder, const KeelGiven *given, const KeelGivenOptions *options)
{
  g_autoptr (GPtrArray) pieces = keel_given_read (given, options);

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pieces->len; i++)
    {
      const KeelPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind != KEEL_PIECE_HEADING)
        add_piece (builder, piece);
    }
  json_builder_end_array (builder);
}
