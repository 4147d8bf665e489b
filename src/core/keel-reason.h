#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a picture may take in the journal, in bytes. */
#define KEEL_REASON_PHOTO_MAX (1024 * 1024)

/* KeelReason: what somebody does all this for: words, and a picture of their own. Never where the picture
 * came from. */
typedef struct
{
  char *uuid;    /* NULL until it is in the journal */
  char *words;   /* nullable where there is a photo */
  GBytes *photo; /* nullable: a JPEG or PNG file */
  int position;  /* from 0, in the order that the person chose; -1: behind the others */
} KeelReason;

/* Behind the others. @words and @photo are nullable. */
KeelReason *keel_reason_new (const char *words, GBytes *photo);
KeelReason *keel_reason_copy (const KeelReason *self);
void keel_reason_free (KeelReason *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelReason, keel_reason_free)

/* Whether it has words or a photo, and the photo is not too large. */
gboolean keel_reason_is_possible (const KeelReason *self);

G_END_DECLS
