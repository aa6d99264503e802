import { places } from './places.ts'
import type { DemoSecrecyUnit } from './types.ts'

/** In one municipality four walls: school, preschool, the medical part of pupil health, and social services. */
const municipal = places.flatMap<DemoSecrecyUnit>(({ slug, name }) => [
  {
    slug: `skola-${slug}`,
    authority: `utbildningsnamnden-${slug}`,
    kind: 'school',
    name: `Skolan i ${name}`,
  },
  {
    slug: `forskola-${slug}`,
    authority: `utbildningsnamnden-${slug}`,
    kind: 'preschool',
    name: `Förskolan i ${name}`,
  },
  {
    slug: `emi-${slug}`,
    authority: `utbildningsnamnden-${slug}`,
    kind: 'pupil_health_medical',
    name: `Elevhälsans medicinska insats i ${name}`,
  },
  {
    slug: `socialtjanst-${slug}`,
    authority: `socialnamnden-${slug}`,
    kind: 'social',
    name: `Socialtjänsten i ${name}`,
  },
])

export const secrecyUnits: readonly DemoSecrecyUnit[] = [
  ...municipal,
  {
    slug: 'region-vard',
    authority: 'region-kronoberg',
    kind: 'health',
    name: 'Hälso- och sjukvården, Region Kronoberg',
  },
  { slug: 'polisen', authority: 'polismyndigheten', kind: 'police', name: 'Polisen' },
  { slug: 'nordlyktan', authority: 'stiftelsen-nordlyktan', kind: 'independent_school', name: 'Nordlyktan' },
  { slug: 'tallbacken', authority: 'tallbacken-ab', kind: 'independent_care', name: 'Barnhälsan Tallbacken' },
  { slug: 'kottarna', authority: 'bk-kottarna', kind: 'civil', name: 'BK Kottarna' },
  { slug: 'gaddan', authority: 'simklubben-gaddan', kind: 'civil', name: 'Simklubben Gäddan' },
  { slug: 'varje-unge', authority: 'foreningen-varje-unge', kind: 'civil', name: 'Föreningen Varje unge' },
  { slug: 'glantan', authority: 'studieforbundet-glantan', kind: 'civil', name: 'Studieförbundet Gläntan' },
]
