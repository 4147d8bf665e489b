#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* KeelOwnLine: a help line that a person added to those that Keel knows. */
typedef struct
{
  char *uuid;       /* NULL until it is in the journal */
  char *name;       /* never empty */
  char *number;     /* nullable: as the person wrote it; keel_number_dup_dial () */
  char *address;    /* nullable: of a page or a chat */
  char *hours;      /* nullable: in the person's words */
  char *note;       /* nullable */
  gboolean on_lock; /* name and number may be shown while the profile is locked */
  int position;     /* from 0, in the order that the person chose; -1: behind the others */
} KeelOwnLine;

KeelOwnLine *keel_own_line_new (const char *name);
KeelOwnLine *keel_own_line_copy (const KeelOwnLine *self);
void keel_own_line_free (KeelOwnLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelOwnLine, keel_own_line_free)

G_END_DECLS
