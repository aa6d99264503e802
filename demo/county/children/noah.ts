import type { DemoChild } from '../story.ts'

export const noah: DemoChild = {
  slug: 'noah',
  givenName: 'Noah',
  familyName: 'Berg',
  protection: 'none',
  born: { ageYears: 9, daysSinceBirthday: 210 },
  municipality: '0781',
  placements: ['lillaskolan'],
  schoolYear: 'trean',
  homes: ['hos mamma och pappa'],
  guardians: [
    { person: 'johanna-berg', kind: 'guardian', called: 'mamma', home: 'hos mamma och pappa' },
    { person: 'mikael-berg', kind: 'guardian', called: 'pappa', home: 'hos mamma och pappa' },
  ],
  importantAdults: [],
  kin: [],
  lead: { person: 'monika-petrovic', unit: 'lillaskolan' },
  assigned: [{ person: 'jamal-osman', unit: 'lillaskolan', kind: 'ordinary' }],
  stage: 'noticed',
  situation: 'Noah, 9: uppmärksammad i dag, väntar på att rektor läser',
  bars: [],
  noticings: [
    {
      day: 0,
      by: 'jamal-osman',
      unit: 'lillaskolan',
      toUnit: 'lillaskolan',
      sentence:
        'Noah har suttit ensam i kapphallen tre eftermiddagar och sagt att han väntar på att det ska bli kväll.',
      working: 'Noah är en fin kompis och hjälper gärna de yngre på fritids.',
      challenging: 'Han säger nej till fotbollen, som han brukar älska.',
      tried: 'Jag har satt mig bredvid. Han pratar gärna om sin farfars hund.',
      areas: ['health', 'relationships'],
      familyKnows: 'not_yet',
      urgency: 'this_week',
    },
  ],
  talks: [],
  questions: [],
}
