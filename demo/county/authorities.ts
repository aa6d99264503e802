import { places } from './places.ts'
import type { DemoAuthority } from './types.ts'

const boards = places.flatMap<DemoAuthority>(({ slug, code, name }) => [
  {
    slug: `utbildningsnamnden-${slug}`,
    kind: 'municipal_board',
    name: `Utbildningsnämnden i ${name} kommun`,
    municipality: code,
  },
  {
    slug: `socialnamnden-${slug}`,
    kind: 'municipal_board',
    name: `Socialnämnden i ${name} kommun`,
    municipality: code,
  },
])

/** Real municipalities, region and police; the other names are invented. */
export const authorities: readonly DemoAuthority[] = [
  ...boards,
  { slug: 'region-kronoberg', kind: 'region', name: 'Region Kronoberg' },
  { slug: 'polismyndigheten', kind: 'police', name: 'Polismyndigheten' },
  { slug: 'stiftelsen-nordlyktan', kind: 'independent_school', name: 'Stiftelsen Nordlyktan' },
  { slug: 'tallbacken-ab', kind: 'private_care', name: 'Barnhälsan Tallbacken AB' },
  { slug: 'bk-kottarna', kind: 'civil_society', name: 'BK Kottarna' },
  { slug: 'simklubben-gaddan', kind: 'civil_society', name: 'Simklubben Gäddan' },
  { slug: 'foreningen-varje-unge', kind: 'civil_society', name: 'Föreningen Varje unge' },
  { slug: 'studieforbundet-glantan', kind: 'civil_society', name: 'Studieförbundet Gläntan' },
]
