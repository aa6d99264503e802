import type { DemoChild } from '../story.ts'
import { lisasPlan } from './lisa-plan.ts'
import { lisasStatements } from './lisa-wheel.ts'

/** The main story: from a sentence in September to a plan that is followed up tomorrow. */
export const lisa: DemoChild = {
  slug: 'lisa',
  givenName: 'Lisa',
  familyName: 'Holmgren',
  protection: 'none',
  born: { ageYears: 8, daysSinceBirthday: 96 },
  municipality: '0764',
  placements: ['furuskolan'],
  schoolYear: 'tvåan',
  account: 'lisa-holmgren',
  homes: ['hos mamma', 'hos pappa'],
  guardians: [
    { person: 'maria-holmgren', kind: 'guardian', called: 'mamma', home: 'hos mamma' },
    { person: 'jonas-berglund', kind: 'guardian', called: 'pappa', home: 'hos pappa' },
  ],
  importantAdults: [{ person: 'gunilla-holmgren', called: 'mormor' }],
  kin: [{ child: 'elis', as: 'half_sibling' }],
  lead: { person: 'karin-wester', unit: 'furuskolan' },
  assigned: [
    { person: 'hanna-vikstrom', unit: 'furuskolan', kind: 'ordinary' },
    { person: 'omar-haddad', unit: 'furuskolan', kind: 'ordinary' },
    { person: 'petra-ek', unit: 'furuskolan', kind: 'work' },
  ],
  stage: 'follow_up_due',
  situation: 'Lisa, 8: planen ska följas upp i morgon',
  bars: [],
  noticings: [
    {
      day: -80,
      by: 'hanna-vikstrom',
      unit: 'furuskolan',
      toUnit: 'furuskolan',
      sentence: 'Lisa kom sent sju morgnar av tio och sa att det var bråttom och bråkigt hemma.',
      working: 'Hon räknar säkert, hjälper andra och skrattar mycket när Tuva är där.',
      challenging: 'Hon är trött före lunch och går undan när Tuva är sjuk.',
      tried: 'Jag möter henne i dörren och hon får en lugn start med en bok. Det hjälper när hon hinner.',
      areas: ['home', 'learning', 'relationships'],
      familyKnows: 'not_yet',
      urgency: 'can_wait',
      openedDay: -79,
      decision: 'gathering',
    },
    {
      day: -4,
      by: 'petra-ek',
      unit: 'furuskolan',
      toUnit: 'furuskolan',
      goodNews: true,
      sentence: 'Lisa läste två kapitel och ville ha ett till.',
      areas: ['learning'],
      familyKnows: 'yes',
      openedDay: -4,
    },
  ],
  talks: [
    {
      day: -77,
      told: ['maria-holmgren'],
      way: 'telephone',
      note: 'Karin ringde. Maria hade själv tänkt ringa om morgnarna och sov dåligt över dem.',
    },
    {
      day: -77,
      told: ['jonas-berglund'],
      way: 'telephone',
      note: 'Karin ringde samma dag. Jonas blev glad att få veta och vill vara med.',
    },
    {
      day: -75,
      told: ['child'],
      way: 'meeting',
      note: 'Petra berättade medan de ritade. Lisa frågade om Tuva får veta.',
    },
  ],
  gathering: {
    startedDay: -76,
    areas: ['safety', 'health', 'development', 'learning', 'care', 'home', 'relationships'],
    statements: lisasStatements,
  },
  questions: [
    {
      day: -54,
      toUnit: 'skolskoterska-alvesta',
      toPerson: 'sofia-lund',
      question: 'Vad vet du om Lisas sömn, och vad brukar hjälpa?',
      dueDay: -47,
      ground: 'samtycke',
      answer: {
        day: -50,
        kind: 'answered',
        text: 'Lisa säger att hon somnar sent på söndagar. Hon är frisk och växer fint. Jag kan ha två samtal om sömn.',
        byTelephone: false,
      },
    },
  ],
  analysis: {
    day: -62,
    text: 'Lisa har mycket som bär: två hem som vill väl, en mormor, en bästa vän, matten. Morgnarna och bytet mellan hemmen tar kraft, och då orkar hon inte läsa. Skolan kan hjälpa med läsningen och rasten. Morgnarna kan skolan inte lösa själv.',
    outcome: 'collaboration',
    reason: 'Läsningen och rasten klarar vi. För morgnarna i två hem behövs Familjestöd och elevhälsan.',
  },
  consent: {
    askedDay: -58,
    purpose: 'Att Lisa ska få lugna morgnar i båda hemmen och orka läsa.',
    untilDay: 189,
    language: 'sv',
    interpreter: false,
    childPart: 'heard',
    maturity:
      'Lisa förstår vilka som får veta vad. Hon tyckte att det var bra, men ville inte att klassen får veta.',
    units: [
      {
        unit: 'familjestod-alvesta',
        areas: ['home', 'safety'],
        answers: [
          { signer: 'maria-holmgren', answer: 'yes', day: -56, way: 'in_app' },
          { signer: 'jonas-berglund', answer: 'yes', day: -55, way: 'in_app' },
        ],
      },
      {
        unit: 'skolskoterska-alvesta',
        areas: ['health'],
        answers: [
          { signer: 'maria-holmgren', answer: 'yes', day: -56, way: 'in_app' },
          { signer: 'jonas-berglund', answer: 'yes', day: -55, way: 'in_app' },
        ],
      },
      {
        unit: 'simskolan-gaddan',
        areas: ['relationships'],
        answers: [
          { signer: 'maria-holmgren', answer: 'yes', day: -12, way: 'in_app' },
          {
            signer: 'jonas-berglund',
            answer: 'yes',
            day: -11,
            way: 'telephone',
            note: 'Ringde Karin från jobbet. Han vill gärna följa med Lisa dit.',
          },
        ],
      },
    ],
  },
  meeting: {
    day: -45,
    time: '14:30',
    minutes: 60,
    place: 'Furuskolan, rummet Granen',
    state: 'held',
    purpose: 'Hur får vi lugna morgnar hos båda, så att Lisa orkar läsa och vara med?',
    childWishes: 'Jag vill att Petra är med. Jag vill vara med i början och sedan gå till fritids.',
    parties: [
      { who: 'child', why: 'Det är Lisas möte.', answer: 'coming', attended: true },
      { who: 'maria-holmgren', why: 'Lisas mamma.', answer: 'coming', attended: true },
      { who: 'jonas-berglund', why: 'Lisas pappa.', answer: 'coming', attended: true },
      {
        who: 'petra-ek',
        unit: 'furuskolan',
        why: 'Läser med Lisa. Lisa vill ha henne där.',
        answer: 'coming',
        attended: true,
      },
      {
        who: 'ali-rahimi',
        unit: 'familjestod-alvesta',
        why: 'Kan hjälpa till med morgnarna.',
        answer: 'coming',
        attended: true,
      },
      {
        who: 'sofia-lund',
        unit: 'skolskoterska-alvesta',
        why: 'Kan prata om sömn.',
        answer: 'sends_words',
        attended: false,
      },
    ],
    notes:
      'Lisa visade sin teckning: en klocka med arg mun. Alla skrattade lite. Maria och Jonas kom själva på att ha samma bilder på väggen. Vi börjar samverka, och Ali håller ihop planen.',
    tellsChild: { who: 'maria-holmgren', day: -45 },
  },
  plan: lisasPlan,
}
