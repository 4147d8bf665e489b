#pragma once

#include "keel-schedule.h"

G_BEGIN_DECLS

#define KEEL_DAY_UNSAID G_MININT64  /* in the place of a day since 1970-01-01 */
#define KEEL_EVERY_WEEKDAY 0x7fu    /* bit 0 = Sunday to 6 */
#define KEEL_MEDICINE_MOST_WEEKS 52 /* from one injection to the next */
#define KEEL_MEDICINE_MOST_MONTHS 24

/* How it is taken: it decides which days are due and what is said of them. */
typedef enum
{
  KEEL_MEDICINE_DAILY,     /* at home, on some weekdays or on all */
  KEEL_MEDICINE_CLINIC,    /* at the clinic or the pharmacy, on each of these days */
  KEEL_MEDICINE_TAKE_HOME, /* on some days there, on the others what was taken home */
  KEEL_MEDICINE_INJECTION, /* once, or again after weeks or months */
} KeelMedicineKind;

/* The names of these for files that last and for scripts, ended by NULL; see keel_word_find (). */
extern const char *const keel_medicine_kind_words[];

/* What became of a day. That it was not taken is no lapse, and nor is that it was. */
typedef enum
{
  KEEL_MEDICINE_UNSAID,
  KEEL_MEDICINE_TAKEN,
  KEEL_MEDICINE_NOT_TAKEN,
  KEEL_MEDICINE_NOT_DUE, /* whatever the plan says of that day: the clinic said otherwise */
} KeelMedicineState;

extern const char *const keel_medicine_state_words[];

/*
 * KeelMedicine: a medicine that a person takes as it was planned with who prescribes it. There is no field
 * for a dose, and nothing here works one out. Days are since 1970-01-01, by the person's own calendar.
 */
typedef struct
{
  char *uuid; /* NULL until it is in the journal */
  char *name; /* in the person's words; never empty */
  KeelMedicineKind kind;
  gint64 first;       /* nothing is due before; of injections: the day of one */
  guint days;         /* weekdays on which it is due, as bits; of injections none */
  guint clinic_days;  /* of take-home medicine: those at which it is taken at the clinic; else none */
  guint weeks;        /* of injections, from one to the next; both 0: only that one */
  guint months;       /* the same; only one of both is said */
  int minute;         /* of the day, when it is taken; -1: not said */
  gboolean remind;    /* at that time, as discreetly as of everything */
  char *prescriber;   /* nullable, as all texts that follow; in the person's words */
  char *place;        /* pharmacy or clinic */
  char *phone;        /* of the clinic */
  char *note;         /* what to tell or to ask there */
  gint64 appointment; /* the next one there, or KEEL_DAY_UNSAID */
  gint64 naloxone;    /* the last day on which the naloxone at hand is good, or KEEL_DAY_UNSAID */
  gboolean locked;    /* what was taken home is kept locked */
  char *prompt;       /* nullable: UUID of the reminder; whoever saves the plan need not care for it */
} KeelMedicine;

/* That of a day. */
typedef struct
{
  gint64 day;
  KeelMedicineState state;
} KeelMedicineMark;

/* Every day from @first on, nothing else said. */
KeelMedicine *keel_medicine_new (const char *name, gint64 first);
KeelMedicine *keel_medicine_copy (const KeelMedicine *self);
void keel_medicine_free (KeelMedicine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeelMedicine, keel_medicine_free)

/* Whether it has a name and what it says goes with its kind. */
gboolean keel_medicine_is_possible (const KeelMedicine *self);
gboolean keel_medicine_equal (const KeelMedicine *self, const KeelMedicine *other); /* all but the prompt */

/* Whether the plan has @day. An injection of the 31st is on the last day of a shorter month. */
gboolean keel_medicine_is_due (const KeelMedicine *self, gint64 day);
/* Whether it is taken at the clinic on a day that is due. */
gboolean keel_medicine_is_at_clinic (const KeelMedicine *self, gint64 day);
/* The first that is due from @day on, or KEEL_DAY_UNSAID. */
gint64 keel_medicine_find_due (const KeelMedicine *self, gint64 day);

/* When its reminder is due, wherever the person is, from the day @today on; NULL: nothing reminds of it.
 * Transfer full. */
KeelSchedule *keel_medicine_dup_schedule (const KeelMedicine *self, gint64 today);

/* Of @marks, a GArray of KeelMedicineMark in ascending order of their days. */
KeelMedicineState keel_medicine_find_state (const GArray *marks, gint64 day);
/*
 * The days up to @today, that one included, that went by the plan. A day on which it was taken is one; one on
 * which nothing is due (by the plan, or as was said) is one when the last that was due before it was. What
 * nobody said anything of is none: it is not held against anyone, it is only not known.
 */
guint keel_medicine_count_days (const KeelMedicine *self, const GArray *marks, gint64 today);

G_END_DECLS
