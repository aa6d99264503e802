import type { Statement } from '../story.ts'

const school = { unit: 'furuskolan' } as const

/** Lisa drew while she talked with Petra, and chose that those at the meeting may read. */
const lisa = {
  ...school,
  voice: 'child',
  writtenBy: 'petra-ek',
  day: -73,
  obtained: 'picture',
  readers: 'meeting',
} as const

const maria = {
  ...school,
  voice: 'guardian',
  person: 'maria-holmgren',
  writtenBy: 'karin-wester',
  day: -72,
  obtained: 'talk',
} as const

const jonas = {
  ...school,
  voice: 'guardian',
  person: 'jonas-berglund',
  writtenBy: 'karin-wester',
  day: -70,
  obtained: 'telephone',
} as const

const hanna = {
  ...school,
  voice: 'professional',
  person: 'hanna-vikstrom',
  writtenBy: 'petra-ek',
  day: -69,
  obtained: 'observation',
} as const

const grandmother = {
  ...school,
  voice: 'important_adult',
  person: 'gunilla-holmgren',
  writtenBy: 'karin-wester',
  day: -68,
  obtained: 'telephone',
} as const

export const lisasStatements: readonly Statement[] = [
  {
    area: 'safety',
    ...lisa,
    working: 'Hos mormor är det alltid lugnt.',
    challenging: 'Det är bråttom och bråkigt på morgonen.',
  },
  { area: 'safety', ...maria, working: 'Lisa säger till när något känns fel.' },
  { area: 'safety', ...jonas, challenging: 'Hon blir orolig när veckan byter hem.' },
  { area: 'safety', ...hanna, working: 'Lisa går till Omar när hon vill ha en vuxen.' },
  {
    area: 'safety',
    ...grandmother,
    working: 'Hon sover gott här och vill gärna ha lampan tänd i hallen.',
  },
  { area: 'health', ...lisa, working: 'Jag älskar att simma!' },
  {
    area: 'health',
    ...maria,
    challenging: 'Svårt att somna på söndagar.',
    tried: 'Vi läser längre på söndagar. Det hjälper ibland.',
  },
  { area: 'health', ...jonas, working: 'Hon är frisk och rör sig mycket.' },
  { area: 'health', ...hanna, challenging: 'Lisa är ofta trött före lunch.' },
  { area: 'development', ...lisa, working: 'Jag kan vissla och knyta skorna.' },
  { area: 'development', ...maria, working: 'Hon reder ut mer själv än i våras.' },
  { area: 'development', ...hanna, working: 'Ritar och berättar med många detaljer.' },
  { area: 'learning', ...lisa, working: 'Matte är kul.', challenging: 'Bokstäverna hoppar.' },
  { area: 'learning', ...maria, challenging: 'Läxan slutar ofta i tårar.' },
  {
    area: 'learning',
    ...hanna,
    working: 'Räknar säkert och förklarar för andra.',
    challenging: 'Läsningen tar mycket kraft.',
    tried: 'Korta texter med bilder. Då läser hon klart.',
  },
  { area: 'care', ...maria, working: 'Lisa får hjälp när hon ber om det.' },
  { area: 'care', ...jonas, working: 'Vi hjälps åt, och mormor också.' },
  {
    area: 'home',
    ...lisa,
    working: 'Jag har eget rum på båda ställena.',
    challenging: 'Något är alltid kvar i det andra huset.',
  },
  { area: 'home', ...maria, challenging: 'Morgnarna är stressiga.' },
  { area: 'home', ...jonas, working: 'Morgnarna går bra hos oss.' },
  {
    area: 'relationships',
    ...lisa,
    working: 'Tuva är min bästis.',
    challenging: 'Jag har ingen när Tuva är sjuk.',
  },
  { area: 'relationships', ...maria, working: 'Hon är nära sin kusin Vera.' },
  { area: 'relationships', ...jonas, challenging: 'Svårt att komma in i leken på rasten.' },
  { area: 'relationships', ...hanna, working: 'Lisa är omtyckt i klassen.' },
]
