import type { UnitKind } from '#shared/schema.ts'

/** Kinds of units in the order a list shows them. A reception only passes on. */
export const unitKinds = {
  preschool: 'Förskolor',
  compulsory_school: 'Grundskolor',
  upper_secondary_school: 'Gymnasieskolor',
  activity_responsibility: 'Kommunens aktivitetsansvar',
  pupil_health: 'Elevhälsans medicinska insats',
  midwifery: 'Mödravård',
  child_health: 'BVC',
  primary_care: 'Vårdcentraler',
  child_psychiatry: 'Barn- och ungdomspsykiatri',
  habilitation: 'Habilitering',
  youth_clinic: 'Ungdomsmottagningar',
  social_services: 'Socialtjänsten',
  police: 'Polisen',
  civil_society: 'Föreningar',
} as const satisfies Partial<Record<UnitKind, string>>

type Listed = { id: string; kind: UnitKind; secrecyUnitId: string }

/** The units that one can ask about: not those inside one's own wall, who need nobody's yes. */
export const askable = <U extends Listed>(units: readonly U[], ownSecrecyUnitId: string | undefined): U[] =>
  units.filter(({ kind, secrecyUnitId }) => kind in unitKinds && secrecyUnitId !== ownSecrecyUnitId)

/** By kind, in the list's order; kinds without a unit are left out. */
export const byKind = <U extends Listed>(units: readonly U[]): { title: string; units: U[] }[] =>
  Object.entries(unitKinds)
    .map(([kind, title]) => ({ title, units: units.filter((unit) => unit.kind === kind) }))
    .filter((group) => group.units.length > 0)
