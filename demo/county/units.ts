import { municipalities } from '#modules/knowledge'
import { office } from './phones.ts'
import { places } from './places.ts'
import type { DemoUnit } from './types.ts'

type WithoutPhone = Omit<DemoUnit, 'phone'>

const everywhere = municipalities.map(({ code }) => code)

/** What every municipality has, so that every child there has somebody by the ladder. */
const local = places.flatMap<WithoutPhone>(({ slug, code, name, school, preschool, childHealth }) => {
  const here = { municipality: code, serves: [code] }
  return [
    {
      slug: school[0],
      secrecyUnit: `skola-${slug}`,
      kind: 'compulsory_school',
      name: school[1],
      ...here,
    },
    { slug: preschool[0], secrecyUnit: `forskola-${slug}`, kind: 'preschool', name: preschool[1], ...here },
    {
      slug: `skolskoterska-${slug}`,
      secrecyUnit: `emi-${slug}`,
      kind: 'pupil_health',
      name: `Skolsköterskorna i ${name}`,
      ...here,
    },
    {
      slug: `kaa-${slug}`,
      secrecyUnit: `skola-${slug}`,
      kind: 'activity_responsibility',
      name: `Kommunala aktivitetsansvaret i ${name}`,
      ...here,
    },
    {
      slug: `mottagning-${slug}`,
      secrecyUnit: `skola-${slug}`,
      kind: 'reception',
      name: `Kronobarns mottagning i ${name}`,
      ...here,
    },
    {
      slug: `familjestod-${slug}`,
      secrecyUnit: `socialtjanst-${slug}`,
      kind: 'social_services',
      name: `Familjestöd ${name}`,
      ...here,
    },
    { slug: `bvc-${slug}`, secrecyUnit: 'region-vard', kind: 'child_health', name: childHealth, ...here },
  ]
})

const region: readonly WithoutPhone[] = [
  {
    slug: 'mvc-vaxjo',
    secrecyUnit: 'region-vard',
    kind: 'midwifery',
    name: 'Mödravården Stjärnan, Växjö',
    municipality: '0780',
    serves: ['0760', '0761', '0763', '0764', '0780'],
  },
  {
    slug: 'mvc-ljungby',
    secrecyUnit: 'region-vard',
    kind: 'midwifery',
    name: 'Mödravården Källan, Ljungby',
    municipality: '0781',
    serves: ['0765', '0767', '0781'],
  },
  {
    slug: 'vc-linden',
    secrecyUnit: 'region-vard',
    kind: 'primary_care',
    name: 'Vårdcentralen Linden, Alvesta',
    municipality: '0764',
    serves: ['0764'],
  },
  {
    slug: 'vc-eken',
    secrecyUnit: 'region-vard',
    kind: 'primary_care',
    name: 'Vårdcentralen Storeken, Växjö',
    municipality: '0780',
    serves: ['0780'],
  },
  {
    slug: 'bup',
    secrecyUnit: 'region-vard',
    kind: 'child_psychiatry',
    name: 'Barn- och ungdomspsykiatrin (BUP), Växjö',
    municipality: '0780',
    serves: everywhere,
  },
  {
    slug: 'habiliteringen',
    secrecyUnit: 'region-vard',
    kind: 'habilitation',
    name: 'Habiliteringen (HAB), Växjö',
    municipality: '0780',
    serves: everywhere,
  },
  {
    slug: 'ungdomsmottagningen',
    secrecyUnit: 'region-vard',
    kind: 'youth_clinic',
    name: 'Ungdomsmottagningen, Växjö',
    municipality: '0780',
    serves: everywhere,
  },
]

const others: readonly WithoutPhone[] = [
  {
    slug: 'klockarskolan',
    secrecyUnit: 'skola-vaxjo',
    kind: 'compulsory_school',
    name: 'Klockarskolan',
    municipality: '0780',
    serves: ['0780'],
  },
  {
    slug: 'sjostigens-gymnasium',
    secrecyUnit: 'skola-vaxjo',
    kind: 'upper_secondary_school',
    name: 'Sjöstigens gymnasium',
    municipality: '0780',
    serves: ['0760', '0761', '0763', '0764', '0780'],
  },
  {
    slug: 'stenbrons-gymnasium',
    secrecyUnit: 'skola-ljungby',
    kind: 'upper_secondary_school',
    name: 'Stenbrons gymnasium',
    municipality: '0781',
    serves: ['0765', '0767', '0781'],
  },
  {
    slug: 'nordlyktans-friskola',
    secrecyUnit: 'nordlyktan',
    kind: 'compulsory_school',
    name: 'Nordlyktans friskola',
    municipality: '0780',
    serves: ['0780'],
  },
  {
    slug: 'bvc-tallbacken',
    secrecyUnit: 'tallbacken',
    kind: 'child_health',
    name: 'BVC Tallbacken',
    municipality: '0780',
    serves: ['0780'],
  },
  {
    slug: 'polisen-kronoberg',
    secrecyUnit: 'polisen',
    kind: 'police',
    name: 'Polisen, polisområde Kronoberg',
    municipality: '0780',
    serves: everywhere,
  },
  {
    slug: 'fotbollen-kottarna',
    secrecyUnit: 'kottarna',
    kind: 'civil_society',
    name: 'BK Kottarna, fotboll',
    municipality: '0780',
    serves: ['0780'],
  },
  {
    slug: 'simskolan-gaddan',
    secrecyUnit: 'gaddan',
    kind: 'civil_society',
    name: 'Simklubben Gäddan',
    municipality: '0764',
    serves: ['0764', '0780'],
  },
  {
    slug: 'laxhjalpen-varje-unge',
    secrecyUnit: 'varje-unge',
    kind: 'civil_society',
    name: 'Varje unge, läxhjälpen',
    municipality: '0764',
    serves: everywhere,
  },
  {
    slug: 'kurserna-glantan',
    secrecyUnit: 'glantan',
    kind: 'civil_society',
    name: 'Studieförbundet Gläntan',
    municipality: '0765',
    serves: everywhere,
  },
]

export const units: readonly DemoUnit[] = [...local, ...region, ...others].map((unit, n) => ({
  ...unit,
  phone: office(n),
}))
