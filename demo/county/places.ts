import type { MunicipalityCode } from '#modules/knowledge'

/** The eight municipalities, and the invented houses that every one of them has. */
export const places = [
  {
    slug: 'uppvidinge',
    code: '0760',
    name: 'Uppvidinge',
    school: ['lingonskolan', 'Lingonskolan'],
    preschool: ['forskolan-tallkotten', 'Förskolan Tallkotten'],
    childHealth: 'BVC Gullvivan',
  },
  {
    slug: 'lessebo',
    code: '0761',
    name: 'Lessebo',
    school: ['glasangsskolan', 'Glasängsskolan'],
    preschool: ['forskolan-droppen', 'Förskolan Daggdroppen'],
    childHealth: 'BVC Vitsippan',
  },
  {
    slug: 'tingsryd',
    code: '0763',
    name: 'Tingsryd',
    school: ['abborrskolan', 'Abborrskolan'],
    preschool: ['forskolan-trollslandan', 'Förskolan Trollsländan'],
    childHealth: 'BVC Näckrosen',
  },
  {
    slug: 'alvesta',
    code: '0764',
    name: 'Alvesta',
    school: ['furuskolan', 'Furuskolan'],
    preschool: ['forskolan-nattskarran', 'Förskolan Nattskärran'],
    childHealth: 'BVC Björkdungen',
  },
  {
    slug: 'almhult',
    code: '0765',
    name: 'Älmhult',
    school: ['blabarsskolan', 'Blåbärsskolan'],
    preschool: ['forskolan-mossan', 'Förskolan Mossan'],
    childHealth: 'BVC Humlan',
  },
  {
    slug: 'markaryd',
    code: '0767',
    name: 'Markaryd',
    school: ['granviksskolan', 'Granviksskolan'],
    preschool: ['forskolan-snigeln', 'Förskolan Snigeln'],
    childHealth: 'BVC Kvarnbäcken',
  },
  {
    slug: 'vaxjo',
    code: '0780',
    name: 'Växjö',
    school: ['tornsvalans-skola', 'Tornsvalans skola'],
    preschool: ['forskolan-strandsnackan', 'Förskolan Strandsnäckan'],
    childHealth: 'BVC Sjösvalan',
  },
  {
    slug: 'ljungby',
    code: '0781',
    name: 'Ljungby',
    school: ['lillaskolan', 'Lillåskolan'],
    preschool: ['forskolan-ljungen', 'Förskolan Ljungpiparen'],
    childHealth: 'BVC Fagerheden',
  },
] as const satisfies readonly {
  slug: string
  code: MunicipalityCode
  name: string
  school: readonly [slug: string, name: string]
  preschool: readonly [slug: string, name: string]
  childHealth: string
}[]
