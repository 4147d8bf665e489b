#include "keel-demo-entries.h"

#include <glib/gi18n-lib.h>

/* What anybody may write. Everything here is made up. */
static const KeelDemoAnswer w56_0[] = {
  { "text", NULL, KEEL_DEMO_TEXT,
    N_ ("Unpacked the last box. The room is mine now, and it is quiet. I do not know yet what to do with so much evening.") },
  { "mood", NULL, KEEL_DEMO_NUMBER, "2" },
  { "tags", NULL, KEEL_DEMO_TEXT, N_ ("home, evening") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w56_1[] = {
  { "text", NULL, KEEL_DEMO_TEXT,
    N_ ("Fog over the harbour. I stood there until it lifted, and for once I was in no hurry.") },
  { "mood", NULL, KEEL_DEMO_NUMBER, "3" },
  { "tags", NULL, KEEL_DEMO_TEXT, N_ ("harbour") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w56_2[] = {
  { "text", NULL, KEEL_DEMO_TEXT,
    N_ ("We cooked together and nobody raised their voice. I want to remember that it was possible.") },
  { "mood", NULL, KEEL_DEMO_NUMBER, "4" },
  { "tags", NULL, KEEL_DEMO_TEXT, N_ ("family, good day") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w56_3[] = {
  { "text", NULL, KEEL_DEMO_TEXT,
    N_ ("A heavy week. I said no to two things and slept in the afternoon. Tomorrow I call Sam.") },
  { "mood", NULL, KEEL_DEMO_NUMBER, "1" },
  { "tags", NULL, KEEL_DEMO_TEXT, N_ ("hard week") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w56_4[] = {
  { "text", NULL, KEEL_DEMO_TEXT,
    N_ ("Soup, a book, an early night. A year ago I would have called this boring.") },
  { "mood", NULL, KEEL_DEMO_NUMBER, "3" },
  { "tags", NULL, KEEL_DEMO_TEXT, N_ ("evening, good day") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w45_5[] = {
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("The first swim of the year") },
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("A letter in the box") },
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("Bread from the market") },
  { "why", NULL, KEEL_DEMO_TEXT, N_ ("I went out although it looked like rain.") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w45_6[] = {
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("A phone call that made me laugh") },
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("Clean sheets") },
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("The light at five o’clock") },
  { "why", NULL, KEEL_DEMO_TEXT, N_ ("I picked up the phone first.") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w45_7[] = {
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("Coffee with Sam") },
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("The bench in the garden") },
  { "good", NULL, KEEL_DEMO_ITEM, N_ ("Nothing broke today") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w14_8[] = {
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Health") },
  { "areas", "happy", KEEL_DEMO_NUMBER, "6" },
  { "areas", "matters", KEEL_DEMO_NUMBER, "9" },
  { "areas", "next", KEEL_DEMO_TEXT, N_ ("Swim on Wednesdays") },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Family") },
  { "areas", "happy", KEEL_DEMO_NUMBER, "5" },
  { "areas", "matters", KEEL_DEMO_NUMBER, "10" },
  { "areas", "next", KEEL_DEMO_TEXT, N_ ("Breakfast together on Sundays") },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Friends") },
  { "areas", "happy", KEEL_DEMO_NUMBER, "4" },
  { "areas", "matters", KEEL_DEMO_NUMBER, "7" },
  { "areas", "next", KEEL_DEMO_TEXT, N_ ("Ask Sam for a walk") },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Work") },
  { "areas", "happy", KEEL_DEMO_NUMBER, "7" },
  { "areas", "matters", KEEL_DEMO_NUMBER, "6" },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Money") },
  { "areas", "happy", KEEL_DEMO_NUMBER, "5" },
  { "areas", "matters", KEEL_DEMO_NUMBER, "5" },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Fun") },
  { "areas", "happy", KEEL_DEMO_NUMBER, "3" },
  { "areas", "matters", KEEL_DEMO_NUMBER, "6" },
  { "areas", "next", KEEL_DEMO_TEXT, N_ ("Choir, first Monday") },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Home") },
  { "areas", "happy", KEEL_DEMO_NUMBER, "8" },
  { "areas", "matters", KEEL_DEMO_NUMBER, "6" },
  { "areas", "area", KEEL_DEMO_TEXT, N_ ("Meaning") },
  { "areas", "happy", KEEL_DEMO_NUMBER, "6" },
  { "areas", "matters", KEEL_DEMO_NUMBER, "8" },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w17_9[] = {
  { "goal", NULL, KEEL_DEMO_TEXT, N_ ("Sleep before midnight") },
  { "exactly", NULL, KEEL_DEMO_TEXT, N_ ("Phone in the kitchen at eleven") },
  { "measure", NULL, KEEL_DEMO_TEXT, N_ ("Five nights out of seven") },
  { "sure", NULL, KEEL_DEMO_NUMBER, "7" },
  { "by", NULL, KEEL_DEMO_DAY, "3" },
  { "steps", NULL, KEEL_DEMO_ITEM, N_ ("Buy an alarm clock") },
  { "steps", NULL, KEEL_DEMO_ITEM, N_ ("Tell Jo about it") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

static const KeelDemoAnswer w57_10[] = {
  { "words", "what", KEEL_DEMO_TEXT, N_ ("You can start your day over at any time.") },
  { "words", "where", KEEL_DEMO_TEXT, N_ ("Heard at a meeting") },
  { "words", "why", KEEL_DEMO_TEXT, N_ ("It takes the weight off a bad morning.") },
  { "words", "what", KEEL_DEMO_TEXT, N_ ("Slow is also a way to get there.") },
  { "words", "where", KEEL_DEMO_TEXT, N_ ("A card on the fridge") },
  { NULL, NULL, KEEL_DEMO_TEXT, NULL },
};

const KeelDemoEntry keel_demo_common_entries[] = {
  { "w56", 301, 21 * 60 + 40, KEEL_ENTRY_FINISHED, NULL, w56_0 },
  { "w56", 188, 7 * 60 + 20, KEEL_ENTRY_FINISHED, NULL, w56_1 },
  { "w56", 96, 22 * 60 + 5, KEEL_ENTRY_FINISHED, NULL, w56_2 },
  { "w56", 45, 23 * 60 + 10, KEEL_ENTRY_FINISHED, NULL, w56_3 },
  { "w56", 4, 20 * 60 + 50, KEEL_ENTRY_FINISHED, NULL, w56_4 },
  { "w45", 120, 21 * 60 + 15, KEEL_ENTRY_FINISHED, NULL, w45_5 },
  { "w45", 31, 21 * 60 + 5, KEEL_ENTRY_FINISHED, NULL, w45_6 },
  { "w45", 2, 21 * 60 + 25, KEEL_ENTRY_FINISHED, NULL, w45_7 },
  { "w14", 150, 17 * 60 + 0, KEEL_ENTRY_FINISHED, NULL, w14_8 },
  { "w17", 24, 18 * 60 + 30, KEEL_ENTRY_DRAFT, NULL, w17_9 },
  { "w57", 80, 20 * 60 + 0, KEEL_ENTRY_FINISHED, NULL, w57_10 },
  { NULL, 0, 0, KEEL_ENTRY_DRAFT, NULL, NULL },
};
