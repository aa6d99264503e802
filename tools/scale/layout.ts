import { municipalities } from '#modules/knowledge'

/**
 * Who works where, by the numbers of the children: the first school is large, the others are ordinary. Of the grown-ups in a
 * school most teach no class of their own.
 */
const sizes = {
  class: 30,
  firstSchool: 400,
  school: 200,
  colleagues: 14,
  nurse: 800,
  familySupport: 1000,
} as const

/** The whole county: 650 units, 10 000 who work there, 30 000 plans. */
export const wholeCounty = 90_000

export type Layout = { children: number; schools: number; nurses: number; familySupports: number }

export const layoutFor = (children: number): Layout => ({
  children,
  schools: 1 + Math.max(1, Math.ceil((children - sizes.firstSchool) / sizes.school)),
  nurses: Math.ceil(children / sizes.nurse),
  familySupports: Math.ceil(children / sizes.familySupport),
})

export type Place = {
  school: number
  /** Classes are counted within the school. */
  class: number
  nurse: number
  familySupport: number
}

export function placeOf(child: number): Place {
  const later = child - sizes.firstSchool
  const inFirst = later < 0
  const within = inFirst ? child : later % sizes.school
  return {
    school: inFirst ? 0 : 1 + Math.floor(later / sizes.school),
    class: Math.floor(within / sizes.class),
    nurse: Math.floor(child / sizes.nurse),
    familySupport: Math.floor(child / sizes.familySupport),
  }
}

export const classesIn = (school: number) =>
  Math.ceil((school === 0 ? sizes.firstSchool : sizes.school) / sizes.class)

export const colleaguesIn = sizes.colleagues

/** The municipality of number `n` of `of` units, so that neighbours in number are neighbours in the county. */
export const municipalityOf = (n: number, of: number) =>
  municipalities[Math.floor((n * municipalities.length) / of)] ?? municipalities[0]

/** What goes on around a child, by its number: a third have a plan, a tenth are on their way. */
export const hasPlan = (child: number) => child % 3 === 0
export const isNoticed = (child: number) => child % 10 === 1
/** The nurse leads the collaboration around every fourth plan, the principal around the others. */
export const nurseLeads = (child: number) => child % 12 === 0
