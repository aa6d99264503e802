import { message } from '#ui/message.ts'
// Grounds on which something may be told across the wall of a secrecy unit. A closed list: nothing is inferred.

export const secrecyKinds = [
  'school',
  'pupil_health_medical',
  'preschool',
  'social',
  'health',
  'police',
  'civil',
  'independent_school',
  'independent_care',
] as const

export type SecrecyKind = (typeof secrecyKinds)[number]

export type LegalGround = {
  code: string
  /** What one chooses from, in plain Swedish. */
  sv: string
  /** When it fits, and what to think of. */
  note: string
  /** Secrecy units that may choose it. */
  selectableBy: readonly SecrecyKind[]
  source: string
  readOn: string
  needsLawyer: true
}

const read = { readOn: '2026-11-22', needsLawyer: true } as const

export const legalGrounds = [
  {
    code: 'samtycke',
    sv: message('Familjen har sagt ja (samtycke)'),
    note: 'Gäller bara de verksamheter, de områden och den tid som står i samtycket. Ett ja kan tas tillbaka.',
    selectableBy: secrecyKinds,
    source: 'OSL 10 kap. 1 § och 12 kap. 2–3 §§',
    ...read,
  },
  {
    code: 'ej_men',
    sv: message('Det skadar varken barnet eller någon nära att det berättas'),
    note: 'För enkla eller goda uppgifter. Skriv kort varför ingen kan ta skada.',
    selectableBy: secrecyKinds,
    source: 'OSL 23, 25 och 26 kap., prövning av skada eller men',
    ...read,
  },
  {
    code: 'nodvandigt_egen',
    sv: message('Vi måste berätta det för att klara vår egen uppgift'),
    note: 'Används sällan. Det räcker inte att det vore praktiskt.',
    selectableBy: secrecyKinds,
    source: 'OSL 10 kap. 2 §',
    ...read,
  },
  {
    code: 'halsa_social_underarig',
    sv: message('Barnet behöver vård eller stöd från hälso- och sjukvården eller socialtjänsten'),
    note: 'Mellan hälso- och sjukvård och socialtjänst, när barnet behöver nödvändig vård eller nödvändigt stöd.',
    selectableBy: ['health', 'social'],
    source: 'OSL 25 kap. 12 § och 26 kap. 9 §',
    ...read,
  },
  {
    code: 'emi_elevhalsa',
    sv: message('Eleven behöver stöd från den övriga elevhälsan'),
    note: 'Bara inom samma myndighet, bara det som behövs för nödvändigt stöd. Gäller inte fristående skolor.',
    selectableBy: ['pupil_health_medical'],
    source: 'OSL 25 kap. 13 a §',
    ...read,
  },
  {
    code: 'generalklausul',
    sv: message('Det är uppenbart viktigare att berätta än att hålla det hemligt'),
    note: 'En undantagsregel. Hälso- och sjukvården, elevhälsans medicinska insats och socialtjänsten kan inte välja den.',
    selectableBy: ['school', 'police'],
    source: 'OSL 10 kap. 27 §',
    ...read,
  },
  {
    code: 'uppgiftsskyldighet',
    sv: message('En lag säger att vi ska berätta'),
    note: 'Skriv vilken lag, till exempel skollagen 3 kap. 12 j § vid byte av skola. En orosanmälan antecknas aldrig här.',
    selectableBy: secrecyKinds,
    source: 'OSL 10 kap. 28 § och den lag som nämns',
    ...read,
  },
  {
    code: 'polis_forebygg',
    sv: message('Polisen behöver veta för att förebygga brott'),
    note: 'Ett eget beslut av socialtjänsten, utanför barnets plan. Lagtexten ska läsas i gällande lydelse.',
    selectableBy: ['social'],
    source: 'OSL 10 kap. 18 a–c §§',
    ...read,
  },
  {
    code: 'nod',
    sv: message('Det är akut fara för någon'),
    note: 'Berätta först, skriv varför direkt efteråt. Någon annan i verksamheten läser alltid igenom det.',
    selectableBy: secrecyKinds,
    source: 'Brottsbalken 24 kap. 4 §',
    ...read,
  },
] as const satisfies readonly LegalGround[]

export type LegalGroundCode = (typeof legalGrounds)[number]['code']

export type Ground = LegalGround & { code: LegalGroundCode }

/** The grounds a unit of this kind may choose from, in the order they are shown. */
export function groundsFor(kind: SecrecyKind): readonly Ground[] {
  const all: readonly Ground[] = legalGrounds
  return all.filter((ground) => ground.selectableBy.includes(kind))
}

/** Why a plan may be opened at once by somebody who does not work with the child. All rest on the same ground. */
export const emergencyGrounds = [
  { code: 'barnet_i_fara', sv: message('Barnets liv eller hälsa är i fara just nu') },
  { code: 'nagon_i_fara', sv: message('Någon annans liv eller hälsa är i fara just nu') },
  {
    code: 'barnet_ensamt',
    sv: message('Barnet är ensamt eller försvunnet, och ingen som ansvarar går att nå'),
  },
] as const

export type EmergencyGround = (typeof emergencyGrounds)[number]['code']

/** The ground in words; a code that is no longer on the list is shown as it is. */
export const emergencyGroundWords = (code: string): string =>
  emergencyGrounds.find((ground) => ground.code === code)?.sv ?? code

/** Those to choose from when there is no yes from the family to rest on. */
export const groundsBesidesConsent = (kind: SecrecyKind): readonly Ground[] =>
  groundsFor(kind).filter(({ code }) => code !== 'samtycke')
