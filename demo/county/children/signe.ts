import type { DemoChild } from '../story.ts'

/** Strengths count: good news asks for no decision. */
export const signe: DemoChild = {
  slug: 'signe',
  givenName: 'Signe',
  familyName: 'Nordin',
  protection: 'none',
  born: { ageYears: 6, daysSinceBirthday: 270 },
  municipality: '0780',
  placements: ['tornsvalans-skola'],
  schoolYear: 'förskoleklass',
  homes: ['hos mamma och pappa'],
  guardians: [
    { person: 'camilla-nordin', kind: 'guardian', called: 'mamma', home: 'hos mamma och pappa' },
    { person: 'henrik-nordin', kind: 'guardian', called: 'pappa', home: 'hos mamma och pappa' },
  ],
  importantAdults: [],
  kin: [{ child: 'elias', as: 'sibling' }],
  lead: { person: 'stefan-bjork', unit: 'tornsvalans-skola' },
  assigned: [{ person: 'ellen-grahn', unit: 'tornsvalans-skola', kind: 'ordinary' }],
  stage: 'good_news',
  situation: 'Signe, 6: fritids har en ljusglimt att berätta',
  bars: [],
  noticings: [
    {
      day: -1,
      by: 'ellen-grahn',
      unit: 'tornsvalans-skola',
      toUnit: 'tornsvalans-skola',
      goodNews: true,
      sentence: 'Signe såg att en ny flicka stod ensam, tog hennes hand och visade henne gungorna.',
      working: 'Hon frågade mig vad flickan hette innan hon gick dit.',
      areas: ['relationships'],
      familyKnows: 'yes',
    },
  ],
  talks: [],
  questions: [],
}
