#pragma once

#include "core/keel-aim.h"
#include "core/keel-medicine.h"
#include "core/keel-person.h"
#include "core/keel-plan.h"
#include "core/keel-risk-date.h"
#include "keel-session-rows.h"

G_BEGIN_DECLS

/* The plans of the open profile that are no if-then plans: medicine, high-risk dates, goals; and what has to
 * be sorted out. "care-changed" comes after each change. What there is now: keel-care-book.h. */

/* Of what kind a row is; it is a KeelMedicine, a KeelRiskDate or a KeelAim. */
typedef enum
{
  KEEL_CARE_MEDICINE,
  KEEL_CARE_RISK_DATE,
  KEEL_CARE_AIM,
} KeelCareKind;

const KeelSessionRows *keel_care_get_rows (KeelCareKind kind);

/* Something to sort out: an entry of the worksheet w54. */
typedef struct
{
  char *uuid; /* of the entry */
  char *title;
  char *status; /* nullable: not said */
  gboolean done;
} KeelCareCase;

/* KeelCare: all of it as of one moment. Counted; not to be changed. */
typedef struct
{
  GPtrArray *medicines; /* of KeelMedicine */
  GPtrArray *marks;     /* of GArray of KeelMedicineMark: those of the medicine at the same place */
  GPtrArray *dates;     /* of KeelRiskDate, by day */
  GPtrArray *goals;     /* of KeelAim */
  GPtrArray *ticks;     /* of GArray of gint64: those of the goal at the same place */
  GPtrArray *plans;     /* of KeelPlan: the if-then plans, which a date may be bound to */
  GPtrArray *people;    /* of KeelPerson */
  GPtrArray *cases;     /* of KeelCareCase: the open ones first */
} KeelCare;

void keel_care_unref (KeelCare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelCare, keel_care_unref)

void keel_session_read_care_async (KeelSession *self, KeelSessionCallback callback, gpointer data);
KeelCare *keel_session_read_care_finish (KeelSession *self, GAsyncResult *result, GError **error);

/* What became of a day; KEEL_MEDICINE_UNSAID takes that back. Ended by keel_session_change_finish (), as the
 * next. */
void keel_session_mark_medicine_async (KeelSession *self, const char *uuid, gint64 day,
                                       KeelMedicineState state, KeelSessionCallback callback, gpointer data);
void keel_session_tick_aim_async (KeelSession *self, const char *uuid, gint64 day, gboolean ticked,
                                  KeelSessionCallback callback, gpointer data);

G_END_DECLS
