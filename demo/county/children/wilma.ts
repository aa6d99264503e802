import type { DemoChild } from '../story.ts'

/** Noticed on the other side of a wall: the preschool tells child health, because the family said yes. */
export const wilma: DemoChild = {
  slug: 'wilma',
  givenName: 'Wilma',
  familyName: 'Åkesson',
  protection: 'none',
  born: { ageYears: 5, daysSinceBirthday: 155 },
  municipality: '0763',
  placements: ['bvc-tingsryd', 'forskolan-trollslandan'],
  homes: ['hos mamma och pappa'],
  guardians: [
    { person: 'frida-akesson', kind: 'guardian', called: 'mamma', home: 'hos mamma och pappa' },
    { person: 'oskar-akesson', kind: 'guardian', called: 'pappa', home: 'hos mamma och pappa' },
  ],
  importantAdults: [],
  kin: [],
  lead: { person: 'kristina-malm', unit: 'bvc-tingsryd' },
  assigned: [],
  stage: 'received',
  situation: 'Wilma, 5: BVC har tagit emot och ska prata med familjen i dag',
  bars: [],
  noticings: [
    {
      day: -2,
      by: 'sandra-wik',
      unit: 'forskolan-trollslandan',
      toUnit: 'bvc-tingsryd',
      sentence: 'Wilma har slutat äta med oss sedan hösten och dricker mest vatten.',
      working: 'Hon leder leken i skogen och vet namnet på varje svamp.',
      challenging: 'Hon går från bordet när maten kommer och håller sig om magen.',
      tried: 'Hon får sitta vid fönstret med en kompis. Då äter hon lite bröd.',
      areas: ['health', 'care'],
      familyKnows: 'yes',
      urgency: 'this_week',
      ground: 'samtycke',
      openedDay: -2,
      decision: 'gathering',
    },
  ],
  talks: [],
  questions: [],
}
