#pragma once

#include <adwaita.h>

#include "keel-session-contacts.h"

G_BEGIN_DECLS

/* KeelPersonQuestions: what the person wants to bring to somebody: to write, to tick off, to take away. */
#define KEEL_TYPE_PERSON_QUESTIONS (keel_person_questions_get_type ())
G_DECLARE_FINAL_TYPE (KeelPersonQuestions, keel_person_questions, KEEL, PERSON_QUESTIONS, AdwBin)

/* @questions is of KeelPersonQuestion. The focus stays on the question that it was on. */
void keel_person_questions_show (KeelPersonQuestions *self, KeelSession *session, const char *person,
                                 GPtrArray *questions);

G_END_DECLS
