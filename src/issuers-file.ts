import { type Issuer, issuerSchema } from '#modules/identity'

/** The issuers of a file: `[{ "id", "kind", "name", "issuerUrl", "clientId", "clientSecret" }]`, or what is wrong. */
export function readIssuers(text: string): { issuers: Issuer[]; faults: string[] } {
  const read = issuerSchema.array().min(1).safeParse(parsed(text))
  if (!read.success) {
    const { path = [], message = '' } = read.error.issues[0] ?? {}
    return { issuers: [], faults: [`KRONOBARN_ISSUERS går inte att läsa: ${[...path, message].join(' ')}`] }
  }
  return { issuers: read.data, faults: faultsOf(read.data) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function faultsOf(issuers: readonly Issuer[]): string[] {
  const ids = issuers.map(({ id }) => id)
  const open = issuers.filter(({ issuerUrl }) => !issuerUrl.startsWith('https:'))
  return [
    ...open.map(({ id }) => `KRONOBARN_ISSUERS: ${id} ska nås med https.`),
    ...(new Set(ids).size < ids.length ? ['KRONOBARN_ISSUERS: två utfärdare har samma id.'] : []),
  ]
}
