import { children, type DemoPerson, idOf, type OpenAs, people, situations, units } from './county/index.ts'

/** Those who vouch for people in the demo: two, side by side, each on its own terms. */
export const demoIssuers = {
  medarbetare: { kind: 'staff', name: 'Medarbetarinloggning (demo)' },
  'e-legitimation': { kind: 'family', name: 'E-legitimation (demo)' },
} as const
export type DemoIssuerId = keyof typeof demoIssuers

const issuerOf = ({ kind }: DemoPerson): DemoIssuerId => (kind === 'staff' ? 'medarbetare' : 'e-legitimation')

/** A protected person's name must not lie in the database by this way either. */
const subjectOf = ({ slug, protection }: DemoPerson) => (protection === 'none' ? slug : idOf.person(slug))

/** Who somebody is at the identity provider. */
export const identityOf = (person: DemoPerson) => ({
  issuer: issuerOf(person),
  subject: subjectOf(person),
})

/** What the login page of the provider shows of somebody. */
export type Account = { subject: string; name: string; role: string; unit: string }

const nameOf = ({ givenName, familyName }: DemoPerson) => `${givenName} ${familyName}`
export const unitName = (slug: string) => units.find((unit) => unit.slug === slug)?.name ?? slug
const childrenOf = ({ slug }: DemoPerson) =>
  children.filter(({ guardians }) => guardians.some(({ person }) => person === slug))

function familyRole(person: DemoPerson): string {
  if (person.kind === 'child') return 'barn'
  const names = childrenOf(person).map(({ givenName }) => givenName)
  return names.length > 0 ? `vårdnadshavare för ${names.join(' och ')}` : 'vårdnadshavare'
}

function accountOf(person: DemoPerson): Account {
  const [first] = person.engagements
  const [role, unit] = first ? [first.title, unitName(first.unit)] : [familyRole(person), '']
  return { subject: subjectOf(person), name: nameOf(person), role, unit }
}

const withAccount = people.filter(({ signsIn }) => signsIn)

/** Everybody who can sign in with one of the issuers. */
export const accountsAt = (issuer: DemoIssuerId): Account[] =>
  withAccount.filter((person) => issuerOf(person) === issuer).map(accountOf)

/** Where the application begins to sign somebody in, and where it goes on to. */
export function signInAddress(person: DemoPerson, after: string): string {
  const query = new URLSearchParams({ som: subjectOf(person), efter: after })
  return `/logga-in/${issuerOf(person)}?${query}`
}

function opener({ person: slug, unit, as }: OpenAs, after: string) {
  const person = people.find((one) => one.slug === slug)
  if (!person?.signsIn) return []
  return [
    {
      name: nameOf(person),
      as,
      place: unit ? unitName(unit) : undefined,
      href: signInAddress(person, after),
    },
  ]
}

/** The start page in development: each situation, and as whom it can be opened. */
export const demoSituations = situations.map(({ child, sentence, openAs }) => ({
  sentence,
  openAs: openAs.flatMap((as) => opener(as, `/barn/${idOf.child(child)}`)),
}))

const situationsOf = (slug: string) =>
  situations
    .filter(({ openAs }) => openAs.some(({ person }) => person === slug))
    .map(({ sentence }) => sentence)

/** Everybody who can sign in, as `npm run people` lists them. */
export const demoPeople = withAccount.map((person) => {
  const { name, role, unit } = accountOf(person)
  const units = person.engagements.map((at) => ({ role: at.title, unit: unitName(at.unit) }))
  return { id: person.slug, name, role, unit, units, situations: situationsOf(person.slug) }
})

/** A person by what somebody may call them: the slug, the id in the database, or the name. */
export const findPerson = (called: string): DemoPerson | undefined =>
  withAccount.find(
    (person) => called === person.slug || called === idOf.person(person.slug) || called === nameOf(person),
  )
