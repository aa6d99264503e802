/** Kronobergs län, by the four-digit codes of Statistics Sweden. */
export const municipalities = [
  { code: '0760', name: 'Uppvidinge' },
  { code: '0761', name: 'Lessebo' },
  { code: '0763', name: 'Tingsryd' },
  { code: '0764', name: 'Alvesta' },
  { code: '0765', name: 'Älmhult' },
  { code: '0767', name: 'Markaryd' },
  { code: '0780', name: 'Växjö' },
  { code: '0781', name: 'Ljungby' },
] as const

export type MunicipalityCode = (typeof municipalities)[number]['code']
