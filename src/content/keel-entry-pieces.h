#pragma once

#include "keel-worksheet.h"

G_BEGIN_DECLS

/* What of an entry is to be read. */
typedef struct
{
  GHashTable *ids;   /* set of char *: fields, and columns as "table/column"; NULL: all */
  gboolean initials; /* people's names are shortened */
} KeelPieceChoice;

typedef enum
{
  KEEL_PIECE_HEADING, /* of a section */
  KEEL_PIECE_WORDS,
  KEEL_PIECE_LIST,
  KEEL_PIECE_SCALE, /* a number between two ends */
  KEEL_PIECE_TABLE,
  KEEL_PIECE_MATRIX,
} KeelPieceKind;

/*
 * KeelPiece: one answer in words, whatever it is to be written on. All that shows an entry to be read, text,
 * paper or another program, is made of them, so that what may be read is decided once.
 */
typedef struct
{
  KeelPieceKind kind;
  const KeelField *field; /* NULL of a heading */
  const char *label;
  char *words;        /* of words; of a scale, with what its ends mean; of a matrix these (nullable) */
  double number;      /* of a scale */
  GStrv lines;        /* of a list */
  GPtrArray *columns; /* of a table: of const KeelField: those in which there is something */
  GPtrArray *rows;    /* of a table: of GStrv, a cell for each column. Of a matrix: of GStrv, the lines of one
                       * quarter; four, row by row */
  GStrv sums;         /* nullable; of a table: a cell for each column */
  int wheel;          /* the column that is drawn as a wheel; -1 */
  GArray *values;     /* of double, NAN for none: what that column has in each row */
} KeelPiece;

/* All that was written, in the order of @worksheet, which must live longer: of KeelPiece, transfer full.
 * Nothing that was not answered, not chosen or that is not kept is among them. @choice is nullable. */
GPtrArray *keel_entry_pieces_new (const KeelWorksheet *worksheet, const KeelAnswers *answers,
                                  const KeelPieceChoice *choice);

/* What a column is called, with what the ends of its ratings mean. Transfer full. */
char *keel_entry_pieces_name_column (const KeelField *column);

/* "field" or "table/column", as it stands in a choice. @column is nullable. Transfer full. */
char *keel_entry_pieces_make_id (const KeelField *field, const KeelField *column);

/* Whether it can hold an answer that is kept. */
gboolean keel_entry_pieces_can_have (const KeelField *field);

G_END_DECLS
